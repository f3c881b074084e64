package dev.mendgate.fixer.reproduce;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.Type;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Expressions of the JDK's types. */
final class JdkValues {
  private static final Map<String, String> PRIMITIVES =
      Map.of(
          "java.lang.Integer", "int",
          "java.lang.Long", "long",
          "java.lang.Short", "short",
          "java.lang.Byte", "byte",
          "java.lang.Character", "char",
          "java.lang.Boolean", "boolean",
          "java.lang.Double", "double",
          "java.lang.Float", "float");

  /** One simple way to get one, where a constructor without parameters is not that way. */
  private static final Map<String, String> SIMPLE =
      Map.ofEntries(
          Map.entry("java.util.Locale", "@java.util.Locale@.ENGLISH"),
          Map.entry("java.util.TimeZone", "@java.util.TimeZone@.getTimeZone(\"UTC\")"),
          Map.entry("java.util.Calendar", "@java.util.Calendar@.getInstance()"),
          Map.entry("java.util.Date", "new @java.util.Date@(0L)"),
          Map.entry("java.util.Random", "new @java.util.Random@(0L)"),
          Map.entry("java.util.UUID", "new @java.util.UUID@(0L, 0L)"),
          Map.entry("java.util.regex.Pattern", "@java.util.regex.Pattern@.compile(\"a\")"),
          Map.entry("java.nio.charset.Charset", "@java.nio.charset.Charset@.forName(\"UTF-8\")"),
          Map.entry("java.io.File", "new @java.io.File@(\"a\")"),
          Map.entry("java.net.URI", "@java.net.URI@.create(\"a\")"),
          Map.entry("java.net.URL", "new @java.net.URL@(\"http://localhost/\")"),
          Map.entry("java.math.BigInteger", "@java.math.BigInteger@.ONE"),
          Map.entry("java.math.BigDecimal", "@java.math.BigDecimal@.ONE"),
          Map.entry("java.lang.Number", "@java.lang.Integer@.valueOf(1)"),
          Map.entry("java.lang.reflect.Type", "@java.lang.Object@.class"),
          Map.entry("java.io.Writer", "new @java.io.StringWriter@()"),
          Map.entry(
              "java.io.PrintWriter", "new @java.io.PrintWriter@(new @java.io.StringWriter@())"),
          Map.entry("java.io.OutputStream", "new @java.io.ByteArrayOutputStream@()"),
          Map.entry("java.lang.Appendable", "new @java.lang.StringBuilder@()"),
          Map.entry("java.lang.Throwable", "new @java.lang.Exception@()"),
          Map.entry("java.lang.Thread", "@java.lang.Thread@.currentThread()"),
          Map.entry(
              "java.lang.ClassLoader",
              "@java.lang.Thread@.currentThread().getContextClassLoader()"));

  private final Values values;
  private final Clues clues;
  private final ScalarValues scalars;
  private final TypeText text;
  private final int level;

  JdkValues(Values values, Clues clues, ScalarValues scalars, TypeText text, int level) {
    this.values = values;
    this.clues = clues;
    this.scalars = scalars;
    this.text = text;
    this.level = level;
  }

  List<Value> of(TypeName name, ClassOrInterfaceType type, Node at, boolean implicated, int depth) {
    String qualified = name.qualified();
    String primitive = PRIMITIVES.get(qualified);
    if (primitive != null) {
      return scalars.primitive(primitive, implicated);
    }
    String simple = SIMPLE.get(qualified);
    if (simple != null) {
      return List.of(new Value(marked(simple), name.simple()));
    }
    return switch (qualified) {
      case "java.lang.String", "java.lang.Comparable" -> strings("%s", implicated);
      case "java.lang.Object", "java.io.Serializable" -> objects(implicated);
      case "java.lang.CharSequence" ->
          Combos.twoToOne(
              strings("%s", implicated), strings("new @java.lang.StringBuilder@(%s)", implicated));
      case "java.lang.StringBuilder", "java.lang.StringBuffer" ->
          strings("new @" + qualified + "@(%s)", implicated);
      case "java.io.Reader" -> strings("new @java.io.StringReader@(%s)", implicated);
      case "java.io.InputStream" ->
          strings("new @java.io.ByteArrayInputStream@(%s.getBytes(\"ISO-8859-1\"))", implicated);
      case "java.lang.Class" -> classes(type);
      default -> {
        List<Value> containers = containers(qualified, type, at, implicated, depth);
        yield containers.isEmpty() ? reflected(name) : containers;
      }
    };
  }

  private static String marked(String template) {
    String[] parts = template.split("@", -1);
    return IntStream.range(0, parts.length)
        .mapToObj(i -> i % 2 == 0 ? parts[i] : TypeName.mark(parts[i]))
        .collect(Collectors.joining());
  }

