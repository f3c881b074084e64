package dev.mendgate.fixer.rules.guard;

import dev.mendgate.fixer.RuleScenario;
import org.junit.jupiter.api.Test;

final class NullSafeSiblingTest {
  private static RuleScenario scenario() {
    return RuleScenario.of(new NullSafeSibling());
  }

  @Test
  void aChainOfCallsIsReplacedAsAWhole() {
    scenario()
        .file(
            "Leaf.java",
            """
            class Leaf {
              Leaf up;

              Leaf owner() {
                return up;
              }

              String name() {
                return "leaf";
              }

              int width() {
                return owner().name().length(); // crash
              }

              String ownerName() {
                return owner() != null ? owner().name() : "";
              }
            }
            """)
        .expectFirst(
            """
            class Leaf {
              Leaf up;

              Leaf owner() {
                return up;
              }

              String name() {
                return "leaf";
              }

              int width() {
                return ownerName().length();
              }

              String ownerName() {
                return owner() != null ? owner().name() : "";
              }
            }
            """);
  }

  @Test
  void aFactoryThatChecksCreatesTheObject() {
    String text =
        """
        import java.nio.charset.Charset;

        class Text {
          private static String text(byte[] bytes, Charset charset) {
            return bytes == null ? null : new String(bytes, charset);
          }

          static String utf(byte[] bytes) {
            return %s(bytes, Charset.forName("UTF-8"));%s
          }
        }
        """;
    scenario()
        .insideOf("java.lang.String", "<init>")
        .file("Text.java", text.formatted("new String", " // crash"))
        .expectFirst(text.formatted("text", ""));
  }

  @Test
  void aSiblingWithoutACheckIsOfNoUse() {
    scenario()
        .file(
            "Leaf.java",
            """
            class Leaf {
              Leaf up;

              int width() {
                return up.hashCode(); // crash
              }

              int other() {
                return up.hashCode();
              }
            }
            """)
        .expectNothing();
  }
}
