package dev.mendgate.fixer.concurrency;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Modifier;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.SynchronizedStmt;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import dev.mendgate.fixer.field.Field;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads from a class's text whether several threads are meant to use it. */
public final class SharedState {
  private static final Set<String> THREAD_TYPES =
      Set.of("Runnable", "Callable", "Thread", "TimerTask", "HttpServlet", "Filter");
  private static final Set<String> ONE_FOR_ALL =
      Set.of(
          "ApplicationScoped",
          "Component",
          "Controller",
          "Repository",
          "RestController",
          "Service",
          "Singleton",
          "ThreadSafe");

  private SharedState() {}

  /**
   * Returns what speaks for threads sharing a field, as the end of a sentence; empty if nothing.
   */
  public static Optional<String> evidence(Field field) {
    if (field.isStatic()) {
      return Optional.of("the field is static");
    }
    return ofClass(field.owner());
  }

  private static Optional<String> ofClass(Node owner) {
    if (hasSynchronized(owner)) {
      return Optional.of("the class synchronizes elsewhere");
    }
    if (hasVolatile(owner)) {
      return Optional.of("the class has volatile fields");
    }
    Optional<String> declared =
        owner instanceof TypeDeclaration<?> type ? declared(type) : Optional.empty();
    return declared.or(() -> startsThreads(owner)).or(() -> imports(owner));
  }

  private static Optional<String> declared(TypeDeclaration<?> type) {
    Optional<String> annotation =
        type.getAnnotations().stream()
            .map(AnnotationExpr::getNameAsString)
            .filter(ONE_FOR_ALL::contains)
            .findFirst()
            .map(name -> "one instance serves all threads (@" + name + ")");
    return annotation
        .or(() -> threadType(type).map(name -> "the class is a " + name))
        .or(() -> singleton(type));
  }

  private static Optional<String> threadType(TypeDeclaration<?> type) {
    if (!(type instanceof ClassOrInterfaceDeclaration found)) {
      return Optional.empty();
    }
    return Stream.concat(found.getImplementedTypes().stream(), found.getExtendedTypes().stream())
        .map(ClassOrInterfaceType::getNameAsString)
        .filter(THREAD_TYPES::contains)
        .findFirst();
  }

  private static Optional<String> singleton(TypeDeclaration<?> type) {
    boolean holdsItself =
        type.getFields().stream()
            .filter(FieldDeclaration::isStatic)
            .anyMatch(field -> field.getElementType().toString().equals(type.getNameAsString()));
    return holdsItself ? Optional.of("the class keeps one instance for all") : Optional.empty();
  }

  private static boolean hasSynchronized(Node owner) {
    return owner.findFirst(SynchronizedStmt.class).isPresent()
        || owner
            .findFirst(
                MethodDeclaration.class,
                method -> method.hasModifier(Modifier.Keyword.SYNCHRONIZED))
            .isPresent();
  }

  private static boolean hasVolatile(Node owner) {
    return owner.findFirst(FieldDeclaration.class, FieldDeclaration::isVolatile).isPresent();
  }

  private static Optional<String> startsThreads(Node owner) {
    return owner
        .findFirst(
            ObjectCreationExpr.class,
            creation -> creation.getType().getNameAsString().equals("Thread"))
        .map(creation -> "the class starts threads");
  }

  private static Optional<String> imports(Node owner) {
    return owner
        .findCompilationUnit()
        .flatMap(SharedState::concurrentImport)
        .map(name -> "the file uses " + name);
  }

  private static Optional<String> concurrentImport(CompilationUnit unit) {
    return unit.getImports().stream()
        .map(found -> found.getNameAsString())
        .filter(name -> name.startsWith("java.util.concurrent"))
        .findFirst();
  }
}
