package dev.mendgate.fixer.rules.recursion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mendgate.fixer.Effect;
import dev.mendgate.fixer.RuleScenario;
import org.junit.jupiter.api.Test;

final class CheckVisitedTest {
  private static RuleScenario scenario(String type, String method) {
    return RuleScenario.of(new CheckVisited())
        .fails("java.lang.StackOverflowError", null)
        .insideOf(type, method)
        .insideOf(type, method);
  }

  private static String walk(String parameter, String check) {
    return "import java.util.Collection;\nimport java.util.Set;\n\nclass Node {\n  Node next;\n\n"
        + "  static void walk(Node node, "
        + parameter
        + " seen) {\n"
        + check
        + "    walk(node.next, seen);";
  }

  @Test
  void aSetThatIsPassedOnIsAsked() {
    scenario("Node", "walk")
        .file("Node.java", walk("Set<Node>", "") + " // crash\n  }\n}\n")
        .expectFirst(
            walk("Set<Node>", "    if (!seen.add(node)) {\n      return;\n    }\n") + "\n  }\n}\n");
  }

  @Test
  void aCollectionIsAskedBeforeItIsAddedTo() {
    scenario("Node", "walk")
        .file("Node.java", walk("Collection<Node>", "") + " // crash\n  }\n}\n")
        .expectFirst(
            walk(
                    "Collection<Node>",
                    "    if (seen.contains(node)) {\n      return;\n    }\n    seen.add(node);\n")
                + "\n  }\n}\n");
  }

  @Test
  void aLocalOfTheElementTypeEndsTheWayWithWhatCameIn() {
    String before =
        "import java.util.Set;\n\nclass Resolver {\n"
            + "  static Object resolve(Object o, Set<String> seen) {\n    if (o instanceof String) {\n"
            + "      String key = (String) o;\n";
    String after = "      return resolve(lookUp(key), seen);";
    String rest =
        "\n    }\n    return o;\n  }\n\n  static Object lookUp(String key) {\n    return key;\n  }\n}\n";
    assertEquals(
        Effect.REPAIRS,
        scenario("Resolver", "resolve")
            .file("Resolver.java", before + after + " // crash" + rest)
            .expectFirst(
                before + "      if (!seen.add(key)) {\n        return o;\n      }\n" + after + rest)
            .effect());
  }

  @Test
  void aCollectionThatIsAskedAlreadyIsLeftAlone() {
    scenario("Node", "walk")
        .file(
            "Node.java",
            walk("Set<Node>", "    if (seen.size() > 9) {\n      return;\n    }\n")
                + " // crash\n  }\n}\n")
        .expectNothing();
  }

  @Test
  void aMethodThatIsOnTheStackOnceIsNoCycle() {
    RuleScenario.of(new CheckVisited())
        .fails("java.lang.StackOverflowError", null)
        .file("Node.java", walk("Set<Node>", "") + " // crash\n  }\n}\n")
        .expectNothing();
  }
}
