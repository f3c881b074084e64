package dev.mendgate.fixer.scan;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.Statement;
import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.CrashSite;
import dev.mendgate.fixer.Failure;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.SourceTree;
import dev.mendgate.fixer.analysis.Conditions;
import dev.mendgate.fixer.analysis.Enclosing;
import dev.mendgate.fixer.analysis.NullSuspects;
import dev.mendgate.fixer.analysis.SiteCode;
import dev.mendgate.fixer.analysis.Suspect;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the code that is like the code that failed: a value of the same origin used without the
 * check, or the same statement once more. The rule that repairs the failure has to have a patch
 * there as well.
 */
public final class Siblings {
  private static final double SAME_CODE = 0.85;
  private static final double SAME_ORIGIN = 0.75;

  private final Failure failure;
  private final CrashSite site;
  private final CandidateFix fix;
  private final IndexedSources sources;

  /**
   * Looks for siblings of one failure.
   *
   * @param site where the fix repairs it
   * @param fix the fix that the siblings are to get, too
   */
  public Siblings(Failure failure, CrashSite site, CandidateFix fix, SourceTree tree) {
    this.failure = failure;
    this.site = site;
    this.fix = fix;
    this.sources = new IndexedSources(tree);
  }

  /** What the failed code looks like. */
  private record Likeness(Optional<Shape> origin, Set<String> codes, Set<String> words) {}

  /** Returns the siblings among these files. */
  public Scan among(SourceTree tree, List<String> paths, Scanner.Progress progress) {
    Optional<Likeness> likeness = sources.parse(site.path()).flatMap(this::likeness);
    List<Finding> findings = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    long lines = 0;
    for (int i = 0; i < paths.size() && likeness.isPresent(); i++) {
      String path = paths.get(i);
      Optional<String> text = tree.read(path);
      lines += text.map(found -> found.lines().count()).orElse(0L);
      boolean candidate =
          text.filter(found -> likeness.get().words().stream().anyMatch(found::contains))
              .isPresent();
      if (candidate) {
        sources
            .parse(path)
            .ifPresentOrElse(
                file -> findings.addAll(in(file, likeness.get())),
                () -> notes.add(path + " does not parse: not looked at"));
      }
      progress.advanced(i + 1, paths.size());
    }
    findings.sort(
        Comparator.comparing((Finding found) -> found.place().path())
            .thenComparing(found -> found.place().startLine()));
    return new Scan(findings, paths.size(), lines, notes);
  }

  private Optional<Likeness> likeness(ParsedFile file) {
    RuleContext context = new RuleContext(failure, site, file, sources);
    List<Node> nodes = SiteCode.at(site, file).nodes();
    Set<String> codes = new HashSet<>();
    nodes.stream()
        .flatMap(node -> Enclosing.statement(node).stream())
        .filter(Siblings::isWhole)
        .forEach(statement -> codes.add(Place.of(file, statement).code()));
    Optional<Shape> origin = subject(context, nodes).flatMap(Shape::of);
    Set<String> words = new HashSet<>();
    origin.ifPresent(shape -> words.add(shape.name()));
    nodes.stream()
        .filter(MethodCallExpr.class::isInstance)
        .limit(1)
        .forEach(call -> words.add(((MethodCallExpr) call).getNameAsString()));
    return words.isEmpty() ? Optional.empty() : Optional.of(new Likeness(origin, codes, words));
  }

  /** A statement that holds others is too much to be found again word by word. */
  private static boolean isWhole(Statement statement) {
    return statement.findAll(Statement.class).size() == 1
        && statement.findFirst(MethodCallExpr.class).isPresent();
  }

  private Optional<Expression> subject(RuleContext context, List<Node> nodes) {
    if (!isNull()) {
      return nodes.stream()
          .filter(MethodCallExpr.class::isInstance)
          .flatMap(call -> ((MethodCallExpr) call).getScope().stream())
          .filter(scope -> scope instanceof NameExpr || scope instanceof FieldAccessExpr)
          .findFirst();
    }
    return NullSuspects.find(context).stream()
        .max(Comparator.comparingDouble(Suspect::weight))
        .map(suspect -> suspect.dereference().subject());
  }

  private boolean isNull() {
    return failure.simpleType().equals("NullPointerException");
  }

  private List<Finding> in(ParsedFile file, Likeness likeness) {
    Stream<Finding> twins =
        file.unit().findAll(Statement.class).stream()
            .filter(Siblings::isWhole)
            .filter(statement -> likeness.codes().contains(Place.of(file, statement).code()))
            .flatMap(twin -> sibling(file, twin, SAME_CODE, "the same code as").stream());
    Stream<Finding> relatives =
        file.unit().findAll(Expression.class).stream()
            .filter(found -> isUsed(found) && isOf(likeness.origin(), found))
            .flatMap(
                found ->
                    sibling(file, found, SAME_ORIGIN, found + " comes from where it comes from in")
                        .stream());
    Set<Integer> seen = new HashSet<>();
    return Stream.concat(twins, relatives)
        .filter(found -> seen.add(found.place().startLine()))
        .toList();
  }

  private boolean isOf(Optional<Shape> origin, Expression found) {
    return origin.isPresent()
        && Shape.of(found).filter(shape -> shape.key().equals(origin.get().key())).isPresent();
  }

  private boolean isUsed(Expression found) {
    Node parent = found.getParentNode().orElse(null);
    boolean dereferenced =
        (parent instanceof MethodCallExpr call
                && call.getScope().filter(scope -> scope == found).isPresent())
            || (parent instanceof FieldAccessExpr access && access.getScope() == found);
    return dereferenced && !(isNull() && Conditions.notNull(found).holdAt(found));
  }

  private Optional<Finding> sibling(
      ParsedFile file, Node node, double confidence, String likeness) {
    Place place = Place.of(file, node);
    if (place.path().equals(site.path()) && place.startLine() == site.line()) {
      return Optional.empty();
    }
    return Repairs.of(Set.of(fix.rule()), failure.exceptionType(), null, file, node, sources)
        .map(
            found ->
                new Finding(
                    fix.rule(),
                    place,
                    "%s %s:%d, which failed with %s"
                        .formatted(likeness, site.path(), site.line(), failure.simpleType()),
                    confidence,
                    found));
  }
}
