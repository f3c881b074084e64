package dev.mendgate.fixer.rules.guard;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NameExpr;
import dev.mendgate.fixer.CrashSite;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.analysis.Conditions;
import dev.mendgate.fixer.analysis.Declarations;
import dev.mendgate.fixer.analysis.Dereference;
import dev.mendgate.fixer.analysis.Enclosing;
import dev.mendgate.fixer.analysis.NullMessage.Use;
import dev.mendgate.fixer.analysis.Suspect;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the same hazard in sibling methods: overloads, variants of another name, copies. */
final class Twins {
  private static final int MAX_TWINS = 5;

  private final Hazard hazard;
  private final Expression shape;
  private final CallableDeclaration<?> method;

  private Twins(Hazard hazard, Expression shape, CallableDeclaration<?> method) {
    this.hazard = hazard;
    this.shape = shape;
    this.method = method;
  }

  /** Returns the unguarded twins of a null hazard, those of its own file first. */
  static List<Hazard> of(Hazard hazard) {
    Optional<CallableDeclaration<?>> method = Enclosing.callable(hazard.use());
    if (method.isEmpty() || hazard.kind() != Hazard.Kind.NULL) {
      return List.of();
    }
    Expression shape = Enclosing.outermost(hazard.subject());
    boolean bare = shape == hazard.subject() && hazard.use() instanceof Expression;
    return bare ? List.of() : new Twins(hazard, shape, method.get()).search();
  }

  private List<Hazard> search() {
    String line = hazard.file().textOf(shape).lines().findFirst().orElse("").strip();
    List<Hazard> found = new ArrayList<>();
    Stream.concat(
            Stream.of(hazard.file()),
            hazard.context().sources().alike(hazard.file(), line).stream())
        .forEach(file -> in(file).forEach(found::add));
    return found.size() > MAX_TWINS ? List.of() : found;
  }

  private Stream<Hazard> in(ParsedFile file) {
    String text = shape.toString();
    return file.unit().findAll(Expression.class).stream()
        .filter(found -> found.getClass() == shape.getClass() && found != shape)
        .filter(found -> Enclosing.outermost(found) == found)
        .filter(found -> found.toString().equals(text))
        .filter(this::isInSibling)
        .flatMap(found -> hazardAt(found, file).stream());
  }

  private boolean isInSibling(Expression found) {
    return Enclosing.callable(found)
        .filter(other -> other != method)
        .filter(other -> areAlike(other.getNameAsString(), method.getNameAsString()))
        .isPresent();
  }

  private Optional<Hazard> hazardAt(Expression root, ParsedFile file) {
    Optional<Node> subject = counterpart(hazard.subject(), root);
    Optional<Node> use =
        hazard.use() instanceof Expression
            ? counterpart(hazard.use(), root)
            : root.getParentNode().filter(node -> node.getClass() == hazard.use().getClass());
    if (subject.isEmpty() || use.isEmpty()) {
      return Optional.empty();
    }
    Expression twin = (Expression) subject.get();
    boolean same = meansTheSame(twin) && !Conditions.notNull(twin).holdAt(twin);
    return same ? Optional.of(at(twin, use.get(), file)) : Optional.empty();
  }

  private Hazard at(Expression subject, Node use, ParsedFile file) {
    RuleContext context = hazard.context();
    int line = use.getRange().orElseThrow().begin.line;
    CrashSite site =
        new CrashSite(file.path(), line, context.site().frame(), context.site().depth());
    return Hazard.ofNull(
        new RuleContext(context.failure(), site, file, context.sources()),
        new Suspect(new Dereference(subject, use, Use.INVOKE, null, line), hazard.weight()));
  }

  private Optional<Node> counterpart(Node node, Expression root) {
    List<Node> here = shape.findAll(Node.class);
    List<Node> there = root.findAll(Node.class);
    for (int i = 0; i < Math.min(here.size(), there.size()); i++) {
      if (here.get(i) == node) {
        return Optional.of(there.get(i)).filter(found -> found.getClass() == node.getClass());
      }
    }
    return Optional.empty();
  }

  /** Variables of one name must be of one kind and type, locals of one origin. */
  private boolean meansTheSame(Expression twin) {
    List<NameExpr> names = hazard.subject().findAll(NameExpr.class);
    List<NameExpr> others = twin.findAll(NameExpr.class);
    for (int i = 0; i < names.size(); i++) {
      Optional<Declarations.Variable> one = find(names.get(i));
      Optional<Declarations.Variable> other = find(others.get(i));
      if (one.map(Twins::origin).equals(other.map(Twins::origin))) {
        continue;
      }
      return false;
    }
    return true;
  }

  private static Optional<Declarations.Variable> find(NameExpr name) {
    return Declarations.find(name.getNameAsString(), name);
  }

  private static String origin(Declarations.Variable variable) {
    boolean local = variable.kind() == Declarations.Kind.LOCAL;
    String value =
        local && variable.node() instanceof VariableDeclarator declarator
            ? declarator.getInitializer().map(Expression::toString).orElse("")
            : "";
    return variable.kind() + " " + variable.type() + " " + value;
  }

  /** Whether two names share at least half of their words. */
  private static boolean areAlike(String one, String other) {
    List<String> words = words(one);
    List<String> others = new ArrayList<>(words(other));
    int most = Math.max(words.size(), others.size());
    long shared = words.stream().filter(others::remove).count();
    return 2 * shared >= most;
  }

  private static List<String> words(String name) {
    return Arrays.asList(name.split("(?<=[a-z0-9])(?=[A-Z])"));
  }
}
