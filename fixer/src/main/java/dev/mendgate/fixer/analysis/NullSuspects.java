package dev.mendgate.fixer.analysis;

import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.ForEachStmt;
import dev.mendgate.fixer.CrashSite;
import dev.mendgate.fixer.Failure;
import dev.mendgate.fixer.Frame;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.analysis.NullMessage.Use;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Ranks the expressions at a site that may have been null when the exception was thrown. */
public final class NullSuspects {
  private static final Set<String> SWITCH_MEMBERS = Set.of("hashCode", "ordinal");
  private static final double UNTOLD = 0.6;
  private static final double HANDED_ON = 0.8;

  private final RuleContext context;
  private final ExpressionTypes types;
  private final SiteCode code;

  private NullSuspects(RuleContext context) {
    this.context = context;
    this.types = ExpressionTypes.of(context);
    this.code = SiteCode.at(context.site(), context.file());
  }

  /** Returns suspects that nothing checks yet, most likely first. */
  public static List<Suspect> find(RuleContext context) {
    return context.finding(NullSuspects.class, () -> search(context));
  }

  private static List<Suspect> search(RuleContext context) {
    if (!context.failure().simpleType().equals("NullPointerException")) {
      return List.of();
    }
    NullSuspects search = new NullSuspects(context);
    return search.all().stream()
        .filter(found -> !isChecked(found))
        .map(NullSuspects::doubted)
        .filter(found -> found.weight() > 0)
        .sorted(Comparator.comparingDouble(Suspect::weight).reversed())
        .toList();
  }

  private static Suspect doubted(Suspect found) {
    double doubt = KnownObjects.doubt(found.dereference().subject());
    return new Suspect(found.dereference(), found.weight() * doubt);
  }

  private static boolean isChecked(Suspect suspect) {
    Dereference found = suspect.dereference();
    return Conditions.notNull(found.subject()).holdAt(found.subject());
  }

  private List<Suspect> all() {
    int index = context.failure().frames().indexOf(context.site().frame());
    if (index <= 0) {
      return thrownHere();
    }
    Frame inner = context.failure().frames().get(index - 1);
    Optional<ParsedFile> file = context.sources().declaring(inner.className());
    boolean project = file.isPresent() && inner.line() > 0;
    return project ? handedTo(inner, file.get()) : handedToLibrary(inner, index);
  }

  private List<Suspect> thrownHere() {
    Dereferences dereferences = new Dereferences(types);
    Failure failure = context.failure();
    Optional<NullMessage> message = NullMessage.parse(failure.message());
    if (failure.message() != null && message.isEmpty()) {
      return List.of();
    }
    List<Suspect> suspects = new ArrayList<>();
    code.nodes().stream()
        .flatMap(node -> dereferences.of(node).stream())
        .forEach(
            found -> {
              double fits = message.map(told -> fit(told, found)).orElse(UNTOLD);
              if (fits > 0) {
                suspects.add(new Suspect(found, fits * code.weight(found.node())));
              }
            });
    return suspects;
  }

  /** Returns from 0, contradicted, to 1, confirmed in every word. */
  private static double fit(NullMessage told, Dereference found) {
    boolean sameUse = told.use() == found.use();
    boolean sameMember =
        found.use() != Use.INVOKE
            || (found.member() == null
                ? SWITCH_MEMBERS.contains(told.member())
                : found.member().equals(told.member()));
    if (!sameUse || !sameMember) {
      return 0;
    }
    if (told.subject() == null) {
      return HANDED_ON;
    }
    boolean hidden = found.node() instanceof ForEachStmt && told.subject().startsWith("<local");
    String subject = told.returned() ? told.subject() + "()" : told.subject();
    return hidden || Subjects.describes(subject, found.subject()) ? 1 : 0;
  }

  /** A parameter was null further in: the argument for it is what this frame can do about. */
  private List<Suspect> handedTo(Frame inner, ParsedFile file) {
    CrashSite site =
        new CrashSite(file.path(), inner.line(), inner, Math.max(0, context.site().depth() - 1));
    if (inner.line() > file.lines().count()) {
      return List.of();
    }
    return find(new RuleContext(context.failure(), site, file, context.sources())).stream()
        .flatMap(suspect -> argument(suspect, inner))
        .toList();
  }

  private Stream<Suspect> argument(Suspect suspect, Frame inner) {
    Expression subject = suspect.dereference().subject();
    Optional<CallableDeclaration<?>> callable = Enclosing.callable(subject);
    if (callable.isEmpty() || !(subject instanceof NameExpr name)) {
      return Stream.empty();
    }
    int position =
        IntStream.range(0, callable.get().getParameters().size())
            .filter(
                i ->
                    callable.get().getParameter(i).getNameAsString().equals(name.getNameAsString()))
            .findFirst()
            .orElse(-1);
    int count = callable.get().getParameters().size();
    return Calls.to(inner, code).stream()
        .filter(call -> position >= 0 && call.arguments().size() == count)
        .map(call -> call.passing(call.arguments().get(position)))
        .filter(found -> canBeNull(found.subject()))
        .map(found -> new Suspect(found, HANDED_ON * suspect.weight()));
  }

  /** The JDK or a library was handed null, or handed an object that holds null. */
  private List<Suspect> handedToLibrary(Frame inner, int index) {
    boolean otherProjectCodeWithin =
        context.failure().frames().subList(0, index).stream()
            .anyMatch(frame -> context.sources().declaring(frame.className()).isPresent());
    if (otherProjectCodeWithin) {
      return List.of();
    }
    return Calls.to(inner, code).stream()
        .flatMap(call -> call.arguments().stream().map(call::passing))
        .filter(found -> canBeNull(found.subject()))
        .map(found -> new Suspect(found, HANDED_ON * code.weight(found.node())))
        .toList();
  }

  private boolean canBeNull(Expression argument) {
    boolean plain =
        argument.isNameExpr()
            || argument.isFieldAccessExpr()
            || argument.isMethodCallExpr()
            || argument.isArrayAccessExpr();
    return plain
        && !isConstant(argument)
        && !types.looksLikeType(argument)
        && types.of(argument).filter(Boxes::isPrimitive).isEmpty();
  }

  /** By convention an upper-case name is set once and for all. */
  private static boolean isConstant(Expression argument) {
    String name = argument.toString().substring(argument.toString().lastIndexOf('.') + 1);
    return !argument.isMethodCallExpr() && name.equals(name.toUpperCase(Locale.ROOT));
  }
}
