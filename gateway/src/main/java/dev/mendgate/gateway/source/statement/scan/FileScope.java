package dev.mendgate.gateway.source.statement.scan;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.ImportDeclaration;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the names of one file's classes, fields and methods stand for. */
final class FileScope {
  private static final int MAX_CANDIDATES = 12;

  private final String packageName;
  private final List<ImportDeclaration> imports;
  private final Map<String, TypeDeclaration<?>> types = new HashMap<>();
  private final Map<TypeDeclaration<?>, Members> members = new IdentityHashMap<>();

  /** Fields and methods of a class by name. */
  private static final class Members {
    final Map<String, VariableDeclarator> fields = new HashMap<>();
    final Map<String, List<MethodDeclaration>> methods = new HashMap<>();

    Members(TypeDeclaration<?> type) {
      for (FieldDeclaration field : type.getFields()) {
        field.getVariables().forEach(v -> fields.putIfAbsent(v.getNameAsString(), v));
      }
      for (MethodDeclaration method : type.getMethods()) {
        methods.computeIfAbsent(method.getNameAsString(), n -> new ArrayList<>()).add(method);
      }
    }
  }

  FileScope(CompilationUnit unit) {
    packageName = unit.getPackageDeclaration().map(p -> p.getNameAsString()).orElse("");
    imports = List.copyOf(unit.getImports());
    for (Node node : Nodes.under(unit)) {
      if (node instanceof TypeDeclaration<?> type) {
        types.putIfAbsent(type.getNameAsString(), type);
      }
    }
  }

  /** Returns the binary name of the innermost named class around the node. */
  String className(Node node) {
    Deque<String> names = new ArrayDeque<>();
    for (TypeDeclaration<?> type : around(node)) {
      names.push(type.getNameAsString());
    }
    return inPackage(String.join("$", names));
  }

  /** Returns the classes around a node, the innermost first. */
  static List<TypeDeclaration<?>> around(Node node) {
    List<TypeDeclaration<?>> types = new ArrayList<>();
    for (Node at = node; at != null; at = at.getParentNode().orElse(null)) {
      if (at instanceof TypeDeclaration<?> type) {
        types.add(type);
      }
    }
    return types;
  }

  /** Returns the qualified names of the classes around a node, the innermost first. */
  List<String> enclosing(Node node) {
    return around(node).stream().map(type -> className(type).replace('$', '.')).toList();
  }

