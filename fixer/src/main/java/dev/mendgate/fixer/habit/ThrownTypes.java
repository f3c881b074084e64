package dev.mendgate.fixer.habit;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.ImportDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithName;
import com.github.javaparser.ast.stmt.ThrowStmt;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds out which class a name means in another file, and what a checking method throws. */
final class ThrownTypes {
  private static final int DEEPEST = 6;

  private final RuleContext.Sources sources;

  ThrownTypes(RuleContext.Sources sources) {
    this.sources = sources;
  }

  /** Returns the qualified name of a type that a file's text calls by a name. */
  Optional<String> qualified(String name, String path) {
    if (name.indexOf('.') > 0 && Character.isLowerCase(name.charAt(0))) {
      return Optional.of(name);
    }
    Optional<String> text = sources.text(path);
    Optional<String> imported =
        text.flatMap(
            found -> first("(?m)^import\\s+([\\w.]+\\." + Pattern.quote(name) + ")\\s*;", found));
    if (imported.isPresent()) {
      return imported;
    }
    String here =
        text.flatMap(found -> first("(?m)^\\s*package\\s+([\\w.]+)\\s*;", found)).orElse("");
    String sibling = here.isEmpty() ? name : here + "." + name;
    return sources.declaring(sibling).isPresent()
        ? Optional.of(sibling)
        : platform("java.lang." + name).map(Class::getName);
  }

  /** Returns whether a class is known to be an unchecked exception. */
  boolean isUnchecked(String qualifiedName) {
    return isUnchecked(qualifiedName, 0);
  }

  private boolean isUnchecked(String qualifiedName, int depth) {
    Optional<Class<?>> loaded = platform(qualifiedName);
    if (loaded.isPresent()) {
      return RuntimeException.class.isAssignableFrom(loaded.get());
    }
    Optional<ParsedFile> file = sources.declaring(qualifiedName);
    return depth < DEEPEST
        && file.flatMap(found -> superclass(found, qualifiedName))
            .filter(parent -> isUnchecked(parent, depth + 1))
            .isPresent();
  }

  /** Returns what a static method throws where its first argument is null; empty if not known. */
  Optional<String> thrownBy(String owner, String method, int arguments) {
    if (owner.equals("java.util.Objects") && method.equals("requireNonNull")) {
      return Optional.of("java.lang.NullPointerException");
    }
    Optional<ParsedFile> file = sources.declaring(owner);
    return file.stream()
        .flatMap(found -> found.unit().findAll(MethodDeclaration.class).stream())
        .filter(found -> found.getNameAsString().equals(method))
        .filter(found -> found.getParameters().size() == arguments)
        .flatMap(ThrownTypes::thrownForNull)
        .flatMap(name -> qualified(name, file.orElseThrow().path()).stream())
        .findFirst();
  }

  private static Stream<String> thrownForNull(MethodDeclaration method) {
    String parameter = method.getParameter(0).getNameAsString();
    boolean asks =
        GuardScan.scan(method.toString()).stream()
            .anyMatch(
                guard -> guard.shape() == Guard.Shape.THROW && guard.subject().equals(parameter));
    return asks
        ? method.findAll(ThrowStmt.class).stream()
            .map(ThrowStmt::getExpression)
            .filter(Expression::isObjectCreationExpr)
            .map(Expression::asObjectCreationExpr)
            .map(ObjectCreationExpr::getType)
            .map(type -> type.getNameWithScope())
        : Stream.empty();
  }

  private Optional<String> superclass(ParsedFile file, String qualifiedName) {
    String simple = qualifiedName.substring(qualifiedName.lastIndexOf('.') + 1);
    return file.unit()
        .findFirst(ClassOrInterfaceDeclaration.class, type -> type.getNameAsString().equals(simple))
        .flatMap(type -> type.getExtendedTypes().stream().findFirst())
        .flatMap(parent -> qualified(parent.getNameWithScope(), file.path()));
  }

  /** Returns whether a file may call a static method without naming its class. */
  static Optional<String> ownerOfPlainCall(ParsedFile file, String method) {
    CompilationUnit unit = file.unit();
    Optional<String> imported =
        unit.getImports().stream()
            .filter(ImportDeclaration::isStatic)
            .filter(found -> !found.isAsterisk())
            .filter(found -> found.getName().getIdentifier().equals(method))
            .flatMap(found -> found.getName().getQualifier().stream())
            .map(Object::toString)
            .findFirst();
    return imported.or(
        () ->
            unit.getTypes().stream()
                .filter(
                    type ->
                        type.getMethodsByName(method).stream()
                            .anyMatch(MethodDeclaration::isStatic))
                .findFirst()
                .flatMap(type -> type.getFullyQualifiedName()));
  }

  static String packageOf(ParsedFile file) {
    return file.unit().getPackageDeclaration().map(NodeWithName::getNameAsString).orElse("");
  }

  private static Optional<Class<?>> platform(String name) {
    if (!name.startsWith("java.")) {
      return Optional.empty();
    }
    try {
      return Optional.of(Class.forName(name, false, null));
    } catch (ClassNotFoundException | LinkageError absent) {
      return Optional.empty();
    }
  }

  private static Optional<String> first(String regex, String text) {
    Matcher matcher = Pattern.compile(regex).matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
