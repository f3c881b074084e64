package dev.mendgate.fixer.rules.recursion;

import dev.mendgate.fixer.RuleScenario;
import org.junit.jupiter.api.Test;

final class StopAtSameArgumentTest {
  private static RuleScenario scenario() {
    return RuleScenario.of(new StopAtSameArgument())
        .fails("java.lang.StackOverflowError", null)
        .insideOf("Node", "root")
        .insideOf("Node", "root");
  }

  private static String root(String check, String call) {
    return "class Node {\n  Node parent;\n\n  static Node root(Node node) {\n"
        + "    if (node.parent == null) {\n      return node;\n    }\n"
        + check
        + "    return root("
        + call
        + ");";
  }

  @Test
  void anObjectThatLeadsToItselfIsTheEnd() {
    scenario()
        .file("Node.java", root("", "node.parent") + " // crash\n  }\n}\n")
        .expectFirst(
            root("    if (node.parent == node) {\n      return node;\n    }\n", "node.parent")
                + "\n  }\n}\n");
  }

  @Test
  void aNextStepThatIsMadeAnewIsNotCompared() {
    scenario().file("Node.java", root("", "new Node()") + " // crash\n  }\n}\n").expectNothing();
  }

  @Test
  void twoArgumentsThatMoveAreLeftAlone() {
    RuleScenario.of(new StopAtSameArgument())
        .fails("java.lang.StackOverflowError", null)
        .insideOf("Node", "f")
        .insideOf("Node", "f")
        .file(
            "Node.java",
            "class Node {\n  Node parent;\n\n  static int f(Node a, Node b) {\n"
                + "    return f(a.parent, b.parent); // crash\n  }\n}\n")
        .expectNothing();
  }
}
