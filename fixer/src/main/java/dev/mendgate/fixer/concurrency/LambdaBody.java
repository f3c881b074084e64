package dev.mendgate.fixer.concurrency;

import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import dev.mendgate.fixer.analysis.ExpressionTypes;
import dev.mendgate.fixer.analysis.Types;
import dev.mendgate.fixer.field.Captures;
import java.lang.reflect.Constructor;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Whether the value of a missing key may be created by a lambda inside of the map's own lock. */
final class LambdaBody {
  private LambdaBody() {}

  /**
   * Returns whether the lambda compiles and cannot come back to the same map, which a
   * ConcurrentHashMap refuses while it computes.
   */
  static boolean allows(Expression value, Target target) {
    return target.age().hasLambda()
        && Captures.mayMoveIntoLambda(value)
        && value.findAll(ObjectCreationExpr.class).stream()
            .allMatch(creation -> isPlain(creation, target))
        && value.findAll(MethodCallExpr.class).stream().allMatch(call -> isPlain(call, target));
  }

  /** Returns whether an expression costs nothing and fails never, so that it may be made early. */
  static boolean isCheap(Expression value) {
    return value.isLiteralExpr() || value.isNameExpr() || value.isFieldAccessExpr();
  }

  private static boolean isPlain(MethodCallExpr call, Target target) {
    List<ExpressionTypes.Callee> callees = ExpressionTypes.of(target.context()).callees(call);
    return !callees.isEmpty()
        && callees.stream()
            .map(ExpressionTypes.Callee::method)
            .allMatch(
                method ->
                    method.getThrownExceptions().isEmpty()
                        && target.field().references().stream().noneMatch(method::isAncestorOf)
                        && method.findFirst(MethodCallExpr.class).isEmpty());
  }

  private static boolean isPlain(ObjectCreationExpr creation, Target target) {
    if (creation.getAnonymousClassBody().isPresent()) {
      return false;
    }
    Types types = new Types(target.context().sources());
    String name = creation.getType().getNameWithScope();
    Optional<Types.Declared> own = types.declared(name, target.file());
    if (own.isPresent()) {
      return own.get().type().getConstructors().stream()
          .map(ConstructorDeclaration::getThrownExceptions)
          .allMatch(List::isEmpty);
    }
    return types
        .platformClass(name, target.file())
        .filter(type -> Arrays.stream(type.getConstructors()).allMatch(LambdaBody::isUnchecked))
        .isPresent();
  }

  private static boolean isUnchecked(Constructor<?> constructor) {
    return Arrays.stream(constructor.getExceptionTypes())
        .allMatch(RuntimeException.class::isAssignableFrom);
  }
}
