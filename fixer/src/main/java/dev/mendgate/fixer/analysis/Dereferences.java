package dev.mendgate.fixer.analysis;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithRange;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.github.javaparser.ast.stmt.SynchronizedStmt;
import com.github.javaparser.ast.stmt.ThrowStmt;
import dev.mendgate.fixer.analysis.NullMessage.Use;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lists the dereferences in a piece of code. */
public final class Dereferences {
  private final ExpressionTypes types;

  /** Uses these types to tell a reference from a type name and a box from a primitive. */
  public Dereferences(ExpressionTypes types) {
    this.types = types;
  }

  /** Returns the dereferences a node makes by itself, without those of its children. */
  public List<Dereference> of(Node node) {
    return Stream.concat(access(node).stream(), unboxing(node).stream()).toList();
  }

  private Optional<Dereference> access(Node node) {
    if (node instanceof MethodCallExpr call) {
      return call.getScope()
          .filter(this::canBeNull)
          .map(
              scope -> make(scope, call, Use.INVOKE, call.getNameAsString(), line(call.getName())));
    }
    if (node instanceof FieldAccessExpr access) {
      return Optional.of(access.getScope())
          .filter(this::canBeNull)
          .map(scope -> make(scope, access, use(access), access.getNameAsString(), line(access)));
    }
    if (node instanceof ArrayAccessExpr access) {
      Use use = isTarget(access) ? Use.STORE : Use.LOAD;
      return Optional.of(make(access.getName(), access, use, null, line(access)));
    }
    return statement(node);
  }

  private Optional<Dereference> statement(Node node) {
    if (node instanceof ThrowStmt thrown) {
      return Optional.of(make(thrown.getExpression(), thrown, Use.THROW, null, line(thrown)))
          .filter(found -> canBeNull(found.subject()));
    }
    if (node instanceof SynchronizedStmt block) {
      return Optional.of(make(block.getExpression(), block, Use.SYNCHRONIZE, null, line(block)))
          .filter(found -> canBeNull(found.subject()));
    }
    if (node instanceof ForEachStmt loop) {
      boolean array = types.of(loop.getIterable()).filter(type -> type.endsWith("[]")).isPresent();
      Use use = array ? Use.ARRAY_LENGTH : Use.INVOKE;
      return Optional.of(
              make(
                  loop.getIterable(),
                  loop,
                  use,
                  array ? null : "iterator",
                  line(loop.getIterable())))
          .filter(found -> canBeNull(found.subject()));
    }
    if (node instanceof SwitchStmt choice) {
      return Optional.of(switched(choice.getSelector(), choice));
    }
    return node instanceof SwitchExpr choice
        ? Optional.of(switched(choice.getSelector(), choice))
        : Optional.empty();
  }

  private Optional<Dereference> unboxing(Node node) {
    if (!(node instanceof Expression expression) || !Boxes.isUnboxed(expression, types)) {
      return Optional.empty();
    }
    String member = Boxes.boxed(expression, types).map(Boxes::unboxingMethod).orElse(null);
    return Optional.of(make(expression, expression, Use.INVOKE, member, line(expression)));
  }

  private static Dereference switched(Expression selector, Node node) {
    return make(selector, node, Use.INVOKE, null, line(selector));
  }

  private boolean canBeNull(Expression expression) {
    return !(expression.isThisExpr()
        || expression.isSuperExpr()
        || expression.isLiteralExpr()
        || expression.isObjectCreationExpr()
        || expression.isArrayCreationExpr()
        || expression.isTypeExpr()
        || types.looksLikeType(expression)
        || isPackage(expression));
  }

  /** {@code java.util} of {@code java.util.Objects.hash()} names no variable. */
  private boolean isPackage(Expression expression) {
    Expression root = expression;
    while (root instanceof FieldAccessExpr access) {
      root = access.getScope();
    }
    return root.isNameExpr()
        && types.variable(root.asNameExpr()).isEmpty()
        && expression.isFieldAccessExpr()
        && Character.isLowerCase(root.toString().charAt(0));
  }

  private static Use use(FieldAccessExpr access) {
    if (isTarget(access)) {
      return Use.ASSIGN_FIELD;
    }
    return access.getNameAsString().equals("length") ? Use.ARRAY_LENGTH : Use.READ_FIELD;
  }

  private static boolean isTarget(Expression expression) {
    return expression.getParentNode().orElse(null) instanceof AssignExpr assignment
        && assignment.getTarget() == expression;
  }

  private static Dereference make(
      Expression subject, Node node, Use use, @Nullable String member, int line) {
    return new Dereference(subject, node, use, member, line);
  }

  private static int line(NodeWithRange<?> node) {
    return node.getRange().orElseThrow().begin.line;
  }
}
