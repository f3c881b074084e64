package dev.mendgate.fixer.concurrency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mendgate.fixer.MemoryTree;
import dev.mendgate.fixer.RuleScenario;
import dev.mendgate.fixer.source.ParsedSources;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class AtomicCounterTest {
  private static final String PATH = "src/main/java/shop/Hits.java";
  private static final String BEFORE =
      """
      package shop;

      class Hits {
        private volatile long count = 1;

        void hit(int times) {
          count++;%s
          count += times;
        }

        void reset() {
          this.count = 0;
        }

        boolean any() {
          return count > 0;
        }
      }
      """;
  private static final String AFTER =
      """
      package shop;

      import java.util.concurrent.atomic.AtomicLong;

      class Hits {
        private final AtomicLong count = new AtomicLong(1);

        void hit(int times) {
          count.incrementAndGet();
          count.addAndGet(times);
        }

        void reset() {
          this.count.set(0);
        }

        boolean any() {
          return count.get() > 0;
        }
      }
      """;

  @Test
  void countsInOneStep() {
    RuleScenario.of(new AtomicCounter())
        .file(PATH, BEFORE.formatted(" // crash"))
        .fails("", null)
        .expectFirst(AFTER);
  }

  @Test
  void findsCountersThatLoseUpdates() {
    assertEquals(1, found(BEFORE.formatted("")).size());
    assertTrue(found(AFTER).isEmpty());
  }

  @Test
  void leavesACounterAloneThatALockGuards() {
    assertTrue(
        found(
                """
                class Hits {
                  private volatile int count;

                  synchronized void hit() {
                    count++;
                  }
                }
                """)
            .isEmpty());
  }

  @Test
  void leavesACounterAloneThatIsSetFromItself() {
    assertTrue(
        found(
                """
                class Hits {
                  private volatile int count;

                  void hit() {
                    count++;
                    count = count * 2;
                  }
                }
                """)
            .isEmpty());
  }

  @Test
  void hasNothingToSayAboutExceptions() {
    RuleScenario.of(new AtomicCounter()).file(PATH, BEFORE.formatted(" // crash")).expectNothing();
  }

  private static List<Weakness> found(String text) {
    ParsedSources sources = new ParsedSources(new MemoryTree(Map.of(PATH, text)));
    return new AtomicCounter().in(sources.parse(PATH).orElseThrow(), sources);
  }
}
