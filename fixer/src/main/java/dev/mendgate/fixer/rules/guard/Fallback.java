package dev.mendgate.fixer.rules.guard;

import com.github.javaparser.ast.Modifier;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithModifiers;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import dev.mendgate.fixer.Effect;
import dev.mendgate.fixer.Risk;
import dev.mendgate.fixer.analysis.Boxes;
import dev.mendgate.fixer.analysis.Declarations.Kind;
import dev.mendgate.fixer.analysis.Enclosing;
import dev.mendgate.fixer.edit.TextEdit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Goes on with another value instead of the failing expression or the missing object. */
final class Fallback {
  private static final Map<String, String> EMPTY = Map.of("String", "\"\"", "CharSequence", "\"\"");

  // What is missing for another reason than null is seldom made up for by a value.
  private static final double NOT_NULL = 0.75;

  private Fallback() {}

  /** Puts a conditional expression around the failing one. */
  static List<Draft> instead(Hazard hazard) {
    if (!(hazard.use() instanceof Expression use) || !hazard.isRepeatable()) {
      return List.of();
    }
    Expression whole = chain(use);
    if (whole.getParentNode().orElse(null) instanceof ExpressionStmt || isTarget(whole)) {
      return List.of();
    }
    return type(whole, hazard)
        .map(type -> List.of(conditional(hazard, whole, NeutralValues.instead(type), type)))
        .orElse(List.of());
  }

  /** Gives the variable that is null a value that is empty. */
  static List<Draft> assigned(Hazard hazard) {
    if (!(hazard.subject() instanceof NameExpr name) || isFixed(hazard, name)) {
      return List.of();
    }
    Optional<String> value = hazard.types().of(name).flatMap(Fallback::emptyOf);
    return value
        .flatMap(
            empty -> Anchor.before(hazard).map(anchor -> assignment(hazard, name, empty, anchor)))
        .map(List::of)
        .orElse(List.of());
  }

  private static Draft assignment(Hazard hazard, NameExpr name, String empty, Anchor anchor) {
    String statement = name + " = " + empty + ";";
    return new Draft(
            "Take %s for %s where %s".formatted(empty, name, hazard.unsafe()),
            "From now on the code goes on as if `%s` had been given.".formatted(empty),
            Risk.MEDIUM,
            assignedConfidence(hazard, name),
            anchor.guard(hazard.unsafe(), List.of(statement), hazard.style()))
        .with(Effect.DEFAULTS);
  }

  /** The more uses follow, the better one value for all of them. */
  private static double assignedConfidence(Hazard hazard, NameExpr name) {
    boolean local =
        hazard.types().variable(name).filter(found -> found.kind() == Kind.LOCAL).isPresent();
    boolean usedAgain = LaterUses.factor(hazard, hazard.use()) < 1;
    return (local ? 0.58 : 0.42) + (usedAgain ? 0.09 : 0);
  }

  private static Draft conditional(Hazard hazard, Expression whole, String value, String type) {
    int start = hazard.file().start(whole);
    int end = hazard.file().end(whole);
    boolean parentheses = needsParentheses(whole);
    List<TextEdit> edits =
        List.of(
            new TextEdit(
                start, start, (parentheses ? "(" : "") + hazard.unsafe() + " ? " + value + " : "),
            new TextEdit(end, end, parentheses ? ")" : ""));
    boolean stored = isStored(whole);
    boolean reference = value.equals("null");
    return new Draft(
            "Use %s where %s".formatted(value, hazard.unsafe()),
            "From now on the expression is `%s` in that case; what is done with it must be able to take that."
                .formatted(value),
            Risk.MEDIUM,
            value.startsWith("'")
                ? 0.2
                : confidence(whole, reference, stored)
                    * (hazard.kind() == Hazard.Kind.NULL ? 1 : NOT_NULL)
                    * LaterUses.factor(hazard, whole),
            edits)
        .with(Effect.DEFAULTS);
  }

  private static double confidence(Expression whole, boolean reference, boolean stored) {
    if (isElement(whole)) {
      return 0.72;
    }
    if (reference && isUsedLater(whole)) {
      return 0.25;
    }
    return stored ? 0.62 : reference ? 0.4 : 0.5;
  }

