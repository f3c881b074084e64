package dev.mendgate.fixer.rules.collection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mendgate.fixer.Effect;
import dev.mendgate.fixer.RuleScenario;
import org.junit.jupiter.api.Test;

final class NullHostileCollectionTest {
  private static final String PATH = "src/main/java/shop/Settings.java";

  private static RuleScenario settings(String text) {
    return RuleScenario.of(new NullHostileCollection()).file(PATH, text).withoutSecondRun();
  }

  private static final String PUTS =
      """
      package shop;

      import java.util.Hashtable;

      class Settings extends Hashtable<String, Object> {
        void set(String key, Object value) {
      %s
        }
      }
      """;

  @Test
  void leavesANullValueOut() {
    String after = "    if (value != null) {\n      super.put(key, value);\n    }";
    Effect effect =
        settings(PUTS.formatted("    super.put(key, value); // crash"))
            .insideOf("java.util.Hashtable", "put")
            .expectFirst(PUTS.formatted(after))
            .effect();
    assertEquals(Effect.SKIPS, effect);
  }

  @Test
  void offersTheKeyTooWhereNothingTellsThemApart() {
    String after = "    if (key != null) {\n      super.put(key, value);\n    }";
    settings(PUTS.formatted("    super.put(key, value); // crash"))
        .insideOf("java.util.Hashtable", "put")
        .expectAmong(PUTS.formatted(after));
  }

  private static final String GETS =
      """
      package shop;

      import java.util.Map;
      import java.util.concurrent.ConcurrentHashMap;

      class Settings {
        private final Map<String, String> values = new ConcurrentHashMap<>();

        String find(String key) {
          return %s;%s
        }
      }
      """;

  @Test
  void answersThatANullKeyIsNotThere() {
    settings(GETS.formatted("values.get(key)", " // crash"))
        .insideOf("java.util.concurrent.ConcurrentHashMap", "get")
        .expectFirst(GETS.formatted("key == null ? null : values.get(key)", ""));
  }

  private static final String CONTAINS =
      """
      package shop;

      import java.util.Set;

      class Settings {
        private static final Set<String> KNOWN = Set.of("a", "b");

        boolean isKnown(String key) {
          return !%s;%s
        }
      }
      """;

  @Test
  void putsParenthesesWhereTheAnswerIsPartOfMore() {
    settings(CONTAINS.formatted("KNOWN.contains(key)", " // crash"))
        .insideOf("java.util.ImmutableCollections$Set12", "contains")
        .expectFirst(CONTAINS.formatted("(key != null && KNOWN.contains(key))", ""));
  }

  @Test
  void leavesACheckedArgumentAlone() {
    settings(GETS.formatted("key == null ? \"\" : values.get(key)", " // crash"))
        .insideOf("java.util.concurrent.ConcurrentHashMap", "get")
        .expectNothing();
  }

  @Test
  void leavesCollectionsAloneThatTakeNull() {
    settings(GETS.formatted("values.get(key)", " // crash"))
        .insideOf("java.util.HashMap", "get")
        .expectNothing();
  }
}
