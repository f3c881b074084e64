package dev.mendgate.fixer.analysis;

import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.ArrayCreationExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.CharLiteralExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.type.Type;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.analysis.Declarations.Variable;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tells an expression's declared type as far as declarations in the tree and the JDK's classes say
 * it; no inference.
 *
 * @param file file of the expressions asked for
 */
public record ExpressionTypes(ParsedFile file, Types types) {
  /** Asks about the file of a context's site. */
  public static ExpressionTypes of(RuleContext context) {
    return new ExpressionTypes(context.file(), new Types(context.sources()));
  }

  /** Returns the source name of the type, such as {@code int[]}; empty where it is not known. */
  public Optional<String> of(Expression expression) {
    if (expression instanceof EnclosedExpr enclosed) {
      return of(enclosed.getInner());
    }
    if (expression instanceof NameExpr name) {
      return variable(name).map(found -> name(found.type()));
    }
    if (expression instanceof FieldAccessExpr access) {
      return field(access);
    }
    if (expression instanceof ArrayAccessExpr access) {
      return of(access.getName()).filter(type -> type.endsWith("[]")).map(ExpressionTypes::element);
    }
    if (expression instanceof MethodCallExpr call) {
      return returned(call);
    }
    return literal(expression);
  }

  /** Returns the variable a name stands for, inherited fields included. */
  public Optional<Variable> variable(NameExpr name) {
    return Declarations.find(name.getNameAsString(), name)
        .or(
            () ->
                Types.around(name)
                    .flatMap(
                        type -> inherited(new Types.Declared(file, type), name.getNameAsString())));
  }

  /** Returns the method of the tree that a call means, by name and number of arguments. */
  public List<Callee> callees(MethodCallExpr call) {
    return receivers(call)
        .flatMap(type -> types.withSupertypes(type).stream())
        .flatMap(type -> methods(type, call))
        .toList();
  }

  /**
   * A method of the tree that a call may mean.
   *
   * @param file its file
   */
  public record Callee(ParsedFile file, MethodDeclaration method) {}

  private Stream<Types.Declared> receivers(MethodCallExpr call) {
    Optional<Expression> scope = call.getScope();
    if (scope.isEmpty() || scope.get().isThisExpr() || scope.get().isSuperExpr()) {
      return Stream.iterate(
              Types.around(call), Optional::isPresent, type -> type.flatMap(Types::around))
          .map(type -> new Types.Declared(file, type.orElseThrow()));
    }
    return of(scope.get())
        .or(() -> Optional.of(scope.get().toString()).filter(text -> looksLikeType(scope.get())))
        .flatMap(name -> types.declared(name, file))
        .stream();
  }

  /** Whether an expression reads as a type, as in {@code Type.staticMethod()}. */
  public boolean looksLikeType(Expression expression) {
    if (expression instanceof FieldAccessExpr access) {
      return Character.isUpperCase(access.getNameAsString().charAt(0))
          && !access
              .getNameAsString()
              .equals(access.getNameAsString().toUpperCase(java.util.Locale.ROOT))
          && field(access).isEmpty();
    }
    return expression instanceof NameExpr name
        && Character.isUpperCase(name.getNameAsString().charAt(0))
        && variable(name).isEmpty();
  }

  private static Stream<Callee> methods(Types.Declared type, MethodCallExpr call) {
    int given = call.getArguments().size();
    return type.type().getMethodsByName(call.getNameAsString()).stream()
        .filter(
            method ->
                method.getParameters().size() == given
                    || method.getParameters().stream().anyMatch(found -> found.isVarArgs()))
        .map(method -> new Callee(type.file(), method));
  }

