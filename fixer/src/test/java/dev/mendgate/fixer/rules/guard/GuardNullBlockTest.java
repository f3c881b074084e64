package dev.mendgate.fixer.rules.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.Effect;
import dev.mendgate.fixer.RuleScenario;
import org.junit.jupiter.api.Test;

final class GuardNullBlockTest {
  private static RuleScenario scenario() {
    return RuleScenario.of(new GuardNullBlock());
  }

  @Test
  void whatNeedsTheDeclaredVariableIsLeftOutWithIt() {
    CandidateFix fix =
        scenario()
            .file(
                "A.java",
                """
                import java.util.List;

                class A {
                  List<List<String>> layers;
                  int seen;

                  int count(int at) {
                    List<String> names = layers.size() > at ? layers.get(at) : null;
                    seen++;
                    int all = names.size(); // crash
                    for (String name : names) {
                      all += name.length();
                    }
                    seen += all; // so far
                    seen++;
                    return seen;
                  }
                }
                """)
            .expectFirst(
                """
                import java.util.List;

                class A {
                  List<List<String>> layers;
                  int seen;

                  int count(int at) {
                    List<String> names = layers.size() > at ? layers.get(at) : null;
                    seen++;
                    if (names != null) {
                      int all = names.size();
                      for (String name : names) {
                        all += name.length();
                      }
                      seen += all; // so far
                    }
                    seen++;
                    return seen;
                  }
                }
                """);
    assertEquals(Effect.SKIPS, fix.effect());
  }

  @Test
  void laterStatementsOnTheSameObjectAreLeftOutToo() {
    scenario()
        .file(
            "A.java",
            """
            class A {
              StringBuilder log;

              void note(String text) {
                log.append(text); // crash
                text.trim();
                log.append('.');
              }
            }
            """)
        .expectFirst(
            """
            class A {
              StringBuilder log;

              void note(String text) {
                if (log != null) {
                  log.append(text);
                  text.trim();
                  log.append('.');
                }
              }
            }
            """);
  }

  @Test
  void aValueThatIsReturnedCannotBeLeftOut() {
    scenario()
        .file(
            "A.java",
            """
            class A {
              int f(String s) {
                int length = s.length(); // crash
                return length + 1;
              }
            }
            """)
        .expectNothing();
  }

  @Test
  void oneStatementAloneIsNoBlock() {
    scenario()
        .file(
            "A.java",
            """
            class A {
              void f(StringBuilder s) {
                s.append(1); // crash
              }
            }
            """)
        .expectNothing();
  }
}
