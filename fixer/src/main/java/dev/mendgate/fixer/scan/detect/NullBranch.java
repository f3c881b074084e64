package dev.mendgate.fixer.scan.detect;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.google.auto.service.AutoService;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.analysis.Conditions;
import dev.mendgate.fixer.scan.Detector;
import dev.mendgate.fixer.scan.Finding;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Code that runs only where a check found a variable null, and dereferences it all the same. */
@AutoService(Detector.class)
public final class NullBranch implements Detector {
  @Override
  public String rule() {
    return "null-branch";
  }

  @Override
  public String summary() {
    return "A variable is dereferenced where a check has just found it null.";
  }

  @Override
  public List<Finding> detect(ParsedFile file, RuleContext.Sources sources) {
    List<Finding> findings = new ArrayList<>();
    for (IfStmt check : file.unit().findAll(IfStmt.class)) {
      nullNames(check.getCondition(), BinaryExpr.Operator.EQUALS, BinaryExpr.Operator.AND)
          .forEach(name -> add(findings, file, name, check.getThenStmt()));
      check
          .getElseStmt()
          .filter(
              otherwise ->
                  Code.comparedWithNull(check.getCondition(), BinaryExpr.Operator.NOT_EQUALS)
                      .isPresent())
          .ifPresent(
              otherwise ->
                  nullNames(
                          check.getCondition(),
                          BinaryExpr.Operator.NOT_EQUALS,
                          BinaryExpr.Operator.OR)
                      .forEach(name -> add(findings, file, name, otherwise)));
    }
    for (BinaryExpr both : file.unit().findAll(BinaryExpr.class)) {
      boolean and = both.getOperator() == BinaryExpr.Operator.AND;
      if (and || both.getOperator() == BinaryExpr.Operator.OR) {
        nullNames(
                both.getLeft(),
                and ? BinaryExpr.Operator.EQUALS : BinaryExpr.Operator.NOT_EQUALS,
                both.getOperator())
            .forEach(name -> addRight(findings, file, name, both));
      }
    }
    return findings;
  }

  /** Returns what is null for sure where a condition comes out one way. */
  private static Stream<NameExpr> nullNames(
      Expression condition, BinaryExpr.Operator test, BinaryExpr.Operator joint) {
    if (condition instanceof EnclosedExpr enclosed) {
      return nullNames(enclosed.getInner(), test, joint);
    }
    if (condition instanceof BinaryExpr both && both.getOperator() == joint) {
      return Stream.concat(
          nullNames(both.getLeft(), test, joint), nullNames(both.getRight(), test, joint));
    }
    return Code.comparedWithNull(condition, test)
        .filter(NameExpr.class::isInstance)
        .map(Expression::asNameExpr)
        .filter(name -> Code.local(name).isPresent())
        .stream();
  }

  private void add(List<Finding> findings, ParsedFile file, NameExpr name, Statement branch) {
    if (!Code.assigns(branch, name.getNameAsString())) {
      report(findings, file, name, branch);
    }
  }

  private void addRight(List<Finding> findings, ParsedFile file, NameExpr name, BinaryExpr both) {
    if (!Code.assigns(both, name.getNameAsString())) {
      report(findings, file, name, both.getRight());
    }
  }

  private void report(List<Finding> findings, ParsedFile file, NameExpr name, Node where) {
    where
        .findFirst(
            NameExpr.class,
            use ->
                use.equals(name)
                    && Code.isDereferenced(use)
                    && Code.isSameRun(use, name)
                    && !Conditions.notNull(name).holdAt(use)
                    && Code.local(use)
                        .flatMap(one -> Code.local(name).filter(two -> one.node() == two.node()))
                        .isPresent())
        .ifPresent(
            use ->
                findings.add(
                    Finding.at(
                        this,
                        file,
                        use,
                        0.9,
                        "%s is null here, as line %d has just found"
                            .formatted(name, name.getRange().orElseThrow().begin.line))));
  }
}