  private List<Value> strings(String template, boolean implicated) {
    String around = marked(template);
    return scalars.strings(implicated).stream()
        .map(s -> new Value(around.replace("%s", JavaText.string(s)), ScalarValues.label(s)))
        .toList();
  }

  private List<Value> objects(boolean implicated) {
    List<Value> found = new ArrayList<>();
    if (implicated) {
      for (TypeName type : clues.messageTypes()) {
        found.addAll(named(type));
      }
      clues
          .nullResult()
          .filter(result -> result.method().equals("toString"))
          .ifPresent(result -> found.add(textless()));
    }
    found.addAll(strings("%s", implicated).stream().limit(4).toList());
    found.add(new Value("new " + TypeName.mark("java.lang.Object") + "()", "Object"));
    return found;
  }

  private List<Value> named(TypeName type) {
    ClassOrInterfaceType written = new ClassOrInterfaceType(null, type.simple());
    boolean text = type.qualified().equals("java.lang.Object") || type.packageName().isEmpty();
    return text || TypeResolver.jdk(type).isEmpty()
        ? List.of()
        : of(type, written, written, false, 2).stream().limit(2).toList();
  }

  /** Returns arrays of the classes that the message names. */
  List<Value> arraysOfMessageTypes() {
    List<Value> found = new ArrayList<>();
    for (TypeName type : clues.messageTypes()) {
      for (Value element : named(type).stream().limit(1).toList()) {
        String code = "new " + type.mark() + "[] {" + element.code() + "}";
        found.add(new Value(code, "ArrayOf" + type.simple()));
      }
    }
    return found;
  }

  private static Value textless() {
    String code =
        "new "
            + TypeName.mark("java.lang.Object")
            + "() {\n"
            + "  @Override\n  public String toString() {\n    return null;\n  }\n}";
    return new Value(code, "NullToString");
  }

  private static List<Value> classes(ClassOrInterfaceType type) {
    String raw =
        type.getTypeArguments().isPresent() ? "(" + TypeName.mark("java.lang.Class") + ") " : "";
    return List.of("java.lang.Object", "java.lang.String").stream()
        .map(name -> new Value(raw + TypeName.mark(name) + ".class", "Class"))
        .toList();
  }

  private List<Value> containers(
      String qualified, ClassOrInterfaceType type, Node at, boolean implicated, int depth) {
    List<Type> arguments = type.getTypeArguments().<List<Type>>map(List::copyOf).orElse(List.of());
    return switch (qualified) {
      case "java.util.Map",
          "java.util.HashMap",
          "java.util.SortedMap",
          "java.util.TreeMap",
          "java.util.LinkedHashMap" ->
          maps(concrete(qualified), arguments, at, implicated, depth);
      case "java.util.Collection",
          "java.util.List",
          "java.util.Set",
          "java.lang.Iterable",
          "java.util.ArrayList",
          "java.util.SortedSet",
          "java.util.HashSet",
          "java.util.LinkedList",
          "java.util.Queue",
          "java.util.Deque" ->
          collections("new " + concrete(qualified), "", arguments, at, implicated, depth);
      case "java.util.Iterator" ->
          collections(
              "new " + concrete("java.util.List"), ".iterator()", arguments, at, implicated, depth);
      case "java.util.ListIterator" ->
          collections(
              "new " + concrete("java.util.List"),
              ".listIterator()",
              arguments,
              at,
              implicated,
              depth);
      default -> List.of();
    };
  }

  private static String concrete(String qualified) {
    return TypeName.mark(
        switch (qualified) {
          case "java.util.Map" -> "java.util.HashMap";
          case "java.util.SortedMap" -> "java.util.TreeMap";
          case "java.util.Set" -> "java.util.HashSet";
          case "java.util.SortedSet" -> "java.util.TreeSet";
          case "java.util.Queue", "java.util.Deque" -> "java.util.LinkedList";
          case "java.util.Collection", "java.util.List", "java.lang.Iterable" ->
              "java.util.ArrayList";
          default -> qualified;
        });
  }

  private List<Value> maps(
      String head, List<Type> arguments, Node at, boolean implicated, int depth) {
    boolean typed = arguments.size() == 2;
    String types =
        typed
            ? text.argument(arguments.get(0), at) + ", " + text.argument(arguments.get(1), at)
            : "";
    String diamond = typed ? "<" + types + ">" : "";
    Value key = typed ? values.harmless(arguments.get(0), at, depth + 1) : new Value("\"a\"", "");
    List<Value> found = new ArrayList<>();
    String singleton =
        TypeName.mark("java.util.Collections")
            + "."
            + diamond
            + "singletonMap("
            + key.code()
            + ", ";
    List<Value> held =
        typed
            ? values.of(arguments.get(1), at, implicated, depth + 1)
            : List.of(new Value("\"a\"", ""), Value.ofNull());
    for (Value value : held.subList(0, Math.min(4, held.size()))) {
      found.add(new Value(singleton + value.code() + ")", value.isNull() ? "NullValue" : "Map"));
    }
    Value empty = new Value("new " + head + diamond + "()", "EmptyMap");
    found.add(implicated && clues.isBounds() ? Math.min(1, found.size()) : 0, empty);
    return found;
  }

