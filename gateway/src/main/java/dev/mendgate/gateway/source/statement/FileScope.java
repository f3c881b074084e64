package dev.mendgate.gateway.source.statement;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.ImportDeclaration;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the names of one file stand for, as far as the file itself tells. */
final class FileScope {
  private static final int MAX_CANDIDATES = 12;

  private final String packageName;
  private final List<ImportDeclaration> imports;
  private final Map<String, String> declaredTypes = new HashMap<>();
  private final Map<String, TypeDeclaration<?>> types = new HashMap<>();

  FileScope(CompilationUnit unit) {
    packageName = unit.getPackageDeclaration().map(p -> p.getNameAsString()).orElse("");
    imports = List.copyOf(unit.getImports());
    unit.walk(this::note);
  }

  private void note(Node node) {
    if (node instanceof TypeDeclaration<?> type) {
      types.putIfAbsent(type.getNameAsString(), type);
    } else if (node instanceof VariableDeclarator variable) {
      declaredTypes.putIfAbsent(variable.getNameAsString(), simple(variable.getTypeAsString()));
    } else if (node instanceof Parameter parameter) {
      declaredTypes.putIfAbsent(parameter.getNameAsString(), simple(parameter.getTypeAsString()));
    }
  }

  /** Returns the simple name of the type a variable of that name is declared with in the file. */
  Optional<String> declaredType(String variable) {
    return Optional.ofNullable(declaredTypes.get(variable));
  }

  boolean importsFrom(String prefix) {
    return imports.stream().anyMatch(i -> i.getNameAsString().startsWith(prefix));
  }

  /** Returns the binary name of the innermost named class around the node. */
  String className(Node node) {
    Deque<String> names = new ArrayDeque<>();
    for (Node at = node; at != null; at = at.getParentNode().orElse(null)) {
      if (at instanceof TypeDeclaration<?> type) {
        names.push(type.getNameAsString());
      }
    }
    String nested = String.join("$", names);
    return packageName.isEmpty() ? nested : packageName + "." + nested;
  }

  /**
   * Returns the field a constant's name means inside the node's classes; null where there is none.
   */
  @Nullable VariableDeclarator field(String name, Node node) {
    for (Node at = node; at != null; at = at.getParentNode().orElse(null)) {
      VariableDeclarator found = at instanceof TypeDeclaration<?> type ? field(type, name) : null;
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** Returns the field of a class that this file declares. */
  @Nullable VariableDeclarator fieldOf(String className, String name) {
    TypeDeclaration<?> type = types.get(className);
    return type == null ? null : field(type, name);
  }

  private static @Nullable VariableDeclarator field(TypeDeclaration<?> type, String name) {
    for (FieldDeclaration field : type.getFields()) {
      boolean constant = field.isFinal() || isInterface(type);
      for (VariableDeclarator variable : field.getVariables()) {
        if (constant && variable.getNameAsString().equals(name)) {
          return variable;
        }
      }
    }
    return null;
  }

  static boolean isInterface(TypeDeclaration<?> type) {
    return type instanceof ClassOrInterfaceDeclaration c && c.isInterface();
  }

  /** Returns the qualified names that a class name may stand for, the likeliest first. */
  List<String> candidates(String className) {
    List<String> found = new ArrayList<>();
    String first =
        className.contains(".") ? className.substring(0, className.indexOf('.')) : className;
    String rest = className.substring(first.length());
    for (ImportDeclaration declared : imports) {
      String name = declared.getNameAsString();
      if (!declared.isStatic() && !declared.isAsterisk() && name.endsWith("." + first)) {
        found.add(name + rest);
      }
    }
    found.add(inPackage(packageName, className));
    for (ImportDeclaration declared : imports) {
      if (!declared.isStatic() && declared.isAsterisk()) {
        found.add(declared.getNameAsString() + "." + className);
      }
    }
    if (Character.isLowerCase(first.charAt(0)) && !rest.isEmpty()) {
      found.add(className);
    }
    return found.subList(0, Math.min(found.size(), MAX_CANDIDATES));
  }

  /** Returns the constants that a plain name may stand for: inherited, or imported statically. */
  List<String> constants(String name, Node node) {
    List<String> found = new ArrayList<>();
    for (Node at = node; at != null; at = at.getParentNode().orElse(null)) {
      supertypes(at).forEach(s -> candidates(s).forEach(c -> found.add(c + "#" + name)));
    }
    for (ImportDeclaration declared : imports) {
      String imported = declared.getNameAsString();
      if (declared.isStatic() && declared.isAsterisk()) {
        found.add(imported + "#" + name);
      } else if (declared.isStatic() && imported.endsWith("." + name)) {
        found.add(0, imported.substring(0, imported.length() - name.length() - 1) + "#" + name);
      }
    }
    return found.subList(0, Math.min(found.size(), MAX_CANDIDATES));
  }

  private static List<String> supertypes(Node node) {
    List<String> names = new ArrayList<>();
    if (node instanceof ClassOrInterfaceDeclaration type) {
      type.getExtendedTypes().forEach(t -> names.add(t.getNameWithScope()));
      type.getImplementedTypes().forEach(t -> names.add(t.getNameWithScope()));
    } else if (node instanceof EnumDeclaration type) {
      type.getImplementedTypes().forEach(t -> names.add(t.getNameWithScope()));
    } else if (node instanceof RecordDeclaration type) {
      type.getImplementedTypes().forEach(t -> names.add(t.getNameWithScope()));
    }
    return names;
  }

  /** Returns the qualified name of an exception, as far as the file tells. */
  String exceptionType(String name) {
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

  private static String inPackage(String packageName, String className) {
    return packageName.isEmpty() ? className : packageName + "." + className;
  }

  private static String simple(String type) {
    String raw = type.contains("<") ? type.substring(0, type.indexOf('<')) : type;
    return raw.substring(raw.lastIndexOf('.') + 1);
  }
}
