package dev.mendgate.fixer.field;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.Type;
import java.util.List;
import java.util.Optional;

/** The type an expression is declared with, as it is written in the same file. */
public final class DeclaredType {
  private DeclaredType() {}

  /**
   * Returns the written type of a variable, of a field, of a call of a method of the same file, or
   * of {@code map.get(key)} on a map of those; empty where the file doesn't tell.
   */
  public static Optional<Type> of(Expression expression) {
    if (expression instanceof EnclosedExpr enclosed) {
      return of(enclosed.getInner());
    }
    if (expression instanceof CastExpr cast) {
      return Optional.of(cast.getType());
    }
    if (expression instanceof NameExpr name) {
      return Scopes.declaration(name.getNameAsString(), name).flatMap(DeclaredType::ofVariable);
    }
    if (expression instanceof MethodCallExpr call) {
      return ofCall(call);
    }
    return Field.of(expression).map(Field::type);
  }

  private static Optional<Type> ofVariable(Node declaration) {
    if (declaration instanceof Parameter parameter) {
      return Optional.of(parameter.getType()).filter(type -> !type.isUnknownType());
    }
    if (!(declaration instanceof VariableDeclarator variable)) {
      return Optional.empty();
    }
    if (!variable.getType().isVarType()) {
      return Optional.of(variable.getType());
    }
    return variable
        .getInitializer()
        .flatMap(
            value ->
                value instanceof ObjectCreationExpr creation
                    ? Optional.of((Type) creation.getType())
                    : of(value));
  }

  private static Optional<Type> ofCall(MethodCallExpr call) {
    if (call.getNameAsString().equals("get") && call.getArguments().size() == 1) {
      return call.getScope().flatMap(map -> argument(map, 1));
    }
    boolean own = call.getScope().isEmpty() || call.getScope().get().isThisExpr();
    if (!own) {
      return Optional.empty();
    }
    List<MethodDeclaration> named =
        call.findCompilationUnit().stream()
            .flatMap(unit -> unit.findAll(MethodDeclaration.class).stream())
            .filter(method -> method.getNameAsString().equals(call.getNameAsString()))
            .filter(method -> method.getParameters().size() == call.getArguments().size())
            .toList();
    return named.size() == 1 ? Optional.of(named.get(0).getType()) : Optional.empty();
  }

  /** Returns the n-th type argument of an expression's written type, from 0. */
  public static Optional<Type> argument(Expression expression, int index) {
    return of(expression).flatMap(type -> argument(type, index));
  }

  /** Returns the n-th type argument of a written type, from 0. */
  public static Optional<Type> argument(Type type, int index) {
    return type instanceof ClassOrInterfaceType named
        ? named
            .getTypeArguments()
            .filter(arguments -> arguments.size() > index)
            .map(arguments -> (Type) arguments.get(index))
        : Optional.empty();
  }

  /** Returns the simple name of a class or interface type; empty for others. */
  public static String simpleName(Type type) {
    return type instanceof ClassOrInterfaceType named ? named.getNameAsString() : "";
  }
}
