package dev.mendgate.fixer.field;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NameExpr;
import java.util.List;

/**
 * Where a field gets its values, as far as its own file tells. An assignment of the literal {@code
 * null} counts as none.
 *
 * @param field the field
 * @param all its assignments, in the order of the text
 */
public record Assignments(Field field, List<AssignExpr> all) {
  public Assignments {
    all = List.copyOf(all);
  }

  /** Finds the assignments of a field. */
  public static Assignments of(Field field) {
    return new Assignments(
        field,
        field.references().stream()
            .filter(Assignments::isTarget)
            .map(target -> (AssignExpr) target.getParentNode().orElseThrow())
            .filter(assign -> !assign.getValue().isNullLiteralExpr())
            .toList());
  }

  static boolean isTarget(Expression expression) {
    return expression.getParentNode().orElse(null) instanceof AssignExpr assign
        && assign.getTarget() == expression;
  }

  /** Returns whether nothing at all gives the field a value. */
  public boolean none() {
    return all.isEmpty() && !isInitialised() && !field.hasForeignWrites();
  }

  /** Returns whether the declaration itself gives a value other than null. */
  public boolean isInitialised() {
    return field
        .variable()
        .getInitializer()
        .filter(value -> !value.isNullLiteralExpr())
        .isPresent();
  }

  /** Returns whether a node gives the field a value. */
  public boolean within(Node node) {
    return all.stream().anyMatch(assign -> assign == node || node.isAncestorOf(assign));
  }

  /** Returns those inside of constructors of the field's own class. */
  public List<AssignExpr> inConstructors() {
    return all.stream()
        .filter(
            assign ->
                assign
                    .findAncestor(ConstructorDeclaration.class)
                    .filter(found -> found.getParentNode().orElse(null) == field.owner())
                    .isPresent())
        .toList();
  }

  /** Returns whether an initialiser block of the class gives a value. */
  public boolean inInitialiserBlock() {
    return all.stream()
        .anyMatch(assign -> assign.findAncestor(InitializerDeclaration.class).isPresent());
  }

  /** Returns whether only methods give it a value: neither declaration, constructor nor block. */
  public boolean onlyInMethods() {
    return !isInitialised()
        && !all.isEmpty()
        && all.stream()
            .allMatch(
                assign ->
                    assign.findAncestor(MethodDeclaration.class).isPresent()
                        && assign.findAncestor(ConstructorDeclaration.class).isEmpty());
  }

  /** Returns the literals {@code null} that are assigned to the field. */
  public List<Expression> nulls() {
    return field.references().stream()
        .filter(Assignments::isTarget)
        .map(target -> ((AssignExpr) target.getParentNode().orElseThrow()).getValue())
        .filter(Expression::isNullLiteralExpr)
        .toList();
  }

  /**
   * Returns whether the field may be null again after it had a value: it isn't kept when the object
   * is written out and read back, or a method sets it to null.
   */
  public boolean isLost() {
    return field.declaration().isTransient()
        || nulls().stream()
            .anyMatch(value -> value.findAncestor(MethodDeclaration.class).isPresent());
  }

  /**
   * Returns whether the class compares the field, or a local copy of it, with null: null is one of
   * its states.
   */
  public boolean nullIsAState() {
    return field.references().stream()
        .anyMatch(reference -> isCompared(reference) || isCopyCompared(reference));
  }

  private static boolean isCompared(Expression expression) {
    return expression.getParentNode().orElse(null) instanceof BinaryExpr comparison
        && (comparison.getLeft().isNullLiteralExpr() || comparison.getRight().isNullLiteralExpr());
  }

  private static boolean isCopyCompared(Expression reference) {
    return reference.getParentNode().orElse(null) instanceof VariableDeclarator copy
        && Field.at(copy).isEmpty()
        && copy.findAncestor(BodyDeclaration.class).stream()
            .flatMap(body -> ((Node) body).findAll(NameExpr.class).stream())
            .filter(name -> name.getNameAsString().equals(copy.getNameAsString()))
            .anyMatch(Assignments::isCompared);
  }
}
