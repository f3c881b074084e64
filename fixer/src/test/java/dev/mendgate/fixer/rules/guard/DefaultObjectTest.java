package dev.mendgate.fixer.rules.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.Effect;
import dev.mendgate.fixer.RuleScenario;
import org.junit.jupiter.api.Test;

final class DefaultObjectTest {
  private static final String PAGE =
      """
      package a;

      public class Page {
        public Page(String address) {}

        int margin() {
          return 2;
        }
      }
      """;

  private static String leaf(String expression) {
    return """
        package a;

        class Leaf {
          Page page;

          int width() {
            %s
          }
        }
        """
        .formatted(expression);
  }

  @Test
  void aFreshObjectAnswers() {
    CandidateFix fix =
        RuleScenario.of(new DefaultObject())
            .file("a/Page.java", PAGE)
            .file("a/Leaf.java", leaf("return page.margin(); // crash"))
            .expectFirst(leaf("return (page != null ? page : new Page(\"\")).margin();"));
    assertEquals(Effect.DEFAULTS, fix.effect());
  }

  @Test
  void whatIsDoneToAFreshObjectWouldBeLost() {
    RuleScenario.of(new DefaultObject())
        .file("a/Page.java", PAGE)
        .file("a/Leaf.java", leaf("page.margin(); // crash\n    return 0;"))
        .expectNothing();
  }

  @Test
  void anAbstractTypeHasNoObject() {
    RuleScenario.of(new DefaultObject())
        .file("a/Page.java", PAGE.replace("public class", "public abstract class"))
        .file("a/Leaf.java", leaf("return page.margin(); // crash"))
        .expectNothing();
  }
}
