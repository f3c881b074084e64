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

final class ConcurrentHashMapSwapTest {
  private static final String PATH = "src/main/java/shop/Registry.java";

  private static RuleScenario registry(String text) {
    return RuleScenario.of(new ConcurrentHashMapSwap())
        .fails("java.util.ConcurrentModificationException", null)
        .insideOf("java.util.HashMap$HashIterator", "nextNode")
        .file(PATH, text);
  }

  @Test
  void exchangesTheMapAndMakesEveryCheckAndActOneStep() {
    CandidateFix fix =
        registry(
                """
                package shop;

                import java.util.HashMap;
                import java.util.Map;

                class Registry {
                  private static final Map<String, Entry> ENTRIES = new HashMap<>(16);

                  static Entry entry(String name) {
                    Entry found = ENTRIES.get(name);
                    if (found == null) {
                      found = new Entry();
                      ENTRIES.put(name, found);
                    }
                    return found;
                  }

                  static void preset(String name, Entry preset) {
                    if (!ENTRIES.containsKey(name)) {
                      ENTRIES.put(name, preset);
                    }
                    if (ENTRIES.get("") == null) ENTRIES.put("", new Entry());
                  }

                  static int total() {
                    int total = 0;
                    for (Entry entry : ENTRIES.values()) { // crash
                      total += entry.size;
                    }
                    return total;
                  }

                  static class Entry {
                    int size;
                  }
                }
                """)
            .expectFirst(
                """
                package shop;

                import java.util.Map;
                import java.util.concurrent.ConcurrentHashMap;

                class Registry {
                  private static final Map<String, Entry> ENTRIES = new ConcurrentHashMap<>(16);

                  static Entry entry(String name) {
                    Entry found = ENTRIES.computeIfAbsent(name, k -> new Entry());
                    return found;
                  }

                  static void preset(String name, Entry preset) {
                    ENTRIES.putIfAbsent(name, preset);
                    ENTRIES.computeIfAbsent("", k -> new Entry());
                  }

                  static int total() {
                    int total = 0;
                    for (Entry entry : ENTRIES.values()) {
                      total += entry.size;
                    }
                    return total;
                  }

                  static class Entry {
                    int size;
                  }
                }
                """);

    assertEquals(Risk.MEDIUM, fix.risk(), fix.rationale());
  }

  @Test
  void mergesCountersOfAMapThatBrokeInside() {
    RuleScenario.of(new ConcurrentHashMapSwap())
        .fails("java.lang.ClassCastException", "HashMap$Node cannot be cast to HashMap$TreeNode")
        .insideOf("java.util.HashMap", "putVal")
        .file(
            PATH,
            """
            package shop;

            import java.util.HashMap;

            class Registry {
              private HashMap<String, Integer> counts = new HashMap<>();

              void seen(String name) {
                if (counts.containsKey(name)) {
                  counts.put(name, counts.get(name) + 1); // crash
                } else {
                  counts.put(name, 1);
                }
              }

              void twice(String name) {
                counts.put(name, counts.getOrDefault(name, 0) + 2);
              }
            }
            """)
        .expectFirst(
            """
            package shop;

            import java.util.Map;
            import java.util.concurrent.ConcurrentHashMap;

            class Registry {
              private Map<String, Integer> counts = new ConcurrentHashMap<>();

              void seen(String name) {
                counts.merge(name, 1, Integer::sum);
              }

              void twice(String name) {
                counts.merge(name, 2, Integer::sum);
              }
            }
            """);
  }

  @Test
  void takesTheEarlierValueWhereALambdaCannotCreateIt() {
    registry(
            """
            package shop;

            import java.util.HashMap;
            import java.util.Map;

            class Registry {
              private volatile boolean open;
              private final Map<String, String> texts = new HashMap<>();

              String text(String name) throws java.io.IOException {
                String text = texts.get(name);
                if (text == null) {
                  text = read(name);
                  texts.put(name, text);
                }
                return text;
              }

              private String read(String name) throws java.io.IOException {
                return name;
              }

              int count() {
                int count = 0;
                for (String text : texts.values()) { // crash
                  count += text.length();
                }
                return count;
              }
            }
            """)
        .expectFirst(
            """
            package shop;

            import java.util.Map;
            import java.util.concurrent.ConcurrentHashMap;

            class Registry {
              private volatile boolean open;
              private final Map<String, String> texts = new ConcurrentHashMap<>();

              String text(String name) throws java.io.IOException {
                String text = texts.get(name);
                if (text == null) {
                  text = read(name);
                  String existing = texts.putIfAbsent(name, text);
                  if (existing != null) {
                    text = existing;
                  }
                }
                return text;
              }

              private String read(String name) throws java.io.IOException {
                return name;
              }

              int count() {
                int count = 0;
                for (String text : texts.values()) {
                  count += text.length();
                }
                return count;
              }
            }
            """);
  }

