package dev.mendgate.fixer.rules.guard;

import dev.mendgate.fixer.RuleScenario;
import org.junit.jupiter.api.Test;

final class GuardNullSkipTest {
  private static RuleScenario scenario() {
    return RuleScenario.of(new GuardNullSkip());
  }

  @Test
  void theStatementIsLeftOutWhereItsReferenceIsNull() {
    scenario()
        .file(
            "A.java",
            """
            class A {
                StringBuilder log;
                int count;

                void f(String s)
                {
                    if (count > 3)
                    {
                        count = 0;
                    }
                    log.append(s) // crash
                        .append('\\n');
                    count++;
                }
            }
            """)
        .expectFirst(
            """
            class A {
                StringBuilder log;
                int count;

                void f(String s)
                {
                    if (count > 3)
                    {
                        count = 0;
                    }
                    if (log != null)
                    {
                        log.append(s)
                            .append('\\n');
                    }
                    count++;
                }
            }
            """);
  }

  @Test
  void aDeclarationIsNeededByWhatFollows() {
    scenario()
        .file(
            "A.java",
            """
            class A {
              int f(String s) {
                int n = s.length(); // crash
                return n;
              }
            }
            """)
        .expectNothing();
  }

  @Test
  void aCallThatTakesSomethingAwayIsNotMadeTwice() {
    scenario()
        .file(
            "A.java",
            """
            class A {
              void f(java.util.Queue<Runnable> q) {
                q.poll().run(); // crash
              }
            }
            """)
        .fails(
            "java.lang.NullPointerException",
            "Cannot invoke \"Runnable.run()\" because the return value of"
                + " \"java.util.Queue.poll()\" is null")
        .expectNothing();
  }
}
