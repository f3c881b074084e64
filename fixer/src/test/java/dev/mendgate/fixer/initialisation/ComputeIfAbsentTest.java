package dev.mendgate.fixer.initialisation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.Risk;
import dev.mendgate.fixer.RuleScenario;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ComputeIfAbsentTest {
  private static final String PATH = "src/main/java/shop/Index.java";

  private static RuleScenario index(String text) {
    return RuleScenario.of(new ComputeIfAbsent()).file(PATH, text);
  }

  @Test
  void createsTheListOfAKeyThatIsMissing() {
    CandidateFix fix =
        index(
                """
                package shop;

                import java.util.HashMap;
                import java.util.List;
                import java.util.Map;

                class Index {
                  private final Map<String, List<String>> pages = new HashMap<>();

                  void add(String word, String page) {
                    pages.get(word).add(page); // crash
                  }
                }
                """)
            .fails(
                "java.lang.NullPointerException",
                "Cannot invoke \"java.util.List.add(Object)\" because the return value of"
                    + " \"java.util.Map.get(Object)\" is null")
            .expectFirst(
                """
                package shop;

                import java.util.ArrayList;
                import java.util.HashMap;
                import java.util.List;
                import java.util.Map;

                class Index {
                  private final Map<String, List<String>> pages = new HashMap<>();

                  void add(String word, String page) {
                    pages.computeIfAbsent(word, k -> new ArrayList<>()).add(page);
                  }
                }
                """);

    assertEquals(Risk.LOW, fix.risk());
  }

  @Test
  void createsTheWholeChainOfNestedMapsWithAParameterThatIsFree() {
    index(
            """
            package shop;

            import java.util.HashMap;
            import java.util.Map;
            import java.util.Set;

            class Index {
              private final Map<String, Map<Integer, Set<String>>> pages = new HashMap<>();

              void add(String k, int volume, String page) {
                pages.get(k).get(volume).add(page); // crash
              }
            }
            """)
        .fails(
            "java.lang.NullPointerException",
            "Cannot invoke \"java.util.Map.get(Object)\" because the return value of"
                + " \"java.util.Map.get(Object)\" is null")
        .expectFirst(
            """
            package shop;

            import java.util.HashMap;
            import java.util.HashSet;
            import java.util.Map;
            import java.util.Set;

            class Index {
              private final Map<String, Map<Integer, Set<String>>> pages = new HashMap<>();

              void add(String k, int volume, String page) {
                pages.computeIfAbsent(k, key -> new HashMap<>()).computeIfAbsent(volume, key -> new HashSet<>()).add(page);
              }
            }
            """);
  }

  @Test
  void createsWhatTheFilePutsIntoThatMapElsewhere() {
    index(
            """
            package shop;

            import java.util.*;

            class Index {
              private final Map<String, Collection<String>> pages = new HashMap<>();

              void reset(String word) {
                Collection<String> fresh = new TreeSet<>();
                pages.put(word, fresh);
              }

              void add(String word, String page) {
                Collection<String> known = pages.get(word);
                known.add(page); // crash
              }
            }
            """)
        .expectFirst(
            """
            package shop;

            import java.util.*;

            class Index {
              private final Map<String, Collection<String>> pages = new HashMap<>();

              void reset(String word) {
                Collection<String> fresh = new TreeSet<>();
                pages.put(word, fresh);
              }

              void add(String word, String page) {
                Collection<String> known = pages.computeIfAbsent(word, k -> new TreeSet<>());
                known.add(page);
              }
            }
            """);
  }

  @Test
  void checksFirstInAFileThatIsOlderThanLambdas() {
    index(
            """
            package shop;

            import java.util.HashMap;
            import java.util.LinkedList;
            import java.util.List;
            import java.util.Map;

            class Index {
              private final Map<String, List<String>> pages = new HashMap<String, List<String>>();

              void add(String word, String page) {
                if (page != null)
                  pages.get(word).add(page); // crash
              }
            }
            """)
        .expectFirst(
            """
            package shop;

            import java.util.ArrayList;
            import java.util.HashMap;
            import java.util.LinkedList;
            import java.util.List;
            import java.util.Map;

            class Index {
              private final Map<String, List<String>> pages = new HashMap<String, List<String>>();

              void add(String word, String page) {
                if (page != null) {
                  if (pages.get(word) == null) {
                    pages.put(word, new ArrayList<String>());
                  }
                  pages.get(word).add(page);
                }
              }
            }
            """);
  }

  @Test
  void mergesACountThatMayBeMissing() {
    index(
            """
            package shop;

            import java.util.HashMap;
            import java.util.Map;

            class Index {
              private final Map<String, Long> counts = new HashMap<>();

              void seen(String word) {
                counts.put(word, counts.get(word) + 1); // crash
              }
            }
            """)
        .expectFirst(
            """
            package shop;

            import java.util.HashMap;
            import java.util.Map;

            class Index {
              private final Map<String, Long> counts = new HashMap<>();

              void seen(String word) {
                counts.merge(word, 1L, Long::sum);
              }
            }
            """);
  }

  @Test
  void countsFromZeroInAFileThatIsOlderThanLambdas() {
    index(
            """
            package shop;

            import java.util.HashMap;
            import java.util.Map;

            class Index {
              private final Map<String, Integer> counts = new HashMap<String, Integer>();

              void seen(String word) {
                counts.put(word, counts.get(word) + 1); // crash
              }
            }
            """)
        .expectFirst(
            """
            package shop;

            import java.util.HashMap;
            import java.util.Map;

            class Index {
              private final Map<String, Integer> counts = new HashMap<String, Integer>();

              void seen(String word) {
                counts.put(word, counts.get(word) == null ? 1 : counts.get(word) + 1);
              }
            }
            """);
  }

  @Test
  void offersTheCheckAsWellAndWarnsOfAMapThatComesFromElsewhere() {
    List<CandidateFix> fixes =
        index(
                """
                package shop;

                import java.util.List;
                import java.util.Map;

                class Index {
                  void add(Map<String, List<String>> pages, String word) {
                    pages.get(word).add(""); // crash
                  }
                }
                """)
            .checked();

    assertEquals(
        List.of(
            "Create the missing entry of pages with computeIfAbsent",
            "Create the missing entry of pages"),
        fixes.stream().map(CandidateFix::title).toList());
    assertEquals(Risk.MEDIUM, fixes.get(0).risk());
  }

  @Test
  void leavesALookupAloneWhoseValueIsOnlyRead() {
    index(
            """
            package shop;

            import java.util.List;
            import java.util.Map;

            class Index {
              private Map<String, List<String>> pages;

              int count(String word) {
                return pages.get(word).size(); // crash
              }
            }
            """)
        .fails(
            "java.lang.NullPointerException",
            "Cannot invoke \"java.util.List.size()\" because the return value of"
                + " \"java.util.Map.get(Object)\" is null")
        .expectNothing();
  }

  @Test
  void leavesAMapAloneThatCannotTakeNewEntries() {
    index(
            """
            package shop;

            import java.util.List;
            import java.util.Map;

            class Index {
              private final Map<String, List<String>> pages = Map.of();

              void add(String word, String page) {
                pages.get(word).add(page); // crash
              }
            }
            """)
        .expectNothing();
  }

  @Test
  void knowsNoSafeValueForATypeItCannotCreate() {
    index(
            """
            package shop;

            import java.util.Map;

            class Index {
              private Map<String, Appendable> pages;

              void add(String word) throws java.io.IOException {
                pages.get(word).append(word); // crash
              }
            }
            """)
        .fails(
            "java.lang.NullPointerException",
            "Cannot invoke \"java.lang.Appendable.append(java.lang.CharSequence)\" because the"
                + " return value of \"java.util.Map.get(Object)\" is null")
        .expectNothing();
  }
}
