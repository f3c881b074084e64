package dev.mendgate.fixer.rules.check;

import dev.mendgate.fixer.RuleScenario;
import org.junit.jupiter.api.Test;

final class GuardCheckedArgumentTest {
  private static final String CHECKS =
      """
      final class Checks {
        static void filled(String text) {
          if (text == null || text.length() == 0) {
            throw new IllegalArgumentException("must not be empty"); // crash
          }
        }
      }
      """;

  private static final String LABEL =
      """
      class Label {
        final String name;
        Label(String name) {
          Checks.filled(name); // crash 1
          this.name = name;
        }
      }
      """;

  private static RuleScenario scenario() {
    return RuleScenario.of(new GuardCheckedArgument())
        .fails("java.lang.IllegalArgumentException", "must not be empty")
        .withoutSecondRun();
  }

  @Test
  void whatUsesTheRefusedObjectIsLeftOutWithIt() {
    scenario()
        .file("Checks.java", CHECKS)
        .file("Label.java", LABEL)
        .file(
            "Reader.java",
            """
            class Reader {
              private String pending;
              private boolean bold;
              private final java.util.List<Label> labels = new java.util.ArrayList<>();
              void finish() {
                if (pending != null) {
                  pending = pending.trim();
                  Label label;
                  if (bold)
                    label = new Label(pending); // crash 2
                  else
                    label = null;
                  labels.add(label);
                }
                pending = null;
              }
            }
            """)
        .expectAmong(
            """
            class Reader {
              private String pending;
              private boolean bold;
              private final java.util.List<Label> labels = new java.util.ArrayList<>();
              void finish() {
                if (pending != null) {
                  pending = pending.trim();
                  if (pending.length() > 0) {
                    Label label;
                    if (bold)
                      label = new Label(pending);
                    else
                      label = null;
                    labels.add(label);
                  }
                }
                pending = null;
              }
            }
            """);
  }

  @Test
  void aMethodThatReturnsTheObjectReturnsNone() {
    scenario()
        .file("Checks.java", CHECKS)
        .file("Label.java", LABEL)
        .file(
            "Reader.java",
            """
            class Reader {
              Label read(String text) {
                return new Label(text); // crash 2
              }
            }
            """)
        .expectAmong(
            """
            class Reader {
              Label read(String text) {
                if (text == null || text.length() == 0) {
                  return null;
                }
                return new Label(text);
              }
            }
            """);
  }

  @Test
  void aConditionOnTheStateOfTheCalledObjectCannotBeAskedOutside() {
    scenario()
        .file(
            "Door.java",
            """
            class Door {
              private int locks;
              void open(int hour) {
                if (locks > hour) {
                  throw new IllegalArgumentException("must not be empty"); // crash
                }
              }
            }
            """)
        .file(
            "House.java",
            """
            class House {
              void enter(Door door) {
                door.open(3); // crash 1
              }
            }
            """)
        .expectNothing();
  }
}
