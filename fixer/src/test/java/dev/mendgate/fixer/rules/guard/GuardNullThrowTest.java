package dev.mendgate.fixer.rules.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.RuleScenario;
import org.junit.jupiter.api.Test;

final class GuardNullThrowTest {
  private static RuleScenario scenario() {
    return RuleScenario.of(new GuardNullThrow());
  }

  @Test
  void aNullArgumentIsRefusedBeforeAnythingIsDone() {
    CandidateFix fix =
        scenario()
            .file(
                "A.java",
                """
                class A {
                  int n;

                  A(String s) {
                    super();
                    n = 1;
                    n += s.length(); // crash
                  }
                }
                """)
            .expectFirst(
                """
                class A {
                  int n;

                  A(String s) {
                    super();
                    if (s == null) {
                      throw new IllegalArgumentException("s is null");
                    }
                    n = 1;
                    n += s.length();
                  }
                }
                """);

    assertEquals("java.lang.IllegalArgumentException", fix.throwsInstead());
  }

  @Test
  void aNullFieldIsAStateTheObjectMustNotBeIn() {
    CandidateFix fix =
        scenario()
            .file(
                "A.java",
                "class A {\n  String s;\n  int f() {\n    return s.length(); // crash\n  }\n}\n")
            .expectFirst(
                "class A {\n  String s;\n  int f() {\n    if (s == null) {\n"
                    + "      throw new IllegalStateException(\"s is null\");\n    }\n"
                    + "    return s.length();\n  }\n}\n");

    assertEquals("java.lang.IllegalStateException", fix.throwsInstead());
  }

  @Test
  void aFieldInitialiserHasNoPlaceForAThrow() {
    scenario()
        .file(
            "A.java",
            """
            class A {
              static String s;
              Object o = new Object() {
                int n = s.length();
                int m() {
                  return s == null ? 0 : s.length(); // crash
                }
              };
            }
            """)
        .expectNothing();
  }
}
