package dev.mendgate.fixer.rules.types;

import dev.mendgate.fixer.RuleScenario;
import org.junit.jupiter.api.Test;

final class CastToSupertypeTest {
  private static RuleScenario scenario(String actual, String wanted) {
    return RuleScenario.of(new CastToSupertype())
        .fails(
            "java.lang.ClassCastException",
            "class " + actual + " cannot be cast to class " + wanted + " (of some module)");
  }

  @Test
  void theInterfaceIsEnough() {
    scenario("java.util.LinkedList", "java.util.ArrayList")
        .file(
            "A.java",
            "import java.util.ArrayList;\n\nclass A {\n  int f(Object o) {\n"
                + "    ArrayList<?> all = (ArrayList<?>) o; // crash\n    return all.size();\n  }\n}\n")
        .expectFirst(
            "import java.util.ArrayList;\nimport java.util.List;\n\nclass A {\n  int f(Object o) {\n"
                + "    List<?> all = (List<?>) o;\n    return all.size();\n  }\n}\n");
  }

  @Test
  void aSharedTypeOfTheProjectIsEnough() {
    scenario("Circle", "Square")
        .file("Shape.java", "interface Shape {\n  int area();\n}\n")
        .file(
            "Circle.java",
            "class Circle implements Shape {\n  public int area() {\n    return 3;\n  }\n}\n")
        .file(
            "Square.java",
            "class Square implements Shape {\n  public int area() {\n    return 4;\n  }\n}\n")
        .file(
            "A.java",
            "class A {\n  int f(Object o) {\n    return ((Square) o).area(); // crash\n  }\n}\n")
        .expectFirst("class A {\n  int f(Object o) {\n    return ((Shape) o).area();\n  }\n}\n");
  }

  @Test
  void aMethodOfTheClassAloneNeedsTheClass() {
    scenario("java.util.LinkedList", "java.util.ArrayList")
        .file(
            "A.java",
            "import java.util.ArrayList;\n\nclass A {\n  void f(Object o) {\n"
                + "    ((ArrayList<?>) o).trimToSize(); // crash\n  }\n}\n")
        .expectNothing();
  }
}