  /** A local that is null now fails in the next call on it instead. */
  private static boolean isUsedLater(Expression whole) {
    if (!(whole.getParentNode().orElse(null) instanceof VariableDeclarator declarator)) {
      return false;
    }
    String name = declarator.getNameAsString();
    return Enclosing.boundary(whole).stream()
        .flatMap(body -> body.findAll(NameExpr.class).stream())
        .filter(use -> use.getNameAsString().equals(name))
        .anyMatch(use -> isDereferenced(use, use.getParentNode().orElse(null)));
  }

  private static boolean isDereferenced(Expression at, @Nullable Node parent) {
    return parent instanceof ForEachStmt loop && loop.getIterable() == at
        || parent instanceof Expression outer && isLink(outer, at);
  }

  /** Returns the longest chain of calls and accesses that starts with the failing one. */
  private static Expression chain(Expression use) {
    Expression at = use;
    while (at.getParentNode().orElse(null) instanceof Expression parent && isLink(parent, at)) {
      at = parent;
    }
    return at;
  }

  private static boolean isLink(Expression parent, Expression at) {
    return (parent instanceof MethodCallExpr call
            && call.getScope().filter(scope -> scope == at).isPresent())
        || (parent instanceof FieldAccessExpr access && access.getScope() == at)
        || (parent instanceof ArrayAccessExpr element && element.getName() == at);
  }

  private static Optional<String> type(Expression whole, Hazard hazard) {
    if (hazard.use() == hazard.subject()) {
      return hazard.types().of(whole).map(Boxes::primitive);
    }
    Node parent = whole.getParentNode().orElse(null);
    Optional<String> known = hazard.types().of(whole).filter(type -> !type.equals("void"));
    if (known.isPresent()) {
      return known;
    }
    if (parent instanceof VariableDeclarator declarator) {
      return Optional.of(declarator.getTypeAsString());
    }
    if (parent instanceof AssignExpr assignment) {
      return hazard.types().of(assignment.getTarget());
    }
    if (parent instanceof ReturnStmt) {
      return Enclosing.callable(parent)
          .filter(MethodDeclaration.class::isInstance)
          .map(method -> ((MethodDeclaration) method).getTypeAsString());
    }
    return Optional.empty();
  }

  /** Assigned, declared or returned: the place where a null or zero is most likely to be fine. */
  private static boolean isStored(Expression whole) {
    Node parent = whole.getParentNode().orElse(null);
    return parent instanceof AssignExpr || parent instanceof VariableDeclarator;
  }

  /** Stored in an array, whose other elements are then what they were. */
  private static boolean isElement(Expression whole) {
    return whole.getParentNode().orElse(null) instanceof AssignExpr assignment
        && assignment.getTarget().isArrayAccessExpr();
  }

  private static boolean isTarget(Expression whole) {
    Node parent = whole.getParentNode().orElse(null);
    return (parent instanceof AssignExpr assignment && assignment.getTarget() == whole)
        || (parent instanceof UnaryExpr unary
            && !unary.getOperator().toString().equals("LOGICAL_COMPLEMENT"));
  }

  private static boolean needsParentheses(Expression whole) {
    Node parent = whole.getParentNode().orElse(null);
    return parent instanceof BinaryExpr
        || parent instanceof UnaryExpr
        || parent instanceof CastExpr
        || (parent instanceof ConditionalExpr either && either.getCondition() == whole);
  }

  private static boolean isFixed(Hazard hazard, NameExpr name) {
    return hazard
        .types()
        .variable(name)
        .filter(found -> found.kind() != Kind.FIELD)
        .filter(found -> !isFinal(found.node()))
        .isEmpty();
  }

  private static boolean isFinal(Node variable) {
    Node declared =
        variable instanceof VariableDeclarator
            ? variable.getParentNode().orElse(variable)
            : variable;
    return declared instanceof NodeWithModifiers<?> modified
        && modified.hasModifier(Modifier.Keyword.FINAL);
  }

  private static Optional<String> emptyOf(String type) {
    if (type.endsWith("[]") && !type.endsWith("[][]") && type.length() > 3) {
      return Optional.of("new " + type.substring(0, type.length() - 2) + "[0]");
    }
    return Optional.ofNullable(EMPTY.get(type));
  }
}
