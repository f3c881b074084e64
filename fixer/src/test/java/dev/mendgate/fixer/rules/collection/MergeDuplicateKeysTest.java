package dev.mendgate.fixer.rules.collection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mendgate.fixer.Effect;
import dev.mendgate.fixer.RuleScenario;
import org.junit.jupiter.api.Test;

final class MergeDuplicateKeysTest {
  private static final String TEXT =
      """
      package shop;

      import java.util.List;
      import java.util.Map;
      import java.util.stream.Collectors;

      class Index {
        Map<Integer, String> byLength(List<String> names) {
          return names.stream()
              .collect(Collectors.toMap(String::length, name -> name%s));%s
        }
      }
      """;

  private static RuleScenario index(String text) {
    return RuleScenario.of(new MergeDuplicateKeys())
        .file("src/main/java/shop/Index.java", text)
        .fails(
            "java.lang.IllegalStateException",
            "Duplicate key 3 (attempted merging values a and b)");
  }

  @Test
  void keepsTheFirstElementOfAKey() {
    Effect effect =
        index(TEXT.formatted("", " // crash"))
            .insideOf("java.util.stream.Collectors", "duplicateKeyException")
            .expectFirst(TEXT.formatted(", (first, second) -> first", ""))
            .effect();
    assertEquals(Effect.SKIPS, effect);
  }

  @Test
  void offersTheLastElementToo() {
    index(TEXT.formatted("", " // crash"))
        .insideOf("java.util.stream.Collectors", "duplicateKeyException")
        .expectAmong(TEXT.formatted(", (first, second) -> second", ""));
  }

  @Test
  void leavesAnExceptionOfTheProjectAlone() {
    index(TEXT.formatted("", " // crash")).expectNothing();
  }

  @Test
  void leavesACollectorAloneThatMerges() {
    index(TEXT.formatted(", (a, b) -> a + b", " // crash"))
        .insideOf("java.util.stream.Collectors", "duplicateKeyException")
        .expectNothing();
  }
}
