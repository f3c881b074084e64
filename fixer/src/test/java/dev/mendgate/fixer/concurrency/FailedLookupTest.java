package dev.mendgate.fixer.concurrency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.CrashSite;
import dev.mendgate.fixer.Failure;
import dev.mendgate.fixer.Frame;
import dev.mendgate.fixer.MemoryTree;
import dev.mendgate.fixer.Proposer;
import dev.mendgate.fixer.Risk;
import dev.mendgate.fixer.RuleScenario;
import dev.mendgate.fixer.rules.guard.UnboxMissingKey;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Lookups that find nothing although one thread would have found it. */
final class FailedLookupTest {
  private static final String PATH = "src/main/java/shop/Registry.java";

  private static RuleScenario registry(String text) {
    return RuleScenario.of(new ConcurrentHashMapSwap())
        .fails("java.util.ConcurrentModificationException", null)
        .insideOf("java.util.HashMap$HashIterator", "nextNode")
        .file(PATH, text);
  }

  private static final String VISITS =
      """
      package shop;

      import java.util.HashMap;
      import java.util.Map;

      class Registry implements Runnable {
        private final Map<String, Integer> visits = new HashMap<>();

        void visit(String page) {
          if (!visits.containsKey(page)) {
            visits.put(page, 0);
          }
          visits.put(page, visits.get(page) + 1);
        }

        int total() {
          int sum = 0;
          for (int count : visits.values()) {
            sum += count;
          }
          return sum;
        }

        @Override
        public void run() {
          System.out.println(total());
        }
      }
      """;
  private static final String SHARED_VISITS =
      VISITS
          .replace("import java.util.HashMap;\n", "")
          .replace(
              "import java.util.Map;\n",
              "import java.util.Map;\nimport java.util.concurrent.ConcurrentHashMap;\n")
          .replace("new HashMap", "new ConcurrentHashMap")
          .replace(
              """
                  if (!visits.containsKey(page)) {
                    visits.put(page, 0);
                  }
                  visits.put(page, visits.get(page) + 1);
              """,
              """
                  visits.merge(page, 1, Integer::sum);
              """);
  private static final String UNBOXED =
      "Cannot invoke \"java.lang.Integer.intValue()\" because the return value of"
          + " \"java.util.Map.get(Object)\" is null";

  private static RuleScenario missing(String message, String text) {
    return RuleScenario.of(new ConcurrentHashMapSwap())
        .fails("java.lang.NullPointerException", message)
        .file(PATH, text);
  }

  private static String crashAt(String line, String text) {
    assertTrue(text.contains(line + "\n"), line);
    return text.replace(line + "\n", line + " // crash\n");
  }

  @Test
  void takesACountForARaceThatOneThreadWouldHaveFound() {
    String text = crashAt("visits.put(page, visits.get(page) + 1);", VISITS);

    CandidateFix fix = missing(UNBOXED, text).expectFirst(SHARED_VISITS);

    assertEquals(Risk.MEDIUM, fix.risk(), fix.rationale());
    assertTrue(fix.rationale().contains("would hide the race"), fix.rationale());
    CandidateFix guard =
        RuleScenario.of(new UnboxMissingKey())
            .fails("java.lang.NullPointerException", UNBOXED)
            .file(PATH, text)
            .checked()
            .get(0);
    assertTrue(guard.confidence() < fix.confidence(), guard.title());
  }

  @Test
  void leavesNoCheckThenActWhereTheLoopOverACountFails() {
    CandidateFix fix =
        registry(crashAt("for (int count : visits.values()) {", VISITS)).expectFirst(SHARED_VISITS);

    assertEquals(Risk.MEDIUM, fix.risk(), fix.rationale());
  }

  @Test
  void swapsForAReportOfLostEntriesWithoutAnException() {
    RuleScenario.of(new ConcurrentHashMapSwap())
        .fails("", null)
        .file(PATH, crashAt("int sum = 0;", VISITS))
        .expectFirst(SHARED_VISITS);
  }

  @Test
  void leavesAReportWithoutAnExceptionAloneWhereNothingShowsSharing() {
    RuleScenario.of(new ConcurrentHashMapSwap())
        .fails("", null)
        .file(
            PATH,
            crashAt(
                "int sum = 0;",
                VISITS.replace(" implements Runnable", "").replace("  @Override\n", "")))
        .expectNothing();
  }

  @Test
  void trustsTheCodeWhereNothingElseShowsSharing() {
    missing(
            UNBOXED,
            """
            package shop;

            import java.util.HashMap;
            import java.util.Map;

            class Registry {
              private final Map<String, Integer> sizes = new HashMap<>();

              int size(String name) {
                sizes.putIfAbsent(name, name.length());
                return sizes.get(name); // crash
              }
            }
            """)
        .expectFirst(
            """
            package shop;

            import java.util.Map;
            import java.util.concurrent.ConcurrentHashMap;

            class Registry {
              private final Map<String, Integer> sizes = new ConcurrentHashMap<>();

              int size(String name) {
                sizes.putIfAbsent(name, name.length());
                return sizes.get(name);
              }
            }
            """);
  }