  /** Returns the field a name means inside the node's classes; null where there is none. */
  @Nullable VariableDeclarator field(String name, Node node) {
    for (TypeDeclaration<?> type : around(node)) {
      VariableDeclarator found = field(type, name);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** Returns the field of a class that this file declares. */
  @Nullable VariableDeclarator fieldOf(String className, String name) {
    TypeDeclaration<?> type = types.get(simple(className));
    return type == null ? null : field(type, name);
  }

  private @Nullable VariableDeclarator field(TypeDeclaration<?> type, String name) {
    return members.computeIfAbsent(type, Members::new).fields.get(name);
  }

  /** Returns the only method of that name and number of parameters in the classes around a node. */
  @Nullable MethodDeclaration method(String name, int arguments, Node node) {
    for (TypeDeclaration<?> type : around(node)) {
      List<MethodDeclaration> named =
          methods(type, name).stream()
              .filter(method -> method.getParameters().size() == arguments)
              .toList();
      if (!named.isEmpty()) {
        return named.size() == 1 ? named.get(0) : null;
      }
    }
    return null;
  }

  /** Returns whether the classes around a node declare a method of that name. */
  boolean declares(String method, Node node) {
    return around(node).stream().anyMatch(type -> !methods(type, method).isEmpty());
  }

  private List<MethodDeclaration> methods(TypeDeclaration<?> type, String name) {
    return members.computeIfAbsent(type, Members::new).methods.getOrDefault(name, List.of());
  }

  static boolean isInterface(Node type) {
    return type instanceof ClassOrInterfaceDeclaration c && c.isInterface();
  }

  /** Returns whether a field has one value for all of its life. */
  static boolean isConstant(VariableDeclarator variable) {
    Node field = variable.getParentNode().orElse(variable);
    return field instanceof FieldDeclaration declared
        && (declared.isFinal() || isInterface(declared.getParentNode().orElse(declared)));
  }

  /** Returns the qualified names that a class name may stand for, the likeliest first. */
  List<String> candidates(String className, Node node) {
    String first =
        className.contains(".") ? className.substring(0, className.indexOf('.')) : className;
    String rest = className.substring(first.length());
    Set<String> found = new LinkedHashSet<>();
    TypeDeclaration<?> own = types.get(first);
    if (own != null) {
      found.add(className(own).replace('$', '.') + rest);
    }
    for (ImportDeclaration declared : imports) {
      String name = declared.getNameAsString();
      if (!declared.isAsterisk() && name.endsWith("." + first)) {
        found.add(name + rest);
      }
    }
    if (found.isEmpty()) {
      addGuesses(className, node, found);
    }
    return found.stream().limit(MAX_CANDIDATES).toList();
  }

  private void addGuesses(String className, Node node, Set<String> found) {
    enclosing(node).forEach(outer -> found.add(outer + "." + className));
    found.add(inPackage(className));
    for (ImportDeclaration declared : imports) {
      if (declared.isAsterisk()) {
        found.add(declared.getNameAsString() + "." + className);
      }
    }
    if (className.contains(".")) {
      found.add(className);
    }
  }

  /** Returns the classes that may declare what a plain name means: those around, or imported. */
  List<String> owners(String name, Node node) {
    Set<String> found = new LinkedHashSet<>(enclosing(node));
    for (ImportDeclaration declared : imports) {
      String imported = declared.getNameAsString();
      if (declared.isStatic() && declared.isAsterisk()) {
        found.add(imported);
      } else if (declared.isStatic() && imported.endsWith("." + name)) {
        found.add(imported.substring(0, imported.length() - name.length() - 1));
      }
    }
    return found.stream().limit(MAX_CANDIDATES).toList();
  }

  /** Returns the names that each class which a class extends or implements may have. */
  List<List<String>> supertypes(TypeDeclaration<?> type) {
    List<ClassOrInterfaceType> declared = new ArrayList<>();
    if (type instanceof ClassOrInterfaceDeclaration c) {
      declared.addAll(c.getExtendedTypes());
      declared.addAll(c.getImplementedTypes());
    } else if (type instanceof EnumDeclaration e) {
      declared.addAll(e.getImplementedTypes());
    } else if (type instanceof RecordDeclaration r) {
      declared.addAll(r.getImplementedTypes());
    }
    return declared.stream().map(t -> candidates(t.getNameWithScope(), type)).toList();
  }

  /** Returns whether a class of this file extends one that is an exception by its name. */
  boolean extendsException(String className) {
    return types.get(simple(className)) instanceof ClassOrInterfaceDeclaration type
        && type.getExtendedTypes().stream()
            .anyMatch(extended -> Types.isException(extended.getNameAsString()));
  }

  /** Returns the name a class has in a stack trace, as far as the file tells. */
  String reportedName(String name) {
    TypeDeclaration<?> own = types.get(name);
    if (own != null) {
      return className(own);
    }
    for (ImportDeclaration declared : imports) {
      if (!declared.isAsterisk() && declared.getNameAsString().endsWith("." + name)) {
        return declared.getNameAsString();
      }
    }
    if (name.contains(".")) {
      return name;
    }
    return isJavaLang(name) ? "java.lang." + name : name;
  }

  private static boolean isJavaLang(String name) {
    try {
      Class<?> found = Class.forName("java.lang." + name, false, null);
      return Throwable.class.isAssignableFrom(found);
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }

  /** Returns whether a node is inside the body of an anonymous class. */
  static boolean inAnonymousClass(Node node) {
    for (Node at = node; at != null; at = at.getParentNode().orElse(null)) {
      if (at instanceof TypeDeclaration<?>) {
        return false;
      }
      if (at instanceof ObjectCreationExpr created
          && at != node
          && created.getAnonymousClassBody().isPresent()) {
        return true;
      }
    }
    return false;
  }

  private String inPackage(String className) {
    return packageName.isEmpty() ? className : packageName + "." + className;
  }

  /** Returns a type's name without its package and type arguments. */
  static String simple(String type) {
    String raw = type.contains("<") ? type.substring(0, type.indexOf('<')) : type;
    return raw.substring(raw.lastIndexOf('.') + 1);
  }
}