  private List<Value> collections(
      String head, String tail, List<Type> arguments, Node at, boolean implicated, int depth) {
    boolean typed = arguments.size() == 1;
    String types = typed ? "<" + text.argument(arguments.get(0), at) + ">" : "";
    Value element =
        typed ? values.harmless(arguments.get(0), at, depth + 1) : new Value("\"a\"", "");
    String asList = TypeName.mark("java.util.Arrays") + "." + types + "asList(";
    String nothing =
        "("
            + (typed ? text.erased(arguments.get(0), at) : TypeName.mark("java.lang.Object"))
            + ") null";
    List<Value> found = new ArrayList<>();
    if (implicated && clues.isNull()) {
      found.add(new Value(head + types + "(" + asList + nothing + "))" + tail, "NullElement"));
    }
    found.add(new Value(head + types + "()" + tail, "EmptyCollection"));
    int length = clues.isBounds() ? clues.messageLength() : -1;
    if (implicated && length > 0 && length <= 8) {
      String many = String.join(", ", java.util.Collections.nCopies(length, element.code()));
      found.add(
          0, new Value(head + types + "(" + asList + many + "))" + tail, "CollectionOf" + length));
    }
    found.add(new Value(head + types + "(" + asList + element.code() + "))" + tail, "Collection"));
    return found;
  }

  private List<Value> reflected(TypeName name) {
    Optional<Class<?>> type = TypeResolver.jdk(name);
    return type.isEmpty() ? List.of() : reflected(name, type.get());
  }

  private List<Value> reflected(TypeName name, Class<?> type) {
    if (type.isEnum() && type.getEnumConstants() != null) {
      String first = ((Enum<?>) type.getEnumConstants()[0]).name();
      return List.of(
          new Value(
              name.mark() + "." + first, JavaText.capitalised(first.toLowerCase(Locale.ROOT))));
    }
    boolean constructible =
        !Modifier.isAbstract(type.getModifiers())
            && Arrays.stream(type.getConstructors()).anyMatch(c -> c.getParameterCount() == 0);
    if (constructible) {
      return List.of(new Value("new " + name.mark() + "()", name.simple()));
    }
    if (!type.isInterface()) {
      return constructed(name, type);
    }
    List<Method> abstracts =
        Arrays.stream(type.getMethods())
            .filter(method -> Modifier.isAbstract(method.getModifiers()))
            .filter(method -> !ofObject(method))
            .toList();
    return abstracts.size() == 1 && level >= 8
        ? List.of(new Value(lambda(name, abstracts.get(0)), name.simple()))
        : List.of();
  }

  /** Returns a call of the shortest constructor that takes nothing but primitives and strings. */
  private List<Value> constructed(TypeName name, Class<?> type) {
    return Arrays.stream(type.getConstructors())
        .filter(c -> !Modifier.isAbstract(type.getModifiers()))
        .filter(c -> Arrays.stream(c.getParameterTypes()).allMatch(JdkValues::isScalar))
        .min(
            Comparator.<Constructor<?>>comparingInt(Constructor::getParameterCount)
                .thenComparing(Constructor::toString))
        .map(c -> new Value("new " + name.mark() + "(" + scalars(c) + ")", name.simple()))
        .stream()
        .toList();
  }

  private static boolean isScalar(Class<?> type) {
    return type.isPrimitive() || type == String.class;
  }

  private static String scalars(Constructor<?> constructor) {
    return Arrays.stream(constructor.getParameterTypes())
        .map(type -> type == String.class ? "\"a\"" : nothing(type.getName()))
        .collect(Collectors.joining(", "));
  }

  private static boolean ofObject(Method method) {
    return Arrays.stream(Object.class.getMethods())
        .anyMatch(
            own ->
                own.getName().equals(method.getName())
                    && Arrays.equals(own.getParameterTypes(), method.getParameterTypes()));
  }

  private static String lambda(TypeName name, Method method) {
    String parameters =
        IntStream.range(0, method.getParameterCount())
            .mapToObj(i -> "p" + i)
            .collect(Collectors.joining(", ", "(", ")"));
    String body =
        method.getReturnType() == void.class ? "{}" : nothing(method.getReturnType().getName());
    return "(" + name.mark() + ") " + parameters + " -> " + body;
  }

  /** Returns the default of a type, as an expression. */
  static String nothing(String type) {
    return switch (type) {
      case "boolean" -> "false";
      case "byte", "short", "int", "long", "char", "float", "double" -> "0";
      default -> "null";
    };
  }
}
