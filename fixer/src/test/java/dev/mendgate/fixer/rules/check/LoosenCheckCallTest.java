package dev.mendgate.fixer.rules.check;

import dev.mendgate.fixer.RuleScenario;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

final class LoosenCheckCallTest {
  private static final String CHECKS =
      """
      final class Checks {
        static void present(Object any) {
          if (any == null) {
            throw new IllegalArgumentException("must be there");
          }
        }
        static void filled(String text) {
          if (text == null || text.length() == 0) {
            throw new IllegalArgumentException("must not be empty"); // crash
          }
        }
      }
      """;

  private static RuleScenario scenario() {
    return RuleScenario.of(new LoosenCheckCall())
        .fails("java.lang.IllegalArgumentException", "must not be empty")
        .withoutSecondRun();
  }

  @Test
  void theWeakerCheckBesideItIsTaken() {
    scenario()
        .file("Checks.java", CHECKS)
        .file(
            "Label.java",
            """
            class Label {
              Label(String name) {
                Checks.filled(name); // crash 1
              }
            }
            """)
        .expectFirst(
            """
            class Label {
              Label(String name) {
                Checks.present(name);
              }
            }
            """);
  }

  @Test
  void withoutAWeakerOneTheCallIsDropped() {
    scenario()
        .file(
            "Checks.java",
            """
            final class Checks {
              static void positive(int n) {
                if (n <= 0) {
                  throw new IllegalArgumentException("must not be empty"); // crash
                }
              }
            }
            """)
        .file(
            "Pool.java",
            """
            class Pool {
              int size;
              void resize(int to) {
                Checks.positive(to); // crash 1
                size = to;
              }
            }
            """)
        .expectFirst(
            """
            class Pool {
              int size;
              void resize(int to) {
                size = to;
              }
            }
            """);
  }

  @Test
  void aMethodThatDoesMoreThanCheckIsNotDropped() {
    List<?> fixes =
        scenario()
            .file(
                "Box.java",
                """
                class Box {
                  static int count;
                  static void put(String text) {
                    if (text.isEmpty()) {
                      throw new IllegalArgumentException("must not be empty"); // crash
                    }
                    count++;
                  }
                  void fill(String text) {
                    put(text); // crash 1
                  }
                }
                """)
            .checked();
    Assertions.assertEquals(List.of(), fixes);
  }
}
