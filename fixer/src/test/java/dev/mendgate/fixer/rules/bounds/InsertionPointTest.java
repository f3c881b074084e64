package dev.mendgate.fixer.rules.bounds;

import dev.mendgate.fixer.RuleScenario;
import org.junit.jupiter.api.Test;

final class InsertionPointTest {
  private static final String SORTED =
      """
      import java.util.*;

      class Sorted {
        private final List<Integer> all = new ArrayList<>();

        void add(Integer value) {
          int found = Collections.binarySearch(all, value);
          all.add(%s, value);%s
        }
      }
      """;

  private static RuleScenario at(String index) {
    return RuleScenario.of(new InsertionPoint())
        .file("Sorted.java", SORTED.formatted(index, " // crash"))
        .insideOf("java.util.ArrayList", "rangeCheckForAdd")
        .insideOf("java.util.ArrayList", "add")
        .fails("java.lang.IndexOutOfBoundsException", "Index: -1, Size: 1");
  }

  @Test
  void anElementThatIsThereAlreadyIsFollowedByTheNewOne() {
    at("-found - 1").expectFirst(SORTED.formatted("found < 0 ? -found - 1 : found + 1", ""));
  }

  @Test
  void theOtherWaysToWriteItAreKnown() {
    at("-(found + 1)").expectFirst(SORTED.formatted("found < 0 ? -(found + 1) : found + 1", ""));
    at("~found").expectFirst(SORTED.formatted("found < 0 ? ~found : found + 1", ""));
  }

  @Test
  void aPlainIndexIsNoAnswerOfASearch() {
    at("found").expectNothing();
  }
}
