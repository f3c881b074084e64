package dev.mendgate.fixer.reproduce;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import dev.mendgate.fixer.CrashSite;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what a test can call to reach a crash site: its method, callers in its file, outer frames.
 */
final class TargetFinder {
  private static final int MOST_CALLERS_UP = 3;
  private static final int MOST_INNER_FRAMES = 4;
  private static final int MOST_OUTER_FRAMES = 2;

  private final RuleContext.Sources sources;
  private final Preconditions guards;

  TargetFinder(RuleContext.Sources sources) {
    this.sources = sources;
    this.guards = new Preconditions(sources);
  }

  /** Returns targets, nearest to the crash site first. */
  List<Target> find(List<CrashSite> sites) {
    Map<CallableDeclaration<?>, Target> found = new LinkedHashMap<>();
    List<CrashSite> ordered =
        guards.passed(sites.stream().sorted(Comparator.comparingInt(CrashSite::depth)).toList());
    for (int i = 0; i < ordered.size(); i++) {
      if (i < MOST_INNER_FRAMES || i >= ordered.size() - MOST_OUTER_FRAMES) {
        add(ordered.get(i), found);
      }
    }
    return found.values().stream().sorted(Comparator.comparingInt(Target::distance)).toList();
  }

  private void add(CrashSite site, Map<CallableDeclaration<?>, Target> found) {
    Optional<ParsedFile> file = sources.parse(site.path());
    if (file.isEmpty()) {
      return;
    }
    for (CallableDeclaration<?> callable : enclosing(file.get(), site)) {
      Set<String> names = Flow.into(callable, site.line());
      climb(new Target(owner(file.get(), callable), callable, names, site.depth()), found);
    }
  }

  /** Adds the target where a test can call it, and what calls it in the same file. */
  private static void climb(Target start, Map<CallableDeclaration<?>, Target> found) {
    List<Target> level = List.of(start);
    Set<CallableDeclaration<?>> seen = new HashSet<>();
    for (int up = 0; up <= MOST_CALLERS_UP && !level.isEmpty(); up++) {
      List<Target> above = new ArrayList<>();
      for (Target target : level) {
        if (!seen.add(target.callable())) {
          continue;
        }
        if (target.accessible()) {
          found.putIfAbsent(target.callable(), target);
        } else {
          above.addAll(callers(target));
        }
      }
      level = above;
    }
  }

  private static List<Target> callers(Target target) {
    List<Target> callers = new ArrayList<>();
    for (Node call : target.owner().file().unit().findAll(Node.class, n -> calls(n, target))) {
      Optional<CallableDeclaration<?>> caller = callableAround(call);
      caller.ifPresent(
          c ->
              callers.add(target.calledBy(owner(target.owner().file(), c), c, Flow.into(c, call))));
    }
    callers.sort(Comparator.comparingInt(c -> c.isPublic() ? 0 : 1));
    return callers;
  }

  static boolean calls(Node node, Target target) {
    int arguments = target.parameters().size();
    if (node instanceof MethodCallExpr call) {
      return !target.isConstructor()
          && call.getNameAsString().equals(target.name())
          && fits(call.getArguments(), arguments, target);
    }
    if (node instanceof ObjectCreationExpr creation) {
      return target.isConstructor()
          && creation.getType().getNameAsString().equals(target.owner().type().getNameAsString())
          && fits(creation.getArguments(), arguments, target);
    }
    return node instanceof ExplicitConstructorInvocationStmt chained
        && chained.isThis()
        && target.isConstructor()
        && target.owner().encloses(node)
        && fits(chained.getArguments(), arguments, target);
  }

  private static boolean fits(List<Expression> given, int wanted, Target target) {
    return given.size() == wanted || (target.isVarArgs() && given.size() >= wanted - 1);
  }

  /** Returns the callable at the line, or the type's constructors for an initialiser. */
  private static List<CallableDeclaration<?>> enclosing(ParsedFile file, CrashSite site) {
    Optional<Node> innermost = innermost(file, site.line());
    Optional<CallableDeclaration<?>> callable = innermost.flatMap(TargetFinder::callableAround);
    if (callable.isPresent()) {
      return List.of(callable.get());
    }
    List<CallableDeclaration<?>> constructors = new ArrayList<>();
    innermost
        .flatMap(node -> node.findAncestor(TypeDeclaration.class))
        .ifPresent(type -> constructors.addAll(((TypeDeclaration<?>) type).getConstructors()));
    return constructors;
  }

  private static Optional<Node> innermost(ParsedFile file, int line) {
    return file.unit().findAll(Node.class, node -> Flow.holds(node, line)).stream()
        .min(Comparator.comparingInt(node -> file.end(node) - file.start(node)));
  }

  /** Returns the callable around a node that belongs to a named type, not to a local one. */
  private static Optional<CallableDeclaration<?>> callableAround(Node node) {
    CallableDeclaration<?> found = null;
    for (Node at = node; at != null; at = at.getParentNode().orElse(null)) {
      if (at instanceof CallableDeclaration<?> callable
          && callable.getParentNode().filter(TargetFinder::isNamedType).isPresent()) {
        found = callable;
      }
    }
    return Optional.ofNullable(found);
  }

  private static boolean isNamedType(Node node) {
    return node instanceof TypeDeclaration<?> type && type.getFullyQualifiedName().isPresent();
  }

  private static Declared owner(ParsedFile file, CallableDeclaration<?> callable) {
    return new Declared(file, (TypeDeclaration<?>) callable.getParentNode().orElseThrow());
  }
}