  private Optional<String> returned(MethodCallExpr call) {
    List<Callee> callees = callees(call);
    if (!callees.isEmpty()) {
      return Optional.of(callees.get(0).method().getType()).map(ExpressionTypes::name);
    }
    return call.getScope()
        .flatMap(
            scope ->
                of(scope)
                    .or(() -> Optional.of(scope.toString()).filter(text -> looksLikeType(scope))))
        .flatMap(name -> types.platformClass(name, file))
        .flatMap(owner -> platformReturn(owner, call));
  }

  private static Optional<String> platformReturn(Class<?> owner, MethodCallExpr call) {
    List<String> found =
        Arrays.stream(owner.getMethods())
            .filter(method -> method.getName().equals(call.getNameAsString()))
            .filter(method -> method.getParameterCount() == call.getArguments().size())
            .filter(method -> !method.isBridge())
            .filter(method -> method.getGenericReturnType() instanceof Class<?>)
            .map(method -> method.getReturnType().getCanonicalName())
            .distinct()
            .toList();
    return found.size() == 1
        ? Optional.of(found.get(0).replaceFirst("^java\\.lang\\.(?=[A-Z]\\w*(\\[\\])*$)", ""))
        : Optional.empty();
  }

  private Optional<String> field(FieldAccessExpr access) {
    if (access.getScope() instanceof ThisExpr) {
      return Types.around(access)
          .flatMap(type -> inherited(new Types.Declared(file, type), access.getNameAsString()))
          .map(found -> name(found.type()));
    }
    Optional<String> owner = of(access.getScope());
    if (access.getNameAsString().equals("length")
        && owner.filter(type -> type.endsWith("[]")).isPresent()) {
      return Optional.of("int");
    }
    return owner
        .or(() -> Optional.of(access.getScope().toString()))
        .flatMap(name -> types.declared(name, file))
        .flatMap(type -> inherited(type, access.getNameAsString()))
        .map(found -> name(found.type()));
  }

  private Optional<Variable> inherited(Types.Declared type, String name) {
    return types.withSupertypes(type).stream()
        .flatMap(found -> Declarations.field(found.type(), name).stream())
        .findFirst();
  }

  private Optional<String> literal(Expression expression) {
    if (expression instanceof CastExpr cast) {
      return Optional.of(name(cast.getType()));
    }
    if (expression instanceof ObjectCreationExpr creation) {
      return Optional.of(name(creation.getType()));
    }
    if (expression instanceof ArrayCreationExpr creation) {
      return Optional.of(name(creation.createdType()));
    }
    if (expression instanceof StringLiteralExpr) {
      return Optional.of("String");
    }
    if (expression instanceof IntegerLiteralExpr) {
      return Optional.of("int");
    }
    if (expression instanceof CharLiteralExpr) {
      return Optional.of("char");
    }
    if (expression instanceof ConditionalExpr either) {
      return of(either.getThenExpr()).or(() -> of(either.getElseExpr()));
    }
    return isCondition(expression) ? Optional.of("boolean") : Optional.empty();
  }

  private static final Set<BinaryExpr.Operator> COMPARISONS =
      Set.of(
          BinaryExpr.Operator.AND,
          BinaryExpr.Operator.OR,
          BinaryExpr.Operator.EQUALS,
          BinaryExpr.Operator.NOT_EQUALS,
          BinaryExpr.Operator.LESS,
          BinaryExpr.Operator.LESS_EQUALS,
          BinaryExpr.Operator.GREATER,
          BinaryExpr.Operator.GREATER_EQUALS);

  /** Whether an expression is boolean by its form alone. */
  public static boolean isCondition(Expression expression) {
    return expression instanceof BooleanLiteralExpr
        || expression instanceof InstanceOfExpr
        || (expression instanceof BinaryExpr binary && COMPARISONS.contains(binary.getOperator()))
        || (expression instanceof UnaryExpr unary
            && unary.getOperator() == UnaryExpr.Operator.LOGICAL_COMPLEMENT);
  }

  private static String element(String array) {
    return array.substring(0, array.length() - 2);
  }

  private static String name(Type type) {
    return type.asString();
  }
}