  @Test
  void keepsTheZeroThatAPersonExplains() {
    missing(
            UNBOXED,
            """
            package shop;

            import java.util.HashMap;
            import java.util.Map;

            class Registry {
              private final Map<String, Integer> visits = new HashMap<>();

              void visit(String page) {
                // Every page is listed.
                if (visits.get(page) == null) {
                  visits.put(page, 0);
                }
                visits.put(page, visits.get(page) + 1); // crash
              }
            }
            """)
        .expectFirst(
            """
            package shop;

            import java.util.Map;
            import java.util.concurrent.ConcurrentHashMap;

            class Registry {
              private final Map<String, Integer> visits = new ConcurrentHashMap<>();

              void visit(String page) {
                // Every page is listed.
                visits.putIfAbsent(page, 0);
                visits.merge(page, 1, Integer::sum);
              }
            }
            """);
  }

  @Test
  void leavesAKeyAloneThatMayBeMissingAlthoughThreadsShareTheMap() {
    missing(
            UNBOXED,
            """
            package shop;

            import java.util.HashMap;
            import java.util.Map;

            class Registry {
              private static final Map<String, Integer> PIECES = new HashMap<>();

              static synchronized void receive(String name, int count) {
                PIECES.merge(name, count, Integer::sum);
              }

              static int pieces(String name) {
                return PIECES.get(name); // crash
              }
            }
            """)
        .expectNothing();
  }

  @Test
  void leavesAKeyAloneThatTheMethodItselfTakesOut() {
    missing(
            UNBOXED,
            """
            package shop;

            import java.util.HashMap;
            import java.util.Map;

            class Registry {
              private final Map<String, Integer> visits = new HashMap<>();

              int visit(String page) {
                visits.putIfAbsent(page, 0);
                if (page.isEmpty()) {
                  visits.remove(page);
                }
                return visits.get(page); // crash
              }
            }
            """)
        .expectNothing();
  }

  @Test
  void leavesAKeyAloneThatIsPutForAnother() {
    missing(
            UNBOXED,
            """
            package shop;

            import java.util.HashMap;
            import java.util.Map;

            class Registry {
              private final Map<String, Integer> visits = new HashMap<>();

              int visit(String page, String from) {
                if (!visits.containsKey(from)) {
                  visits.put(from, 0);
                }
                return visits.get(page); // crash
              }
            }
            """)
        .expectNothing();
  }

  @Test
  void leavesAKeyAloneWhoseValueMayBeNull() {
    missing(
            UNBOXED,
            """
            package shop;

            import java.util.HashMap;
            import java.util.Map;

            class Registry {
              private final Map<String, Integer> sizes = new HashMap<>();

              void preset(String name, Integer size) {
                sizes.put(name, size);
              }

              int size(String name) {
                if (!sizes.containsKey(name)) {
                  sizes.put(name, 0);
                }
                return sizes.get(name); // crash
              }
            }
            """)
        .expectNothing();
  }

  private static final String COUNTS =
      """
      package shop;

      import java.util.HashMap;
      import java.util.Map;

      class Registry {
        private final Map<String, Integer> counts = new HashMap<>();

        void list(String name) {
          counts.put(name, 0);
        }

        void count(String name) {
          counts.put(name, counts.get(name) + 1);
        }
      }
      """;

  @Test
  void ranksBehindADefaultWhereOnlyTheTraceSpeaksForThreads() {
    List<CandidateFix> fixes = countedIn("java.lang.Thread", "run");

    assertEquals(1, fixes.size());
    assertTrue(fixes.get(0).rationale().contains("Thread.run"), fixes.get(0).rationale());
    assertTrue(fixes.get(0).confidence() < 0.78, "as confident as a default for a missing key");
    assertTrue(
        fixes.get(0).edits().get(0).patched().contains("counts.merge(name, 1, Integer::sum)"));
  }

  @Test
  void leavesACountAloneThatTheMainThreadMisses() {
    assertEquals(List.of(), countedIn("shop.Main", "main"));
  }

  private static List<CandidateFix> countedIn(String className, String method) {
    int line = (int) COUNTS.substring(0, COUNTS.indexOf("counts.get")).lines().count();
    Frame frame = new Frame("shop.Registry", "count", "Registry.java", line);
    List<Frame> frames = List.of(frame, new Frame(className, method, null, 1));
    return new Proposer(List.of(new ConcurrentHashMapSwap()))
        .propose(
            new Failure("java.lang.NullPointerException", UNBOXED, frames),
            List.of(new CrashSite(PATH, line, frame, 0)),
            new MemoryTree(Map.of(PATH, COUNTS)))
        .fixes();
  }
}
