package dev.mendgate.fixer.rules.recursion;

import dev.mendgate.fixer.RuleScenario;
import org.junit.jupiter.api.Test;

final class CallDelegateTest {
  private static RuleScenario scenario(String method) {
    return RuleScenario.of(new CallDelegate())
        .fails("java.lang.StackOverflowError", null)
        .insideOf("A", method)
        .insideOf("A", method);
  }

  @Test
  void aWrapperAsksWhatItWraps() {
    String source =
        "class A implements Comparable<A>, Runnable {\n  private final Runnable inner = null;\n\n"
            + "  public void run() {\n    %srun();\n  }\n\n  public int compareTo(A other) {\n"
            + "    return 0;\n  }\n}\n";
    scenario("run")
        .file("A.java", source.formatted("").replace("    run();", "    run(); // crash"))
        .expectFirst(source.formatted("inner."));
  }

  @Test
  void anAccessorReadsItsField() {
    String source =
        "class A {\n  private String name = \"\";\n\n  String getName() {\n    return %s;\n  }\n}\n";
    scenario("getName")
        .file("A.java", source.formatted("getName()").replace(");", "); // crash"))
        .expectFirst(source.formatted("name"));
  }

  @Test
  void anOverrideAsksTheMethodItOverrides() {
    String source =
        "class A extends java.util.ArrayList<String> {\n  @Override\n  public int size() {\n"
            + "    return %ssize();\n  }\n}\n";
    scenario("size")
        .file("A.java", source.formatted("").replace("size();", "size(); // crash"))
        .expectFirst(source.formatted("super."));
  }

  @Test
  void anOverloadForTheOtherTypeIsReachedByACast() {
    String source =
        "class A {\n  static int f(Integer n) {\n    return f(%sn);%s\n  }\n\n"
            + "  static int f(Object o) {\n    return 0;\n  }\n}\n";
    scenario("f")
        .file("A.java", source.formatted("", " // crash"))
        .expectFirst(source.formatted("(Object) ", ""));
  }

  @Test
  void aCallThatMovesOnIsLeftAlone() {
    scenario("f")
        .file(
            "A.java",
            "class A {\n  static int f(int n) {\n    return f(n - 1); // crash\n  }\n\n"
                + "  static int f(long o) {\n    return 0;\n  }\n}\n")
        .expectNothing();
  }
}
