package dev.mendgate.fixer.scan.detect;

import com.github.javaparser.ast.Modifier;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.github.javaparser.ast.stmt.SynchronizedStmt;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.type.Type;
import dev.mendgate.fixer.analysis.Declarations;
import dev.mendgate.fixer.analysis.Enclosing;
import dev.mendgate.fixer.field.DeclaredType;
import java.util.List;
import java.util.Optional;

/** Questions about code that several detectors ask. */
final class Code {
  private Code() {}

  /** Returns the variable of a method that an expression names; empty for fields and all else. */
  static Optional<Declarations.Variable> local(Expression expression) {
    return expression instanceof NameExpr name
        ? Declarations.find(name.getNameAsString(), name)
            .filter(found -> found.kind() != Declarations.Kind.FIELD)
        : Optional.empty();
  }

  /** Whether an expression fails right where it stands if it is null. */
  static boolean isDereferenced(Expression expression) {
    Node parent = expression.getParentNode().orElse(null);
    if (parent instanceof EnclosedExpr enclosed) {
      return isDereferenced(enclosed);
    }
    return (parent instanceof MethodCallExpr call && isScope(call, expression))
        || (parent instanceof FieldAccessExpr access && access.getScope() == expression)
        || (parent instanceof ArrayAccessExpr access && access.getName() == expression)
        || (parent instanceof ForEachStmt loop && loop.getIterable() == expression);
  }

  /** Whether a call is made on an expression. */
  static boolean isScope(MethodCallExpr call, Expression expression) {
    return call.getScope().filter(scope -> scope == expression).isPresent();
  }

  /** Whether a node gives a variable of this name another value. */
  static boolean assigns(Node within, String name) {
    return within.findFirst(AssignExpr.class, found -> isNamed(found.getTarget(), name)).isPresent()
        || within
            .findFirst(
                UnaryExpr.class, found -> counts(found) && isNamed(found.getExpression(), name))
            .isPresent();
  }

  /** Whether an operator changes its operand. */
  static boolean counts(UnaryExpr unary) {
    return switch (unary.getOperator()) {
      case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT -> true;
      default -> false;
    };
  }

  /** Whether an expression is a variable's name, or that of a field with {@code this}. */
  static boolean isNamed(Expression expression, String name) {
    return (expression instanceof NameExpr found && found.getNameAsString().equals(name))
        || (expression instanceof FieldAccessExpr access
            && access.getScope().isThisExpr()
            && access.getNameAsString().equals(name));
  }

  /** Returns what a comparison with null compares; empty for other expressions. */
  static Optional<Expression> comparedWithNull(Expression condition, BinaryExpr.Operator operator) {
    if (condition instanceof EnclosedExpr enclosed) {
      return comparedWithNull(enclosed.getInner(), operator);
    }
    if (!(condition instanceof BinaryExpr test) || test.getOperator() != operator) {
      return Optional.empty();
    }
    if (test.getRight().isNullLiteralExpr()) {
      return Optional.of(test.getLeft());
    }
    return Optional.of(test.getRight()).filter(found -> test.getLeft().isNullLiteralExpr());
  }

  /** Whether a lock of any kind is held around a node, within its type. */
  static boolean isLocked(Node node) {
    return node.findAncestor(SynchronizedStmt.class).isPresent()
        || node.findAncestor(CallableDeclaration.class)
            .filter(
                method ->
                    ((CallableDeclaration<?>) method)
                            .getModifiers()
                            .contains(Modifier.synchronizedModifier())
                        || ((Node) method)
                            .findFirst(
                                MethodCallExpr.class,
                                call ->
                                    call.getNameAsString().matches("(try)?[lL]ock(Interruptibly)?"))
                            .isPresent())
            .isPresent();
  }

  /** Returns the simple name of the type an expression is declared with; "" where it is unknown. */
  static String typeName(Expression expression) {
    return DeclaredType.of(expression).map(Code::typeName).orElse("");
  }

  /** Returns a type's simple name without type arguments. */
  static String typeName(Type type) {
    return type.isClassOrInterfaceType()
        ? type.asClassOrInterfaceType().getNameAsString()
        : type.asString();
  }

  /** Returns the body of a statement that may be a block. */
  static List<Statement> body(Statement statement) {
    return statement.isBlockStmt() ? statement.asBlockStmt().getStatements() : List.of(statement);
  }

  /** Whether a node runs whenever the statement around it does, before anything can branch. */
  static boolean runsAlways(Node node, Statement statement) {
    for (Node at = node; at != statement; at = at.getParentNode().orElseThrow()) {
      Node parent = at.getParentNode().orElseThrow();
      boolean first =
          !(parent instanceof LambdaExpr)
              && !(parent instanceof BodyDeclaration)
              && !(parent instanceof BinaryExpr both && isLazy(both) && both.getRight() == at)
              && !(parent instanceof ConditionalExpr either && either.getCondition() != at)
              && (!(parent instanceof Statement) || isHeader(parent, at));
      if (!first) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLazy(BinaryExpr both) {
    return both.getOperator() == BinaryExpr.Operator.AND
        || both.getOperator() == BinaryExpr.Operator.OR;
  }

  private static boolean isHeader(Node statement, Node part) {
    if (statement instanceof IfStmt check) {
      return check.getCondition() == part;
    }
    if (statement instanceof ForEachStmt loop) {
      return loop.getIterable() == part;
    }
    if (statement instanceof SwitchStmt choice) {
      return choice.getSelector() == part;
    }
    return statement instanceof ExpressionStmt
        || statement instanceof ReturnStmt
        || statement instanceof ThrowStmt;
  }

  /** Returns the callable around a node, lambdas and anonymous classes looked through. */
  static Optional<CallableDeclaration<?>> method(Node node) {
    return node.findAncestor(CallableDeclaration.class)
        .map(found -> (CallableDeclaration<?>) found);
  }

  /** Whether two nodes are run by the same method or lambda. */
  static boolean isSameRun(Node one, Node other) {
    return Enclosing.boundary(one).orElse(one) == Enclosing.boundary(other).orElse(other);
  }

  /** Returns the value a variable is declared with. */
  static Optional<Expression> initialiser(Declarations.Variable variable) {
    return variable.node() instanceof VariableDeclarator declarator
        ? declarator.getInitializer()
        : Optional.empty();
  }
}
