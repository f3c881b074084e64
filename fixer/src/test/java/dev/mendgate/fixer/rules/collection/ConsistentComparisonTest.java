package dev.mendgate.fixer.rules.collection;

import dev.mendgate.fixer.RuleScenario;
import org.junit.jupiter.api.Test;

final class ConsistentComparisonTest {
  private static RuleScenario sorts(String text) {
    return RuleScenario.of(new ConsistentComparison())
        .file("src/main/java/shop/Shelf.java", text)
        .fails(
            "java.lang.IllegalArgumentException",
            "Comparison method violates its general contract!")
        .insideOf("java.util.ComparableTimSort", "mergeHi")
        .insideOf("java.util.Collections", "sort");
  }

  private static final String DIFFERENCE =
      """
      package shop;

      import java.util.Collections;
      import java.util.List;

      class Shelf {
        static class Item implements Comparable<Item> {
          int weight;

          @Override
          public int compareTo(Item other) {
            return %s;
          }
        }

        void sort(List<Item> items) {
          Collections.sort(items);%s
        }
      }
      """;

  @Test
  void comparesInsteadOfSubtracting() {
    sorts(DIFFERENCE.formatted("this.weight - other.weight", " // crash"))
        .expectFirst(DIFFERENCE.formatted("Integer.compare(this.weight, other.weight)", ""));
  }

  private static final String LAMBDA =
      """
      package shop;

      import java.util.List;

      class Shelf {
        static class Item {
          double price;
        }

        void sort(List<Item> items) {
          items.sort((Item a, Item b) -> %s);%s
        }
      }
      """;

  @Test
  void callsEqualValuesEqual() {
    sorts(LAMBDA.formatted("a.price < b.price ? -1 : 1", " // crash"))
        .expectFirst(LAMBDA.formatted("Double.compare(a.price, b.price)", ""));
  }

  @Test
  void keepsAFallingOrder() {
    sorts(LAMBDA.formatted("a.price >= b.price ? -1 : 1", " // crash"))
        .expectFirst(LAMBDA.formatted("Double.compare(b.price, a.price)", ""));
  }

  @Test
  void looksIntoTheFileOfTheElements() {
    String item =
        """
        package shop;

        class Item implements Comparable<Item> {
          long size;

          public int compareTo(Item other) {
            return size > other.size ? 1 : -1;
          }
        }
        """;
    sorts(
            """
            package shop;

            import java.util.Collections;
            import java.util.List;

            class Shelf {
              void sort(List<Item> items) {
                Collections.sort(items); // crash
              }
            }
            """)
        .file("src/main/java/shop/Item.java", item)
        .expectFirst(item.replace("size > other.size ? 1 : -1", "Long.compare(size, other.size)"));
  }

  @Test
  void leavesAComparisonAloneThatCallsEqualValuesEqual() {
    sorts(LAMBDA.formatted("a.price < b.price ? -1 : a.price > b.price ? 1 : 0", " // crash"))
        .expectNothing();
  }

  @Test
  void leavesDifferencesAloneThatAreNoComparison() {
    sorts(
            """
            package shop;

            import java.util.Collections;
            import java.util.List;

            class Shelf {
              static int gap(int from, int to) {
                return to - from;
              }

              void sort(List<String> items) {
                Collections.sort(items); // crash
              }
            }
            """)
        .expectNothing();
  }
}
