package dev.mendgate.fixer.initialisation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mendgate.fixer.CrashSite;
import dev.mendgate.fixer.Failure;
import dev.mendgate.fixer.Frame;
import dev.mendgate.fixer.MemoryTree;
import dev.mendgate.fixer.Proposer;
import dev.mendgate.fixer.RuleScenario;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class StaticInitialisationOrderTest {
  private static final String PATH = "src/main/java/shop/Kind.java";
  private static final String BEFORE =
      """
      package shop;

      import java.util.HashMap;
      import java.util.Map;

      final class Kind {
        /** The usual one. */
        static final Kind PLAIN = new Kind("plain");

        static final int LIMIT = 3;

        /** All kinds by name. */
        private static final Map<String, Kind> BY_NAME = new HashMap<>();

        private Kind(String name) {
          BY_NAME.put(name, this);
        }
      }
      """;

  private static List<String> patched(String text, int crash, int clinit) {
    Frame frame = new Frame("shop.Kind", "<init>", "Kind.java", crash);
    Frame start = new Frame("shop.Kind", "<clinit>", "Kind.java", clinit);
    String why =
        "Cannot invoke \"java.util.Map.put(Object, Object)\" because \"shop.Kind.BY_NAME\" is null";
    return new Proposer(List.of(new StaticInitialisationOrder()))
            .propose(
                new Failure("java.lang.NullPointerException", why, List.of(frame, start)),
                List.of(
                    new CrashSite(PATH, crash, frame, 0), new CrashSite(PATH, clinit, start, 1)),
                new MemoryTree(Map.of(PATH, text)))
            .fixes()
            .stream()
            .map(fix -> fix.edits().get(0).patched())
            .toList();
  }

  @Test
  void movesTheMapBeforeWhatFillsIt() {
    assertEquals(
        List.of(
            """
            package shop;

            import java.util.HashMap;
            import java.util.Map;

            final class Kind {
              /** All kinds by name. */
              private static final Map<String, Kind> BY_NAME = new HashMap<>();

              /** The usual one. */
              static final Kind PLAIN = new Kind("plain");

              static final int LIMIT = 3;

              private Kind(String name) {
                BY_NAME.put(name, this);
              }
            }
            """),
        patched(BEFORE, 16, 8));
  }

  @Test
  void leavesAFieldAloneThatNeedsWhatStandsBetween() {
    String text = BEFORE.replace("new HashMap<>()", "new HashMap<>(LIMIT)");
    assertEquals(List.of(), patched(text, 16, 8));
  }

  @Test
  void leavesAFieldAloneThatWasSetBefore() {
    assertEquals(List.of(), patched(BEFORE, 16, 13));
  }

  @Test
  void needsTheClassInitialiserInTheTrace() {
    RuleScenario.of(new StaticInitialisationOrder())
        .file(PATH, BEFORE.replace("this);", "this); // crash"))
        .expectNothing();
  }
}
