package dev.mendgate.fixer.reproduce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mendgate.fixer.Reproducer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class StressReproducerTest {
  private static final TestStyle.Framework JUNIT5 = TestStyle.Framework.JUNIT5;
  private static final String CME = "java.util.ConcurrentModificationException";
  private static final String PATH = "src/main/java/a/Registry.java";
  private static final String REGISTRY =
      """
      package a;

      import java.util.ArrayList;
      import java.util.List;
      import java.util.Map;

      public class Registry {
        private final Map<String, Integer> entries = new java.util.HashMap<>();

        public void register(String name, Integer value) {
          entries.put(name, value);
        }

        public List<String> names() {
          List<String> names = new ArrayList<>();
          for (String name : entries.keySet()) { // crash
            names.add(name);
          }
          return names;
        }

        public int size() {
          return entries.size();
        }
      }
      """;
  private static final String COUNTER =
      """
      package a;

      public class Registry {
        private static final java.util.Map<String, Integer> HITS = new java.util.HashMap<>();
        private final java.util.Map<String, Integer> counts = new java.util.HashMap<>();

        public void hit(String name) {
          counts.merge(name, 1, Integer::sum); // crash
        }

        public int count(String name) {
          return counts.getOrDefault(name, 0);
        }
      }
      """;
  private static final String STATIC =
      """
      package a;

      public final class Registry {
        private static final java.util.Map<Integer, String> NAMES = new java.util.HashMap<>();

        private Registry() {}

        public static void name(int id, String name) {
          NAMES.put(id, name); // crash
        }

        public static int names() {
          return NAMES.size();
        }
      }
      """;

  @Test
  void reproducesAMapThatChangesUnderAnIteration() {
    failsOnlyOnThePlainMap(REGISTRY);
  }

  private static final String NPE = "java.lang.NullPointerException";
  private static final String GUARDED =
      """
      package a;

      public class Registry {
        private final java.util.Map<String, Integer> visits = new java.util.HashMap<>();

        public void visit(String page) {
          if (!visits.containsKey(page)) {
            visits.put(page, 0);
          }
          visits.put(page, visits.get(page) + 1); // crash
        }

        public int total() {
          int sum = 0;
          for (int count : visits.values()) {
            sum += count;
          }
          return sum;
        }
      }
      """;
  private static final String LOOKED_UP =
      """
      package a;

      public class Registry {
        private final java.util.Map<String, Integer> pieces = new java.util.HashMap<>();

        public void receive(String name, int count) {
          pieces.merge(name, count, Integer::sum);
        }

        public int pieces(String name) {
          return pieces.get(name); // crash
        }
      }
      """;

  @Test
  void triesThreadsEarlyWhereTheFailingMethodPutsWhatItLooksUp() {
    List<Reproducer> found = new Crash(NPE, null).file(PATH, GUARDED).generate(JUNIT5);

    assertTrue(firstStress(found) < 4, () -> "first stress test: " + firstStress(found));
  }

  @Test
  void triesPlainCallsFirstWhereAKeyMayJustBeMissing() {
    List<Reproducer> found = new Crash(NPE, null).file(PATH, LOOKED_UP).generate(JUNIT5);

    assertTrue(firstStress(found) >= 4, () -> "first stress test: " + firstStress(found));
  }

  @Test
  void acceptsTheMergeButNoDefaultForACountThatWentMissing() {
    String start = GUARDED.substring(0, GUARDED.indexOf("    if ("));
    String end = GUARDED.substring(GUARDED.indexOf("  }\n\n  public int total"));
    String merged = start + "    visits.merge(page, 1, Integer::sum);\n" + end;
    String defaults = GUARDED.replace("visits.get(page)", "visits.getOrDefault(page, 0)");
    String safe = merged.replace("java.util.HashMap", "java.util.concurrent.ConcurrentHashMap");
    Reproducer first =
        new Crash(NPE, null)
            .file(PATH, GUARDED).generate(JUNIT5).stream()
                .filter(reproducer -> reproducer.kind() == Reproducer.Kind.STRESS)
                .findFirst()
                .orElseThrow();

    assertTrue(GeneratedTest.run(Map.of(PATH, GUARDED), first).isPresent(), first.source());
    assertTrue(GeneratedTest.run(Map.of(PATH, defaults), first).isPresent(), first.source());
    assertEquals(Optional.empty(), GeneratedTest.run(Map.of(PATH, safe), first));
  }

  private static int firstStress(List<Reproducer> found) {
    return found.stream().map(Reproducer::kind).toList().indexOf(Reproducer.Kind.STRESS);
  }

  @Test
  void findsLostCountsOfSharedKeys() {
    failsOnlyOnThePlainMap(COUNTER);
  }

  @Test
  void findsLostEntriesOfAStaticMap() {
    failsOnlyOnThePlainMap(STATIC);
  }

  @Test
  void declinesWithoutAMethodThatAdds() {
    String text =
        "package a;\n\npublic class Registry {\n"
            + "  private final java.util.List<String> names = new java.util.ArrayList<>();\n\n"
            + "  public void all() {\n    for (String n : names) {} // crash\n  }\n}\n";

    assertEquals(List.of(), stress(text));
  }

  private static void failsOnlyOnThePlainMap(String text) {
    List<Reproducer> found = stress(text);
    assertTrue(!found.isEmpty(), "no stress test");
    int failed = 0;
    for (Reproducer reproducer : found) {
      failed += GeneratedTest.run(Map.of(PATH, text), reproducer).isPresent() ? 1 : 0;
      String safe = text.replace("java.util.HashMap", "java.util.concurrent.ConcurrentHashMap");
      assertEquals(Optional.empty(), GeneratedTest.run(Map.of(PATH, safe), reproducer));
    }
    assertTrue(failed > 0, () -> "passes on a plain map:\n" + found.get(0).source());
  }

  private static List<Reproducer> stress(String text) {
    return new Crash(CME, null)
        .file(PATH, text).generate(TestStyle.Framework.JUNIT5).stream()
            .filter(reproducer -> reproducer.kind() == Reproducer.Kind.STRESS)
            .toList();
  }
}
