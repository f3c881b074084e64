package dev.mendgate.fixer.scan.detect;

import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.google.auto.service.AutoService;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.edit.NodeEdits;
import dev.mendgate.fixer.scan.Detector;
import dev.mendgate.fixer.scan.Finding;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.List;
import java.util.Optional;

/** A comparison by subtraction of int or long values. */
@AutoService(Detector.class)
public final class SubtractingComparison implements Detector {
  @Override
  public String rule() {
    return "subtracting-comparison";
  }

  @Override
  public String summary() {
    return "compare or compareTo subtracts numbers, which overflows for large ones.";
  }

  @Override
  public List<Finding> detect(ParsedFile file, RuleContext.Sources sources) {
    return file.unit().findAll(MethodDeclaration.class).stream()
        .filter(method -> method.getNameAsString().matches("compare|compareTo"))
        .filter(method -> method.getType().asString().equals("int"))
        .flatMap(method -> method.findAll(ReturnStmt.class).stream())
        .flatMap(exit -> exit.getExpression().flatMap(value -> finding(file, value)).stream())
        .toList();
  }

  private Optional<Finding> finding(ParsedFile file, Expression returned) {
    Expression plain = returned instanceof CastExpr cast ? cast.getExpression() : returned;
    plain = plain instanceof EnclosedExpr enclosed ? enclosed.getInner() : plain;
    if (!(plain instanceof BinaryExpr minus) || minus.getOperator() != BinaryExpr.Operator.MINUS) {
      return Optional.empty();
    }
    Optional<String> type =
        fieldType(minus.getLeft())
            .filter(fieldType(minus.getRight()).map(List::of).orElse(List.of())::contains);
    return type.filter(found -> found.equals("int") || found.equals("long"))
        .filter(found -> sameName(minus))
        .map(
            found ->
                Finding.at(
                        this,
                        file,
                        minus,
                        0.4,
                        "the difference of %s and %s overflows where they lie far apart, and the order turns round"
                            .formatted(minus.getLeft(), minus.getRight()))
                    .fixedBy(
                        "Compare without overflow",
                        new NodeEdits(file)
                            .replace(
                                returned,
                                "%s.compare(%s, %s)"
                                    .formatted(
                                        found.equals("int") ? "Integer" : "Long",
                                        file.textOf(minus.getLeft()),
                                        file.textOf(minus.getRight())))
                            .toFileEdit()));
  }

  private static boolean sameName(BinaryExpr minus) {
    return name(minus.getLeft()).equals(name(minus.getRight()));
  }

  private static String name(Expression expression) {
    return expression instanceof FieldAccessExpr access
        ? access.getNameAsString()
        : expression.toString();
  }

  /** Both sides name the same field: {@code this.x - other.x}. */
  private static Optional<String> fieldType(Expression expression) {
    return expression.findAncestor(TypeDeclaration.class).stream()
        .flatMap(type -> ((TypeDeclaration<?>) type).getFields().stream())
        .flatMap(field -> field.getVariables().stream())
        .filter(field -> field.getNameAsString().equals(name(expression)))
        .map(field -> field.getType().asString())
        .findFirst();
  }
}
