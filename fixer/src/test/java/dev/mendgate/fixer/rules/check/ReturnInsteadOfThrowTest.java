package dev.mendgate.fixer.rules.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.Effect;
import dev.mendgate.fixer.RuleScenario;
import org.junit.jupiter.api.Test;

final class ReturnInsteadOfThrowTest {
  private static RuleScenario scenario() {
    return RuleScenario.of(new ReturnInsteadOfThrow());
  }

  @Test
  void aLeafHasNoChildren() {
    CandidateFix fix =
        scenario()
            .file(
                "Leaf.java",
                """
                import java.util.List;

                class Leaf {
                  List<Leaf> parts() {
                    throw new UnsupportedOperationException("a leaf has no parts"); // crash
                  }
                }
                """)
            .fails("java.lang.UnsupportedOperationException", "a leaf has no parts")
            .expectFirst(
                """
                import java.util.Collections;
                import java.util.List;

                class Leaf {
                  List<Leaf> parts() {
                    return Collections.emptyList();
                  }
                }
                """);
    assertEquals(Effect.DEFAULTS, fix.effect());
  }

  @Test
  void theValueTheMethodReturnsElsewhereIsPreferred() {
    scenario()
        .file(
            "Finder.java",
            """
            class Finder {
              static final String NONE = "-";
              String find(int code) {
                switch (code) {
                  case 1:
                    return NONE;
                  default:
                    throw new IllegalStateException("unexpected " + code); // crash
                }
              }
            }
            """)
        .fails("java.lang.IllegalStateException", "unexpected 7")
        .expectFirst(
            """
            class Finder {
              static final String NONE = "-";
              String find(int code) {
                switch (code) {
                  case 1:
                    return NONE;
                  default:
                    return NONE;
                }
              }
            }
            """);
  }

  @Test
  void aConstructorIsNotLeftHalfDone() {
    scenario()
        .file(
            "A.java",
            """
            class A {
              A(int n) {
                if (n < 0) {
                  throw new IllegalArgumentException("negative"); // crash
                }
              }
            }
            """)
        .fails("java.lang.IllegalArgumentException", "negative")
        .expectNothing();
  }
}
