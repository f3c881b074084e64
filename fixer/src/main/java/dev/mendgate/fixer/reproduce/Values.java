package dev.mendgate.fixer.reproduce;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.type.ArrayType;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.PrimitiveType;
import com.github.javaparser.ast.type.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Expressions of a type that are worth passing, the ones most likely to lead to the failure first.
 */
final class Values {
  private static final int MOST = 16;
  private static final int DEEPEST = 3;

  private final TypeResolver resolver;
  private final TypeText text;
  private final Clues clues;
  private final ScalarValues scalars;
  private final JdkValues jdk;
  private final Instances instances;

  /**
   * @param inTrace types whose code the trace shows; they go before others of the same supertype
   * @param packageName package of the test
   * @param level language level of the test
   */
  Values(
      TypeResolver resolver,
      Subtypes subtypes,
      List<Declared> inTrace,
      Clues clues,
      String packageName,
      int level) {
    this.resolver = resolver;
    this.text = new TypeText(resolver);
    this.clues = clues;
    this.scalars = new ScalarValues(clues);
    this.jdk = new JdkValues(this, clues, scalars, text, level);
    this.instances = new Instances(this, resolver, subtypes, inTrace, clues, packageName, level);
  }

  TypeText text() {
    return text;
  }

  Instances instances() {
    return instances;
  }

  ScalarValues scalars() {
    return scalars;
  }

  /**
   * Returns expressions for a type as it is written somewhere in the tree.
   *
   * @param implicated whether the failure may come from this value; then hostile ones go first,
   *     else harmless ones
   * @param depth of expressions around this one
   */
  List<Value> of(Type type, Node at, boolean implicated, int depth) {
    if (type instanceof PrimitiveType) {
      return limited(scalars.primitive(type.asString(), implicated));
    }
    List<Value> some = depth > DEEPEST ? List.of() : references(type, at, implicated, depth);
    List<Value> nothing = List.of(Value.ofNull());
    boolean elementFirst = type instanceof ArrayType && clues.nullElement();
    boolean nullFirst =
        implicated && clues.isNull() && !elementFirst && clues.nullResult().isEmpty();
    return limited(nullFirst ? Combos.joined(nothing, some) : Combos.joined(some, nothing));
  }

  /** Returns one harmless expression, null only where nothing else is known. */
  Value harmless(Type type, Node at, int depth) {
    return of(type, at, false, depth).get(0);
  }

  private List<Value> references(Type type, Node at, boolean implicated, int depth) {
    if (type instanceof ArrayType array) {
      return arrays(array, at, implicated, depth);
    }
    if (!(type instanceof ClassOrInterfaceType named)) {
      return List.of();
    }
    Optional<TypeName> name = text.name(type, at);
    if (name.isEmpty()) {
      return List.of();
    }
    Optional<Declared> declared = resolver.declared(name.get());
    return declared.isPresent()
        ? instances.of(declared.get(), Set.of(), implicated, depth)
        : jdk.of(name.get(), named, at, implicated, depth);
  }

  private List<Value> arrays(ArrayType type, Node at, boolean implicated, int depth) {
    Type component = type.getComponentType();
    String erased = text.erased(component, at);
    String head = "new " + erased + "[]";
    List<Value> elements = of(component, at, implicated, depth + 1);
    List<Value> found = new ArrayList<>();
    List<Value> hostile = new ArrayList<>();
    hostile.add(array(head, List.of(), "EmptyArray"));
    if (!(component instanceof PrimitiveType)) {
      Value one =
          elements.stream().filter(value -> !value.isNull()).findFirst().orElse(Value.ofNull());
      hostile.add(array(head, List.of(Value.ofNull()), "NullElement"));
      hostile.add(array(head, List.of(one, Value.ofNull()), "NullElement"));
    }
    if (implicated && erased.equals(TypeName.mark("java.lang.String"))) {
      listed(head).forEach(found::add);
    }
    if (implicated && erased.equals(TypeName.mark("java.lang.Object"))) {
      found.addAll(jdk.arraysOfMessageTypes());
    }
    sized(head, component, at, depth).forEach(found::add);
    List<Value> present = elements.stream().filter(value -> !value.isNull()).toList();
    present.forEach(element -> found.add(array(head, List.of(element), "Array")));
    if (present.size() > 1) {
      found.add(Math.min(1, found.size()), array(head, present.subList(0, 2), "Array"));
    }
    if (implicated && clues.isNull() && clues.nullResult().isEmpty()) {
      hostile.add(hostile.remove(0));
      return Combos.joined(hostile, found);
    }
    return Combos.joined(found.subList(0, Math.min(3, found.size())), hostile, found);
  }

  private List<Value> listed(String head) {
    List<Value> elements =
        clues.messageList().stream()
            .map(text -> new Value(JavaText.string(text), ScalarValues.label(text)))
            .toList();
    return elements.isEmpty() ? List.of() : List.of(array(head, elements, "Array"));
  }

  private List<Value> sized(String head, Type component, Node at, int depth) {
    List<Value> found = new ArrayList<>();
    Value element = harmless(component, at, depth + 1);
    List<Integer> numbers = new ArrayList<>(clues.messageNumbers());
    if (!clues.isBounds()) {
      return found;
    }
    int length = clues.messageLength();
    numbers.remove(Integer.valueOf(length));
    numbers.add(0, length);
    for (int number : numbers) {
      if (number >= 0 && number <= 8) {
        found.add(
            array(
                head,
                java.util.Collections.nCopies(number, element),
                number == 0 ? "EmptyArray" : "ArrayOf" + number));
      } else if (number > 8 && number <= 4096) {
        found.add(new Value(head.replaceFirst("\\[\\]", "[" + number + "]"), "ArrayOf" + number));
      }
    }
    return found;
  }

  private static Value array(String head, List<Value> elements, String label) {
    String list = String.join(", ", elements.stream().map(Value::code).toList());
    return new Value(head + " {" + list + "}", label);
  }

  private static List<Value> limited(List<Value> values) {
    Map<String, Value> byCode = new LinkedHashMap<>();
    values.forEach(value -> byCode.putIfAbsent(value.code(), value));
    return byCode.values().stream().limit(MOST).toList();
  }
}
