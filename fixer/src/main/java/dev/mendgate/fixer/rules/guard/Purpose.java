package dev.mendgate.fixer.rules.guard;

import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import dev.mendgate.fixer.Effect;
import dev.mendgate.fixer.analysis.Declarations.Kind;
import dev.mendgate.fixer.analysis.Declarations.Variable;
import dev.mendgate.fixer.analysis.Enclosing;
import dev.mendgate.fixer.analysis.ExpressionTypes.Callee;
import dev.mendgate.fixer.analysis.Types;
import java.util.Optional;
import java.util.Set;

/** Whether the code means a reference to be null at times: says who has to change. */
enum Purpose {
  /** Documentation, annotation or a {@code return null} says that it may be. */
  ALLOWED,
  /** Its class checks it elsewhere. */
  EXPECTED,
  FORBIDDEN,
  UNKNOWN;

  private static final Set<String> NULLABLE = Set.of("Nullable", "CheckForNull", "NullAllowed");
  private static final Set<String> NON_NULL = Set.of("NonNull", "Nonnull", "NotNull");

  /** Returns what is known about a hazard's subject. */
  static Purpose of(Hazard hazard) {
    if (hazard.kind() != Hazard.Kind.NULL) {
      return UNKNOWN;
    }
    Expression subject = hazard.subject();
    if (subject instanceof MethodCallExpr call) {
      return ofCall(hazard, call);
    }
    Optional<Variable> variable =
        subject instanceof NameExpr name ? hazard.types().variable(name) : Optional.empty();
    if (variable.filter(found -> found.kind() == Kind.PARAMETER).isPresent()) {
      return variable.get().node() instanceof Parameter parameter
          ? ofParameter(hazard, parameter)
          : UNKNOWN;
    }
    if (variable.filter(found -> found.kind() == Kind.LOCAL).isPresent()) {
      return variable.get().node() instanceof VariableDeclarator declarator
          ? declarator
              .getInitializer()
              .filter(Expression::isMethodCallExpr)
              .map(value -> ofCall(hazard, value.asMethodCallExpr()))
              .orElse(UNKNOWN)
          : UNKNOWN;
    }
    return isCheckedElsewhere(subject) ? EXPECTED : UNKNOWN;
  }

  /** Returns how much more or less likely a fix with an effect is right. */
  double factor(Effect effect) {
    if (effect == Effect.THROWS) {
      return switch (this) {
        case ALLOWED -> 0.6;
        case EXPECTED -> 0.8;
        case FORBIDDEN -> 1.5;
        case UNKNOWN -> 1;
      };
    }
    return this == FORBIDDEN && effect != Effect.REPAIRS ? 0.75 : 1;
  }

  /** Returns a clause for the rationale, empty where nothing is known. */
  String clause() {
    return switch (this) {
      case ALLOWED -> "; the code says that this may happen";
      case EXPECTED -> ", which its class checks elsewhere";
      case FORBIDDEN -> "; its documentation forbids that";
      case UNKNOWN -> "";
    };
  }

  private static Purpose ofParameter(Hazard hazard, Parameter parameter) {
    for (AnnotationExpr annotation : parameter.getAnnotations()) {
      if (NULLABLE.contains(annotation.getName().getIdentifier())) {
        return ALLOWED;
      }
      if (NON_NULL.contains(annotation.getName().getIdentifier())) {
        return FORBIDDEN;
      }
    }
    Optional<CallableDeclaration<?>> method =
        parameter
            .getParentNode()
            .filter(CallableDeclaration.class::isInstance)
            .map(found -> (CallableDeclaration<?>) found);
    return method
        .flatMap(found -> Javadoc.of(hazard.file(), found))
        .map(doc -> doc.purpose(parameter.getNameAsString()))
        .orElse(UNKNOWN);
  }

  private static Purpose ofCall(Hazard hazard, MethodCallExpr call) {
    return hazard.types().callees(call).stream().anyMatch(Purpose::returnsNull) ? ALLOWED : UNKNOWN;
  }

  private static boolean returnsNull(Callee callee) {
    return !Origin.nullReturns(callee).isEmpty()
        || Javadoc.of(callee.file(), callee.method())
            .filter(Javadoc::saysNullIsReturned)
            .isPresent();
  }

  private static boolean isCheckedElsewhere(Expression field) {
    String name = field.toString();
    String bare = name.startsWith("this.") ? name.substring(5) : name;
    Optional<TypeDeclaration<?>> type = Types.around(field);
    return type.isPresent()
        && type.get()
            .findFirst(
                BinaryExpr.class,
                test ->
                    test.getRight().isNullLiteralExpr()
                        && test.getLeft().toString().replaceFirst("^this\\.", "").equals(bare)
                        && !Enclosing.boundary(test).equals(Enclosing.boundary(field)))
            .isPresent();
  }
}
