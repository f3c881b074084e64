package dev.mendgate.fixer.rules.bounds;

import dev.mendgate.fixer.RuleScenario;
import org.junit.jupiter.api.Test;

final class ResizeAllocationTest {
  private static final String ARRAY = "java.lang.ArrayIndexOutOfBoundsException";

  private static final String PRODUCT =
      """
      class Grid {
        double[][] cells;

        double[] times(double[] v) {
          final int rows = cells.length;
          final double[] out = new double[%s];
          for (int row = 0; row < rows; row++) {
            double sum = 0;
            for (int i = 0; i < v.length; i++) {
              sum += cells[row][i] * v[i];
            }
            out[row] = sum;%s
          }
          return out;
        }
      }
      """;

  private static RuleScenario scenario() {
    return RuleScenario.of(new ResizeAllocation());
  }

  @Test
  void aResultHasAsManyElementsAsTheLoopPutsIn() {
    scenario()
        .file("Grid.java", PRODUCT.formatted("v.length", " // crash"))
        .fails(ARRAY, "Index 2 out of bounds for length 2")
        .withoutSecondRun()
        .expectFirst(PRODUCT.formatted("rows", ""));
  }

  @Test
  void aLoopOverOneArrayEndsWithTheOtherItReads() {
    String text =
        """
        class A {
          int f(int[] a, int[] b) {
            int sum = 0;
            for (int i = 0; i < %s.length; i++) {
              sum += b[i];%s
            }
            return sum;
          }
        }
        """;
    scenario()
        .file("A.java", text.formatted("a", " // crash"))
        .fails(ARRAY, "Index 2 out of bounds for length 2")
        .expectFirst(text.formatted("b", ""));
  }

  @Test
  void aLoopThatEndsWithItsOwnArrayIsRight() {
    scenario()
        .file(
            "A.java",
            """
            class A {
              int f(int[] a, int n) {
                for (int i = 0; i < a.length; i++) {
                  n += a[i]; // crash
                }
                return n;
              }
            }
            """)
        .fails(ARRAY, "Index 2 out of bounds for length 2")
        .expectNothing();
  }

  @Test
  void aCountThatTheAllocationCannotSeeIsNoSize() {
    scenario()
        .file(
            "A.java",
            """
            class A {
              int[] f(int k) {
                int[] out = new int[k];
                int n = k + 1;
                for (int i = 0; i < n; i++) {
                  out[i] = i; // crash
                }
                return out;
              }
            }
            """)
        .fails(ARRAY, "Index 2 out of bounds for length 2")
        .withoutSecondRun()
        .expectFirst(
            """
            class A {
              int[] f(int k) {
                int[] out = new int[k];
                int n = k + 1;
                for (int i = 0; i < out.length; i++) {
                  out[i] = i;
                }
                return out;
              }
            }
            """);
  }
}
