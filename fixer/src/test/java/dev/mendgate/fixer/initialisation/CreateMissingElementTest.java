package dev.mendgate.fixer.initialisation;

import dev.mendgate.fixer.RuleScenario;
import org.junit.jupiter.api.Test;

final class CreateMissingElementTest {
  private static final String PATH = "src/main/java/chart/Grid.java";

  private static RuleScenario grid(String text) {
    return RuleScenario.of(new CreateMissingElement()).file(PATH, text);
  }

  private static final String BUCKETS =
      """
      package chart;

      import java.util.ArrayList;
      import java.util.List;

      class Grid {
        private final List<String>[] buckets;

        @SuppressWarnings("unchecked")
        Grid(int size) {
          buckets = new List[size];
        }

        void put(String key) {
          int at = key.length() %% buckets.length;
      %s    buckets[at].add(key);%s
        }
      }
      """;

  @Test
  void createsTheListOfABucket() {
    String created =
        """
            if (buckets[at] == null) {
              buckets[at] = new ArrayList<>();
            }
        """;
    grid(BUCKETS.formatted("", " // crash"))
        .fails(
            "java.lang.NullPointerException",
            "Cannot invoke \"java.util.List.add(Object)\" because \"this.buckets[at]\" is null")
        .expectFirst(BUCKETS.formatted(created, ""));
  }

  private static final String ROWS =
      """
      package chart;

      import java.util.ArrayList;
      import java.util.List;

      class Grid {
        private final List<List<Integer>> rows = new ArrayList<>();

        void put(int row, int value) {
      %s    rows.get(row).add(value);%s
        }
      }
      """;

  @Test
  void addsTheRowsThatAreMissing() {
    String created =
        """
            while (rows.size() <= row) {
              rows.add(new ArrayList<>());
            }
        """;
    grid(ROWS.formatted("", " // crash"))
        .fails("java.lang.IndexOutOfBoundsException", "Index 0 out of bounds for length 0")
        .insideOf("java.util.ArrayList", "get")
        .expectFirst(ROWS.formatted(created, ""));
  }

  @Test
  void createsTheObjectOfTheProjectThatIsFilled() {
    String text =
        """
        package chart;

        class Grid {
          static class Cell {
            int value;
          }

          private final Cell[] cells = new Cell[3];

          void set(int at, int value) {
        %s    cells[at].value = value;%s
          }
        }
        """;
    String created =
        """
            if (cells[at] == null) {
              cells[at] = new Cell();
            }
        """;
    grid(text.formatted("", " // crash"))
        .fails(
            "java.lang.NullPointerException",
            "Cannot assign field \"value\" because \"this.cells[at]\" is null")
        .expectFirst(text.formatted(created, ""));
  }

  @Test
  void leavesAnElementAloneThatIsOnlyRead() {
    grid("""
            package chart;

            class Grid {
              private final String[] names = new String[3];

              int width(int at) {
                return names[at].length(); // crash
              }
            }
            """)
        .expectNothing();
  }

  @Test
  void leavesAnIndexAloneThatIsOnlyRead() {
    grid("""
            package chart;

            import java.util.ArrayList;
            import java.util.List;

            class Grid {
              private final List<List<Integer>> rows = new ArrayList<>();

              int width(int row) {
                return rows.get(row).size(); // crash
              }
            }
            """)
        .fails("java.lang.IndexOutOfBoundsException", "Index 0 out of bounds for length 0")
        .expectNothing();
  }
}
