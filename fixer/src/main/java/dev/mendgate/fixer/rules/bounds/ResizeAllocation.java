package dev.mendgate.fixer.rules.bounds;

import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.ArrayCreationExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NameExpr;
import com.google.auto.service.AutoService;
import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.Rule;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.analysis.Declarations;
import dev.mendgate.fixer.analysis.Enclosing;
import dev.mendgate.fixer.analysis.Repeatable;
import dev.mendgate.fixer.rules.bounds.FailedAccess.Side;
import dev.mendgate.fixer.rules.bounds.Headers.Bound;
import dev.mendgate.fixer.rules.bounds.Headers.Shifted;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes an array as large as the loop that fills it counts, or lets the loop end with the array.
 */
@AutoService(Rule.class)
public final class ResizeAllocation implements Rule {
  private static final double ALLOCATION = 0.72;
  private static final double LOOP = 0.56;
  private static final double ANY_BOUND = 0.4;

  @Override
  public String name() {
    return "resize-allocation";
  }

  @Override
  public List<CandidateFix> propose(RuleContext context) {
    List<CandidateFix> fixes = new ArrayList<>();
    for (FailedAccess access : FailedAccess.find(context)) {
      Expression container = access.use().container();
      Optional<Shifted> index = Headers.shifted(access.use().index());
      if (container == null || index.isEmpty() || access.side() == Side.NEGATIVE) {
        continue;
      }
      for (Bound bound : Headers.around(access.use().node(), index.get().name())) {
        mends(context.file(), access, container, index.get(), bound)
            .map(mend -> mend.fix(name(), context))
            .forEach(fixes::add);
      }
    }
    return fixes.stream().limit(3).toList();
  }

  private static Stream<Mend> mends(
      ParsedFile file, FailedAccess access, Expression container, Shifted index, Bound bound) {
    String size = access.use().sizeIn(file);
    boolean upper = bound.operator().equals("<") && index.offset() == 0;
    boolean own =
        bound.bound().toString().equals(size)
            || SizeNames.of(access.use().node(), size).contains(bound.bound().toString());
    if (!upper || own || !Repeatable.is(bound.bound()) || access.use().inclusive()) {
      return Stream.empty();
    }
    return Stream.concat(
        allocation(container).flatMap(made -> larger(file, access, made, bound)).stream(),
        Stream.of(shorter(file, access, size, bound)));
  }

  private static Optional<Mend> larger(
      ParsedFile file, FailedAccess access, Expression dimension, Bound bound) {
    String wanted = bound.bound().toString();
    boolean visible =
        bound.bound().findAll(NameExpr.class).stream()
            .allMatch(
                name ->
                    Declarations.find(name.getNameAsString(), dimension)
                        .equals(Declarations.find(name.getNameAsString(), name)));
    if (!visible || dimension.toString().equals(wanted)) {
      return Optional.empty();
    }
    String why =
        "The array is made with `%s` elements and filled up to `%s`; from now on it has as many as are put in."
            .formatted(dimension, wanted);
    return Optional.of(
        Mend.replace(
            file,
            dimension,
            wanted,
            "Make the array as large as " + wanted,
            why,
            ALLOCATION * access.weight()));
  }

  private static Mend shorter(ParsedFile file, FailedAccess access, String size, Bound bound) {
    String why =
        "The loop counts to `%s`, and what is read has `%s` elements; from now on it ends with that."
            .formatted(bound.bound(), size);
    double confidence = isSize(bound.bound()) ? LOOP : ANY_BOUND;
    return Mend.replace(
        file, bound.bound(), size, "Count to " + size, why, confidence * access.weight());
  }

  /** Whether a bound is the size of something, directly or by a local name. */
  private static boolean isSize(Expression bound) {
    boolean direct = bound.toString().matches(".*\\.(length|length\\(\\)|size\\(\\))");
    return direct
        || (bound instanceof NameExpr name
            && Declarations.find(name.getNameAsString(), name)
                .map(Declarations.Variable::node)
                .filter(VariableDeclarator.class::isInstance)
                .flatMap(node -> ((VariableDeclarator) node).getInitializer())
                .filter(value -> !value.isNameExpr() && isSize(value))
                .isPresent());
  }

  /** Returns the size a local array is created with, where that is its only value. */
  private static Optional<Expression> allocation(Expression container) {
    if (!(container instanceof NameExpr name)) {
      return Optional.empty();
    }
    boolean changed =
        Enclosing.boundary(container)
            .flatMap(
                body ->
                    body.findFirst(
                        AssignExpr.class,
                        found -> found.getTarget().toString().equals(name.getNameAsString())))
            .isPresent();
    return Declarations.find(name.getNameAsString(), name)
        .map(Declarations.Variable::node)
        .filter(VariableDeclarator.class::isInstance)
        .filter(node -> !changed)
        .flatMap(node -> ((VariableDeclarator) node).getInitializer())
        .filter(ArrayCreationExpr.class::isInstance)
        .flatMap(value -> ((ArrayCreationExpr) value).getLevels().get(0).getDimension());
  }
}
