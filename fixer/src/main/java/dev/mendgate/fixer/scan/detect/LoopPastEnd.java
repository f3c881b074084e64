package dev.mendgate.fixer.scan.detect;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.google.auto.service.AutoService;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.analysis.Conditions;
import dev.mendgate.fixer.edit.NodeEdits;
import dev.mendgate.fixer.scan.Detector;
import dev.mendgate.fixer.scan.Finding;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A loop whose last index is the length itself. */
@AutoService(Detector.class)
public final class LoopPastEnd implements Detector {
  @Override
  public String rule() {
    return "loop-past-end";
  }

  @Override
  public String summary() {
    return "A loop runs up to and including the length of what it indexes.";
  }

  private static final Set<String> SIZES = Set.of("length", "size");
  private static final Set<String> READS = Set.of("get", "charAt", "elementAt", "codePointAt");

  @Override
  public List<Finding> detect(ParsedFile file, RuleContext.Sources sources) {
    List<Finding> findings = new ArrayList<>();
    for (ForStmt loop : file.unit().findAll(ForStmt.class)) {
      loop.getCompare()
          .filter(BinaryExpr.class::isInstance)
          .map(Expression::asBinaryExpr)
          .filter(test -> test.getOperator() == BinaryExpr.Operator.LESS_EQUALS)
          .filter(test -> isIndexed(test, loop))
          .ifPresent(test -> findings.add(finding(file, test)));
    }
    return findings;
  }

  private Finding finding(ParsedFile file, BinaryExpr test) {
    String text = file.textOf(test.getLeft()) + " < " + file.textOf(test.getRight());
    return Finding.at(
            this, file, test, 0.9, "the last round of the loop uses an index one past the end")
        .fixedBy(
            "Stop the loop before the end", new NodeEdits(file).replace(test, text).toFileEdit());
  }

  private static boolean isIndexed(BinaryExpr test, ForStmt loop) {
    Optional<Expression> sized = sized(test.getRight());
    boolean known = sized.isPresent() && test.getLeft() instanceof NameExpr;
    return known
        && !Code.assigns(loop.getBody(), test.getLeft().toString())
        && loop.getBody()
            .findFirst(
                Expression.class,
                found ->
                    reads(found, sized.get(), test.getLeft())
                        && Code.isSameRun(found, loop)
                        && !isChecked(found, loop, test.getLeft()))
            .isPresent();
  }

  private static Optional<Expression> sized(Expression limit) {
    if (limit instanceof FieldAccessExpr access && access.getNameAsString().equals("length")) {
      return Optional.of(access.getScope());
    }
    return limit instanceof MethodCallExpr call
            && call.getArguments().isEmpty()
            && SIZES.contains(call.getNameAsString())
        ? call.getScope()
        : Optional.empty();
  }

  private static boolean reads(Expression found, Expression sized, Expression index) {
    if (found instanceof ArrayAccessExpr access) {
      return access.getName().equals(sized) && access.getIndex().equals(index);
    }
    return found instanceof MethodCallExpr call
        && READS.contains(call.getNameAsString())
        && call.getScope().filter(sized::equals).isPresent()
        && call.getArguments().size() == 1
        && call.getArgument(0).equals(index);
  }

  /** Any condition about the index between the loop and the read may keep it in range. */
  private static boolean isChecked(Expression read, ForStmt loop, Expression index) {
    for (Node at = read; at != loop.getBody(); at = at.getParentNode().orElseThrow()) {
      Node parent = at.getParentNode().orElseThrow();
      Expression condition =
          parent instanceof IfStmt check
              ? check.getCondition()
              : parent instanceof ConditionalExpr either
                  ? either.getCondition()
                  : parent instanceof BinaryExpr both ? both.getLeft() : null;
      if (condition != null
          && condition != at
          && condition.findFirst(NameExpr.class, index::equals).isPresent()) {
        return true;
      }
      boolean leaves =
          parent instanceof BlockStmt block
              && block.getStatements().stream()
                  .anyMatch(
                      found ->
                          found instanceof IfStmt check
                              && check
                                  .getCondition()
                                  .findFirst(NameExpr.class, index::equals)
                                  .isPresent()
                              && Conditions.endsAbruptly(check.getThenStmt()));
      if (leaves) {
        return true;
      }
    }
    return false;
  }
}
