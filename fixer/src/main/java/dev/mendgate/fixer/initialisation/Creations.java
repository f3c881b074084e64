package dev.mendgate.fixer.initialisation;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.Type;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.analysis.Types;
import dev.mendgate.fixer.edit.Imports;
import dev.mendgate.fixer.edit.TextEdit;
import dev.mendgate.fixer.source.ParsedFile;
import dev.mendgate.fixer.source.SourceAge;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Chooses what a variable of a declared type is created with where nothing else tells.
 *
 * @param file file the creation is to stand in
 */
record Creations(ParsedFile file, RuleContext.Sources sources) {
  private static final Map<String, String> CHOSEN =
      Map.ofEntries(
          Map.entry("java.util.Collection", "java.util.ArrayList"),
          Map.entry("java.util.List", "java.util.ArrayList"),
          Map.entry("java.util.Set", "java.util.HashSet"),
          Map.entry("java.util.SortedSet", "java.util.TreeSet"),
          Map.entry("java.util.NavigableSet", "java.util.TreeSet"),
          Map.entry("java.util.Map", "java.util.HashMap"),
          Map.entry("java.util.SortedMap", "java.util.TreeMap"),
          Map.entry("java.util.NavigableMap", "java.util.TreeMap"),
          Map.entry("java.util.Queue", "java.util.ArrayDeque"),
          Map.entry("java.util.Deque", "java.util.ArrayDeque"),
          Map.entry("java.util.concurrent.ConcurrentMap", "java.util.concurrent.ConcurrentHashMap"),
          Map.entry(
              "java.util.concurrent.BlockingQueue", "java.util.concurrent.LinkedBlockingQueue"));
  private static final Set<String> EMPTY_WHEN_NEW =
      Set.of(
          "java.lang.StringBuffer",
          "java.lang.StringBuilder",
          "java.util.BitSet",
          "java.util.concurrent.atomic.AtomicBoolean",
          "java.util.concurrent.atomic.AtomicInteger",
          "java.util.concurrent.atomic.AtomicLong",
          "java.util.concurrent.atomic.DoubleAdder",
          "java.util.concurrent.atomic.LongAdder");

  /**
   * How an object is created.
   *
   * @param expression text of the creation
   * @param imports imports it needs
   * @param neutral whether the new object stands for "nothing there yet", as an empty collection
   *     does, and a new object of the project's own class may not
   */
  record Creation(String expression, List<TextEdit> imports, boolean neutral) {
    Creation {
      imports = List.copyOf(imports);
    }
  }

  /**
   * Returns the creation for a type of the JDK or a class of the project; empty if none is safe.
   */
  Optional<Creation> of(Type declared) {
    if (!(declared instanceof ClassOrInterfaceType type)) {
      return Optional.empty();
    }
    Types types = new Types(sources);
    Optional<Types.Declared> own = types.declared(type.getNameWithScope(), file);
    return own.isPresent()
        ? ofProject(type, own.get())
        : types
            .platformClass(type.getNameWithScope(), file)
            .flatMap(Creations::concrete)
            .flatMap(name -> of(type, name));
  }

  /**
   * Returns the creation, for an array without elements where code only asks how many there are or
   * walks them.
   */
  Optional<Creation> orEmptyArray(Type declared, Node use) {
    if (!declared.isArrayType()) {
      return of(declared);
    }
    boolean counted =
        use instanceof ForEachStmt
            || (use instanceof FieldAccessExpr access && access.getNameAsString().equals("length"));
    String element = declared.asArrayType().getComponentType().asString();
    boolean plain = !element.contains("<") && !element.contains("[") && element.length() > 1;
    return counted && plain
        ? Optional.of(new Creation("new " + element + "[0]", List.of(), true))
        : Optional.empty();
  }

  private static Optional<String> concrete(Class<?> declared) {
    String chosen = CHOSEN.get(declared.getName());
    if (chosen != null) {
      return Optional.of(chosen);
    }
    boolean emptyWhenNew =
        EMPTY_WHEN_NEW.contains(declared.getName())
            || Collection.class.isAssignableFrom(declared)
            || Map.class.isAssignableFrom(declared);
    boolean creatable =
        !Modifier.isAbstract(declared.getModifiers())
            && Arrays.stream(declared.getConstructors())
                .mapToInt(Constructor::getParameterCount)
                .anyMatch(count -> count == 0);
    return emptyWhenNew && creatable && !declared.isMemberClass()
        ? Optional.of(declared.getName())
        : Optional.empty();
  }

  private Optional<Creation> of(ClassOrInterfaceType declared, String qualifiedName) {
    Imports.TypeUse use = Imports.use(qualifiedName, file, sources);
    return arguments(declared)
        .map(written -> new Creation("new " + use.name() + written + "()", use.edits(), true));
  }

  private Optional<String> arguments(ClassOrInterfaceType declared) {
    if (declared.getTypeArguments().filter(found -> !found.isEmpty()).isEmpty()) {
      return Optional.of("");
    }
    if (SourceAge.of(file).hasDiamond()) {
      return Optional.of("<>");
    }
    String text = file.textOf(declared);
    return Optional.of(text.substring(text.indexOf('<'))).filter(found -> !found.contains("?"));
  }

  private Optional<Creation> ofProject(ClassOrInterfaceType type, Types.Declared own) {
    boolean creatable =
        own.type() instanceof ClassOrInterfaceDeclaration found
            && !found.isInterface()
            && !found.isAbstract()
            && found.getTypeParameters().isEmpty()
            && (!found.isNestedType() || found.isStatic())
            && hasFreeConstructor(found);
    return creatable
        ? Optional.of(new Creation("new " + file.textOf(type) + "()", List.of(), false))
        : Optional.empty();
  }

  private boolean hasFreeConstructor(ClassOrInterfaceDeclaration type) {
    List<ConstructorDeclaration> constructors = type.getConstructors();
    boolean samePackage =
        type.findCompilationUnit()
            .map(unit -> unit.getPackageDeclaration().equals(file.unit().getPackageDeclaration()))
            .orElse(false);
    return constructors.isEmpty()
        || constructors.stream()
            .filter(found -> found.getParameters().isEmpty())
            .filter(found -> found.getThrownExceptions().isEmpty())
            .anyMatch(found -> found.isPublic() || (samePackage && !found.isPrivate()));
  }
}