  @Test
  void exchangesASetAndAddsInOneStep() {
    registry(
            """
            package shop;

            import java.util.HashSet;
            import java.util.Set;

            class Registry {
              private static final Set<String> NAMES = new HashSet<>();

              static void add(String name, Runnable first) {
                if (!NAMES.contains(name)) {
                  NAMES.add(name);
                  first.run();
                }
              }

              static void list() {
                for (String name : NAMES) { // crash
                  System.out.println(name);
                }
              }
            }
            """)
        .expectFirst(
            """
            package shop;

            import java.util.Set;
            import java.util.concurrent.ConcurrentHashMap;

            class Registry {
              private static final Set<String> NAMES = ConcurrentHashMap.newKeySet();

              static void add(String name, Runnable first) {
                if (NAMES.add(name)) {
                  first.run();
                }
              }

              static void list() {
                for (String name : NAMES) {
                  System.out.println(name);
                }
              }
            }
            """);
  }

  @Test
  void exchangesAListThatIsMostlyWalked() {
    registry(
            """
            package shop;

            import java.util.ArrayList;
            import java.util.List;

            class Registry {
              private final List<Runnable> listeners = new ArrayList<>(4);

              synchronized void add(Runnable listener) {
                listeners.add(listener);
              }

              void fire() {
                for (Runnable listener : listeners) { // crash
                  listener.run();
                }
              }
            }
            """)
        .expectFirst(
            """
            package shop;

            import java.util.List;
            import java.util.concurrent.CopyOnWriteArrayList;

            class Registry {
              private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

              synchronized void add(Runnable listener) {
                listeners.add(listener);
              }

              void fire() {
                for (Runnable listener : listeners) {
                  listener.run();
                }
              }
            }
            """);
  }

  @Test
  void saysWhichChecksRemainAndThatValuesAreNotSafe() {
    CandidateFix fix =
        registry(
                """
                package shop;

                import java.util.ArrayList;
                import java.util.HashMap;
                import java.util.List;
                import java.util.Map;

                class Registry {
                  private static final Map<String, List<String>> ALL = new HashMap<>();

                  static void drop(String name) {
                    if (ALL.size() > 10) {
                      System.out.println(name);
                      ALL.remove(name);
                    }
                    ALL.put(name, new ArrayList<>());
                  }

                  static void list() {
                    for (String name : ALL.keySet()) { // crash
                      System.out.println(name);
                    }
                  }
                }
                """)
            .checked()
            .get(0);

    assertEquals(Risk.HIGH, fix.risk());
    assertTrue(fix.rationale().contains("line 12."), fix.rationale());
    assertTrue(fix.rationale().contains("(List<String>) are not safe"), fix.rationale());
  }

  @Test
  void declinesWhereNullValuesAreToldFromMissingKeys() {
    registry(
            """
            package shop;

            import java.util.HashMap;
            import java.util.Map;

            class Registry {
              private static final Map<String, String> ALL = new HashMap<>();

              static boolean has(String name) {
                return ALL.get(name) != null || ALL.containsKey(name);
              }

              static void list() {
                for (String name : ALL.keySet()) { // crash
                  System.out.println(name);
                }
              }
            }
            """)
        .expectNothing();
  }

  @Test
  void declinesWhereNullIsPut() {
    registry(
            """
            package shop;

            import java.util.HashMap;
            import java.util.Map;

            class Registry {
              private static final Map<String, String> ALL = new HashMap<>();

              static void mark(String name, boolean known) {
                ALL.put(name, known ? name : null);
              }

              static void list() {
                for (String name : ALL.keySet()) { // crash
                  System.out.println(name);
                }
              }
            }
            """)
        .expectNothing();
  }

  @Test
  void declinesWhereTheOrderOfEntriesIsReliedUpon() {
    registry(
            """
            package shop;

            import java.util.LinkedHashMap;
            import java.util.Map;

            class Registry {
              private static final Map<String, String> ALL = new LinkedHashMap<>();

              static void list() {
                for (String name : ALL.keySet()) { // crash
                  System.out.println(name);
                }
              }
            }
            """)
        .expectNothing();
  }

  @Test
  void declinesWhereTheClassItselfIsGivenOut() {
    registry(
            """
            package shop;

            import java.util.HashMap;

            class Registry {
              private static HashMap<String, String> all = new HashMap<>();

              static HashMap<String, String> all() {
                return all;
              }

              static void list() {
                for (String name : all.keySet()) { // crash
                  System.out.println(name);
                }
              }
            }
            """)
        .expectNothing();
  }

  @Test
  void leavesALoopAloneThatChangesItsOwnMap() {
    registry(
            """
            package shop;

            import java.util.HashMap;
            import java.util.Map;

            class Registry {
              private static final Map<String, String> ALL = new HashMap<>();

              static void drop() {
                for (String name : ALL.keySet()) { // crash
                  ALL.remove(name);
                }
              }
            }
            """)
        .expectNothing();
  }

  @Test
  void leavesAMapAloneThatNothingShowsToBeShared() {
    registry(
            """
            package shop;

            import java.util.HashMap;
            import java.util.Map;

            class Registry {
              private final Map<String, Runnable> all = new HashMap<>();

              void run() {
                for (Runnable each : all.values()) { // crash
                  each.run();
                }
              }
            }
            """)
        .expectNothing();
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
