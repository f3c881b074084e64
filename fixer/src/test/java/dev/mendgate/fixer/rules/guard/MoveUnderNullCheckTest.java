package dev.mendgate.fixer.rules.guard;

import dev.mendgate.fixer.RuleScenario;
import org.junit.jupiter.api.Test;

final class MoveUnderNullCheckTest {
  private static RuleScenario scenario() {
    return RuleScenario.of(new MoveUnderNullCheck());
  }

  private static String entry(String body) {
    return """
        import java.util.Map;

        class Entry {
          Map<String, String> owner;
          String key;
          String text;

          String put(String value) {
        %s  }
        }
        """
        .formatted(body.indent(4));
  }

  @Test
  void theValueOfTheFieldThatIsOverwrittenIsTheOldOne() {
    scenario()
        .file(
            "Entry.java",
            entry(
                """
                String before = owner.get(key); // crash
                if (owner != null) {
                  owner.put(key, value);
                }
                this.text = value;
                return before;
                """))
        .expectFirst(
            entry(
                """
                String before = this.text;
                if (owner != null) {
                  before = owner.get(key);
                  owner.put(key, value);
                }
                this.text = value;
                return before;
                """));
  }

  @Test
  void whatIsNeededUnderTheCheckOnlyMovesThere() {
    scenario()
        .file(
            "Entry.java",
            entry(
                """
                int size = owner.size(); // crash
                if (owner != null) {
                  owner.put(key, value + size);
                }
                return value;
                """))
        .expectFirst(
            entry(
                """
                if (owner != null) {
                  int size = owner.size();
                  owner.put(key, value + size);
                }
                return value;
                """));
  }

  @Test
  void aCheckThatLeavesComesFirst() {
    scenario()
        .file(
            "Entry.java",
            entry(
                """
                int size = owner.size(); // crash
                if (owner == null) {
                  return value;
                }
                return value + size;
                """))
        .expectFirst(
            entry(
                """
                if (owner == null) {
                  return value;
                }
                int size = owner.size();
                return value + size;
                """));
  }

  @Test
  void aCheckOfSomethingElseIsNoReason() {
    scenario()
        .file(
            "Entry.java",
            entry(
                """
                int size = owner.size(); // crash
                if (key != null) {
                  return value;
                }
                return value + size;
                """))
        .expectNothing();
  }

  @Test
  void aCheckThatNeedsTheValueCannotComeFirst() {
    scenario()
        .file(
            "Entry.java",
            entry(
                """
                int size = owner.size(); // crash
                if (owner == null || size == 0) {
                  return value;
                }
                return value + size;
                """))
        .expectNothing();
  }
}
