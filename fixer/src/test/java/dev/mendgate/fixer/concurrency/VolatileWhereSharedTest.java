package dev.mendgate.fixer.concurrency;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mendgate.fixer.MemoryTree;
import dev.mendgate.fixer.RuleScenario;
import dev.mendgate.fixer.source.ParsedSources;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class VolatileWhereSharedTest {
  private static final String PATH = "src/main/java/shop/Registry.java";
  private static final String TWICE =
      """
      package shop;

      class Registry {
        private static %sRegistry instance;

        static Registry get() {
          if (instance == null) {
            synchronized (Registry.class) {
              if (instance == null) {
                instance = new Registry();
              }
            }
          }
          return instance;%s
        }
      }
      """;
  private static final String LOOP =
      """
      package shop;

      class Registry implements Runnable {
        private %sboolean stopped;

        public void run() {
          while (!stopped) {
            step();
          }
        }

        void stop() {
          stopped = true;
        }

        private void step() {}
      }
      """;

  @Test
  void makesAFieldVolatileThatIsCheckedTwice() {
    assertEquals(List.of(TWICE.formatted("volatile ", "")), patched(TWICE.formatted("", "")));
    assertEquals(List.of(), patched(TWICE.formatted("volatile ", "")));
  }

  @Test
  void makesAFlagVolatileThatStopsALoop() {
    assertEquals(List.of(LOOP.formatted("volatile ")), patched(LOOP.formatted("")));
  }

  @Test
  void proposesItWhereNothingWasThrown() {
    RuleScenario.of(new VolatileWhereShared())
        .file(PATH, TWICE.formatted("", " // crash"))
        .fails("", null)
        .expectFirst(TWICE.formatted("volatile ", ""));
  }

  @Test
  void leavesASingleCheckAlone() {
    String text =
        """
        class Registry {
          private static Registry instance;

          static Registry get() {
            synchronized (Registry.class) {
              if (instance == null) {
                instance = new Registry();
              }
              return instance;
            }
          }
        }
        """;
    assertEquals(List.of(), patched(text));
  }

  @Test
  void leavesAFlagAloneThatOneThreadUses() {
    assertEquals(List.of(), patched(LOOP.formatted("").replace(" implements Runnable", "")));
    assertEquals(
        List.of(), patched(LOOP.formatted("").replace("void stop", "synchronized void stop")));
  }

  private static List<String> patched(String text) {
    return new VolatileWhereShared()
            .in(new ParsedSources(new MemoryTree(Map.of(PATH, text))).parse(PATH).orElseThrow())
            .stream()
            .map(found -> found.fix().edits().get(0).patched())
            .toList();
  }
}
