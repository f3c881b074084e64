package dev.mendgate.fixer.analysis;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithMembers;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.type.Type;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what a simple name means at some place, by the scoping rules of the language. */
public final class Declarations {
  private Declarations() {}

  /** What kind of variable a name stands for. */
  public enum Kind {
    LOCAL,
    PARAMETER,
    FIELD
  }

  /**
   * A variable.
   *
   * @param node its declarator, parameter or pattern
   */
  public record Variable(Kind kind, Node node, Type type) {}

  /** Returns the variable of this name that is visible at a node, looking outwards from there. */
  public static Optional<Variable> find(String name, Node from) {
    Node child = from;
    Optional<Node> around = from.getParentNode();
    while (around.isPresent()) {
      Node scope = around.get();
      Optional<Variable> found = in(scope, child, name);
      if (found.isPresent()) {
        return found;
      }
      child = scope;
      around = scope.getParentNode();
    }
    return Optional.empty();
  }

  private static Optional<Variable> in(Node scope, Node child, String name) {
    if (scope instanceof BlockStmt block) {
      return locals(block.getStatements().stream().takeWhile(found -> found != child), name)
          .or(() -> pattern(block, name));
    }
    if (scope instanceof SwitchEntry entry) {
      return locals(entry.getStatements().stream().takeWhile(found -> found != child), name);
    }
    if (scope instanceof ForStmt loop) {
      return declarators(loop.getInitialization().stream(), name);
    }
    if (scope instanceof ForEachStmt loop) {
      return child == loop.getIterable()
          ? Optional.empty()
          : declarators(Stream.of(loop.getVariable()), name);
    }
    if (scope instanceof TryStmt block) {
      return declarators(block.getResources().stream(), name);
    }
    if (scope instanceof CatchClause clause) {
      return parameters(List.of(clause.getParameter()), name);
    }
    if (scope instanceof LambdaExpr lambda) {
      return parameters(lambda.getParameters(), name);
    }
    if (scope instanceof CallableDeclaration<?> callable) {
      return parameters(callable.getParameters(), name).or(() -> pattern(callable, name));
    }
    return members(scope, name);
  }

  private static Optional<Variable> members(Node scope, String name) {
    if (scope instanceof RecordDeclaration type) {
      return fields(type.getMembers().stream(), name)
          .or(() -> parameters(type.getParameters(), name).map(Declarations::asField));
    }
    if (scope instanceof NodeWithMembers<?> type) {
      return fields(type.getMembers().stream(), name);
    }
    if (scope instanceof ObjectCreationExpr anonymous) {
      return anonymous.getAnonymousClassBody().flatMap(body -> fields(body.stream(), name));
    }
    return Optional.empty();
  }

  /** Returns a field that the type itself declares. */
  public static Optional<Variable> field(TypeDeclaration<?> type, String name) {
    return members(type, name);
  }

  private static Variable asField(Variable component) {
    return new Variable(Kind.FIELD, component.node(), component.type());
  }

  private static Optional<Variable> fields(Stream<BodyDeclaration<?>> members, String name) {
    return members
        .filter(FieldDeclaration.class::isInstance)
        .flatMap(member -> ((FieldDeclaration) member).getVariables().stream())
        .filter(field -> field.getNameAsString().equals(name))
        .findFirst()
        .map(field -> new Variable(Kind.FIELD, field, field.getType()));
  }

  private static Optional<Variable> locals(Stream<? extends Node> before, String name) {
    return declarators(
        before
            .filter(ExpressionStmt.class::isInstance)
            .map(statement -> ((ExpressionStmt) statement).getExpression()),
        name);
  }

  private static Optional<Variable> declarators(Stream<? extends Expression> from, String name) {
    return from.filter(VariableDeclarationExpr.class::isInstance)
        .flatMap(found -> ((VariableDeclarationExpr) found).getVariables().stream())
        .filter(local -> local.getNameAsString().equals(name))
        .findFirst()
        .map(Declarations::local);
  }

  private static Variable local(VariableDeclarator declarator) {
    return new Variable(Kind.LOCAL, declarator, declarator.getType());
  }

  private static Optional<Variable> parameters(List<Parameter> parameters, String name) {
    return parameters.stream()
        .filter(parameter -> parameter.getNameAsString().equals(name))
        .findFirst()
        .map(parameter -> new Variable(Kind.PARAMETER, parameter, parameter.getType()));
  }

  private static Optional<Variable> pattern(Node scope, String name) {
    return scope
        .findFirst(TypePatternExpr.class, found -> found.getNameAsString().equals(name))
        .map(found -> new Variable(Kind.LOCAL, found, found.getType()));
  }
}
