package dev.mendgate.fixer.rules.guard;

import dev.mendgate.fixer.RuleScenario;
import org.junit.jupiter.api.Test;

final class GuardNullContinueTest {
  private static RuleScenario scenario() {
    return RuleScenario.of(new GuardNullContinue());
  }

  @Test
  void anElementThatIsNullIsPassedOver() {
    scenario()
        .file(
            "A.java",
            """
            class A {
              int f(String[] names) {
                int sum = 0;
                for (int i = 0; i < names.length; i++) {
                  sum += names[i].length(); // crash
                }
                return sum;
              }
            }
            """)
        .fails(
            "java.lang.NullPointerException",
            "Cannot invoke \"String.length()\" because \"names[i]\" is null")
        .expectFirst(
            """
            class A {
              int f(String[] names) {
                int sum = 0;
                for (int i = 0; i < names.length; i++) {
                  if (names[i] == null) {
                    continue;
                  }
                  sum += names[i].length();
                }
                return sum;
              }
            }
            """);
  }

  @Test
  void whatIsNullInEveryTurnIsNoElement() {
    scenario()
        .file(
            "A.java",
            """
            class A {
              int f(String name, int n) {
                int sum = 0;
                for (int i = 0; i < n; i++) {
                  sum += name.length(); // crash
                }
                return sum;
              }
            }
            """)
        .expectNothing();
  }

  @Test
  void thereIsNothingToGoOnWithOutsideOfALoop() {
    scenario()
        .file("A.java", "class A {\n  int f(String a) {\n    return a.length(); // crash\n  }\n}\n")
        .expectNothing();
  }
}
