package dev.mendgate.fixer.rules.guard;

import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import dev.mendgate.fixer.analysis.Declarations;
import dev.mendgate.fixer.analysis.Enclosing;
import dev.mendgate.fixer.analysis.Types;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what a method may return early, by what the code around it returns in such cases. */
final class ReturnValues {
  private static final double SAME_METHOD = 0.8;
  private static final double OVERLOAD = 0.75;
  private static final double SAME_CLASS = 0.68;
  private static final double LAST_RETURN = 0.66;

  private final Hazard hazard;
  private final MethodDeclaration method;
  private final Map<String, Value> values = new LinkedHashMap<>();

  /**
   * A value to return.
   *
   * @param text its source, empty for a plain {@code return}
   * @param why the ground it is chosen on
   */
  record Value(String text, double confidence, String why) {}

  private ReturnValues(Hazard hazard, MethodDeclaration method) {
    this.hazard = hazard;
    this.method = method;
  }

  /** Returns values, most likely first; none for a constructor, which cannot be left half done. */
  static List<Value> of(Hazard hazard) {
    Optional<CallableDeclaration<?>> callable = Enclosing.callable(hazard.use());
    if (callable.isEmpty() || !(callable.get() instanceof MethodDeclaration method)) {
      return List.of();
    }
    if (method.getType().isVoidType()) {
      return List.of(new Value("", 0.55, "the method returns nothing"));
    }
    ReturnValues search = new ReturnValues(hazard, method);
    search.collect();
    return search.values.values().stream()
        .sorted((one, other) -> Double.compare(other.confidence(), one.confidence()))
        .limit(3)
        .toList();
  }

  private void collect() {
    lastReturn();
    Optional<TypeDeclaration<?>> type = Types.around(method);
    type.ifPresent(found -> found.getMethods().forEach(this::learn));
    NeutralValues.of(method.getType(), method.getNameAsString(), hazard)
        .forEach(value -> add(value.text(), value.confidence(), value.why()));
    Javadoc.of(hazard.file(), method)
        .filter(Javadoc::saysNullIsReturned)
        .ifPresent(doc -> add("null", 0.72, "its documentation says that it may"));
  }

  /** The value a method ends with fits where it exists before the guard already. */
  private void lastReturn() {
    Optional<Statement> last = method.getBody().flatMap(body -> body.getStatements().getLast());
    last.filter(Statement::isReturnStmt)
        .flatMap(found -> found.asReturnStmt().getExpression())
        .filter(this::existsBefore)
        .ifPresent(
            found ->
                add(found.toString(), LAST_RETURN, "it is what the method returns at its end"));
  }

  private boolean existsBefore(Expression expression) {
    if (expression.isThisExpr()) {
      return true;
    }
    return expression.isNameExpr()
        && Enclosing.statement(hazard.use())
            .flatMap(at -> Declarations.find(expression.asNameExpr().getNameAsString(), at))
            .filter(found -> hazard.file().start(found.node()) < hazard.file().start(hazard.use()))
            .isPresent()
        && !expression.toString().equals(hazard.subject().toString());
  }

  private void learn(MethodDeclaration other) {
    if (!other.getType().equals(method.getType())) {
      return;
    }
    boolean overload = other.getNameAsString().equals(method.getNameAsString());
    double confidence = other == method ? SAME_METHOD : overload ? OVERLOAD : SAME_CLASS;
    String where = other == method ? "the method" : "`" + other.getNameAsString() + "`";
    for (IfStmt check : other.findAll(IfStmt.class)) {
      if (testsAlike(check.getCondition())) {
        returned(check.getThenStmt())
            .filter(Constants::isConstant)
            .ifPresent(found -> add(found.toString(), confidence, where + " does so elsewhere"));
      }
    }
    for (ReturnStmt found : other.findAll(ReturnStmt.class)) {
      found
          .getExpression()
          .filter(Expression::isConditionalExpr)
          .map(Expression::asConditionalExpr)
          .filter(either -> testsAlike(either.getCondition()))
          .map(ConditionalExpr::getThenExpr)
          .filter(Constants::isConstant)
          .ifPresent(value -> add(value.toString(), confidence, where + " does so elsewhere"));
      if (hazard.kind() == Hazard.Kind.BOUNDS) {
        otherwise(found).ifPresent(value -> add(value, confidence, where + " does so elsewhere"));
      }
    }
  }

  /** {@code i < n ? read(i) : NOTHING} says what there is beyond the end. */
  private static Optional<String> otherwise(ReturnStmt found) {
    return found
        .getExpression()
        .filter(Expression::isConditionalExpr)
        .map(Expression::asConditionalExpr)
        .filter(
            either ->
                either
                    .getCondition()
                    .findFirst(BinaryExpr.class, ReturnValues::isComparison)
                    .isPresent())
        .map(ConditionalExpr::getElseExpr)
        .filter(Constants::isConstant)
        .map(Expression::toString);
  }

  /** Whether a condition of other code is of the hazard's own sort. */
  private boolean testsAlike(Expression condition) {
    boolean empty =
        condition.toString().contains("isEmpty(") || condition.toString().contains("() == 0");
    boolean absent = condition.findFirst(BinaryExpr.class, ReturnValues::isNullTest).isPresent();
    boolean compared =
        condition.findFirst(BinaryExpr.class, ReturnValues::isComparison).isPresent();
    return switch (hazard.kind()) {
      case NULL -> absent || empty;
      case BOUNDS -> compared || empty;
      case EMPTY -> empty;
      case CAST -> condition.toString().contains(" instanceof ");
    };
  }

  private static boolean isComparison(BinaryExpr test) {
    return switch (test.getOperator()) {
      case LESS, LESS_EQUALS, GREATER, GREATER_EQUALS -> true;
      default -> false;
    };
  }

  private static boolean isNullTest(BinaryExpr test) {
    return test.getOperator() == BinaryExpr.Operator.EQUALS
        && (test.getLeft().isNullLiteralExpr() || test.getRight().isNullLiteralExpr());
  }

  private static Optional<Expression> returned(Statement body) {
    if (body instanceof BlockStmt block && block.getStatements().size() == 1) {
      return returned(block.getStatement(0));
    }
    return body instanceof ReturnStmt found ? found.getExpression() : Optional.empty();
  }

  private void add(String text, double confidence, String why) {
    Value value = new Value(text, confidence, why);
    values.merge(text, value, (one, other) -> one.confidence() >= other.confidence() ? one : other);
  }
}
