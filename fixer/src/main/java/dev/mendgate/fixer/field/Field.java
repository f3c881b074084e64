package dev.mendgate.fixer.field;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.type.Type;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A field of the file that is looked at.
 *
 * @param variable its declarator
 * @param declaration the declaration, which may hold more fields
 * @param owner the type, or the creation of an anonymous class, that declares it
 */
public record Field(VariableDeclarator variable, FieldDeclaration declaration, Node owner) {

  /** Returns the field an expression names, where a type of the same file declares it. */
  public static Optional<Field> of(Expression expression) {
    if (expression instanceof EnclosedExpr enclosed) {
      return of(enclosed.getInner());
    }
    if (expression instanceof NameExpr name) {
      return Scopes.declaration(name.getNameAsString(), name).flatMap(Field::at);
    }
    return expression instanceof FieldAccessExpr access ? accessed(access) : Optional.empty();
  }

  /** Returns the field a declarator declares; empty for a local variable. */
  public static Optional<Field> at(Node declarator) {
    return declarator instanceof VariableDeclarator variable
            && variable.getParentNode().orElse(null) instanceof FieldDeclaration declaration
        ? declaration.getParentNode().map(owner -> new Field(variable, declaration, owner))
        : Optional.empty();
  }

  private static Optional<Field> accessed(FieldAccessExpr access) {
    String name = access.getNameAsString();
    if (access.getScope() instanceof ThisExpr self) {
      return type(access, self.getTypeName().map(Node::toString)).flatMap(at -> in(at, name));
    }
    if (access.getScope() instanceof NameExpr type
        && Scopes.declaration(type.getNameAsString(), access).isEmpty()) {
      return declaredType(access, type.getNameAsString())
          .flatMap(at -> in(at, name))
          .filter(Field::isStatic);
    }
    return Optional.empty();
  }

  private static Optional<Node> type(Node at, Optional<String> name) {
    return Stream.iterate(
            at.getParentNode(), Optional::isPresent, node -> node.flatMap(Node::getParentNode))
        .map(Optional::orElseThrow)
        .filter(
            node ->
                name.isEmpty()
                    ? node instanceof TypeDeclaration<?> || !Scopes.members(node).isEmpty()
                    : node instanceof TypeDeclaration<?> type
                        && type.getNameAsString().equals(name.get()))
        .findFirst();
  }

  private static Optional<Node> declaredType(Node at, String name) {
    return at.findCompilationUnit().stream()
        .flatMap(unit -> unit.findAll(TypeDeclaration.class).stream())
        .filter(type -> type.getNameAsString().equals(name))
        .map(Node.class::cast)
        .findFirst();
  }

  private static Optional<Field> in(Node owner, String name) {
    return Scopes.members(owner).stream()
        .filter(FieldDeclaration.class::isInstance)
        .flatMap(member -> ((FieldDeclaration) member).getVariables().stream())
        .filter(variable -> variable.getNameAsString().equals(name))
        .findFirst()
        .flatMap(Field::at);
  }

  public String name() {
    return variable.getNameAsString();
  }

  public Type type() {
    return variable.getType();
  }

  public boolean isStatic() {
    return declaration.isStatic()
        || (owner instanceof ClassOrInterfaceDeclaration type && type.isInterface());
  }

  public boolean isPrivate() {
    return declaration.isPrivate();
  }

  public boolean isFinal() {
    return declaration.isFinal();
  }

  /** Returns whether an expression names this very field. */
  public boolean isNamedBy(Expression expression) {
    return of(expression).filter(field -> field.variable == variable).isPresent();
  }

  /** Returns all expressions of the file that name this field, in the order of the text. */
  public List<Expression> references() {
    return declaration.findCompilationUnit().stream()
        .flatMap(unit -> unit.findAll(Expression.class).stream())
        .filter(found -> found instanceof NameExpr || found instanceof FieldAccessExpr)
        .filter(this::isNamedBy)
        .toList();
  }

  /**
   * Returns whether the file reads or writes a field of this name on some other object, such as
   * {@code other.count}, which may be this field too.
   */
  public boolean hasForeignWrites() {
    return declaration.findCompilationUnit().stream()
        .flatMap(unit -> unit.findAll(FieldAccessExpr.class).stream())
        .filter(access -> access.getNameAsString().equals(name()))
        .filter(access -> of(access).isEmpty())
        .anyMatch(access -> Assignments.isTarget(access));
  }
}
