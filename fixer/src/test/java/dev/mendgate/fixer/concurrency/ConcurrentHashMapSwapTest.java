package dev.mendgate.fixer.concurrency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.Risk;
import dev.mendgate.fixer.RuleScenario;
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
}
