package dev.mendgate.gateway.source.statement.scan;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import com.github.javaparser.ast.stmt.ThrowStmt;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Recognises expressions that create or throw an exception. */
final class Throws {
  /** Classes of the JDK that take texts, are created everywhere and are no exceptions. */
  private static final Set<String> NO_EXCEPTIONS =
      Set.of("String", "StringBuilder", "StringBuffer", "Thread", "File", "Object", "URL", "URI");

  private final FileScope scope;

  Throws(FileScope scope) {
    this.scope = scope;
  }

  /** Reads the creation of an object; null where it is no exception for certain. */
  Sink.@Nullable Throw read(ObjectCreationExpr created) {
    String type = created.getType().getNameWithScope();
    boolean named = Types.isException(type) || scope.extendsException(type);
    if (!named && NO_EXCEPTIONS.contains(FileScope.simple(type))) {
      return null;
    }
    List<String> candidates = scope.candidates(type, created);
    String reported = scope.reportedName(type);
    if (!named && isOfJdk(candidates.get(0))) {
      return null;
    }
    return new Sink.Throw(candidates, reported, named, dialect(reported));
  }

  /** An exception that words its message itself: {@code super("no such item: " + id)}. */
  Sink.@Nullable Throw read(ExplicitConstructorInvocationStmt call) {
    ClassOrInterfaceDeclaration type =
        call.findAncestor(ClassOrInterfaceDeclaration.class).orElse(null);
    if (type == null || FileScope.inAnonymousClass(call)) {
      return null;
    }
    String own = scope.className(call);
    if (call.isThis()) {
      return new Sink.Throw(
          List.of(own.replace('$', '.')), own, Types.isException(own), Dialect.ANY);
    }
    if (type.getExtendedTypes().isEmpty()) {
      return null;
    }
    String parent = type.getExtendedTypes(0).getNameWithScope();
    return new Sink.Throw(
        scope.candidates(parent, type),
        own,
        Types.isException(parent) || Types.isException(own),
        dialect(scope.reportedName(parent)));
  }

  private static Dialect dialect(String type) {
    return isOfJdk(type) ? Dialect.PLAIN : Dialect.ANY;
  }

  static boolean isOfJdk(String qualifiedName) {
    return qualifiedName.startsWith("java.") || qualifiedName.startsWith("javax.");
  }

  /** Returns the statement that throws what an expression gives; null where none does. */
  static @Nullable ThrowStmt thrower(Node expression) {
    for (Node at = expression; at != null; at = at.getParentNode().orElse(null)) {
      Node parent = at.getParentNode().orElse(null);
      if (parent instanceof ThrowStmt thrown) {
        return thrown;
      }
      if (!givesTheSame(parent, at)) {
        return null;
      }
    }
    return null;
  }

  private static boolean givesTheSame(@Nullable Node parent, Node inner) {
    return parent instanceof EnclosedExpr
        || parent instanceof CastExpr
        || (parent instanceof ConditionalExpr choice && choice.getCondition() != inner)
        || (parent instanceof MethodCallExpr call && call.getScope().orElse(null) == inner);
  }
}
