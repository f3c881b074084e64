package dev.mendgate.fixer.iteration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.Risk;
import dev.mendgate.fixer.RuleScenario;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ModificationDuringIterationTest {
  private static final String PATH = "src/main/java/shop/Cart.java";

  private static RuleScenario cart(String body) {
    return RuleScenario.of(new ModificationDuringIteration())
        .fails("java.util.ConcurrentModificationException", null)
        .insideOf("java.util.ArrayList$Itr", "next")
        .file(PATH, body);
  }

  @Test
  void removesThroughTheIteratorThatIsThereAlready() {
    cart("""
            package shop;

            import java.util.Iterator;
            import java.util.Map;

            class Cart {
              private Map<String, Integer> items;

              void drop(String name) {
                for (Iterator<String> it = items.keySet().iterator(); it.hasNext(); ) {
                  String item = it.next(); // crash
                  if (item.equalsIgnoreCase(name))
                    items.remove(item); // the one asked for
                }
              }
            }
            """)
        .expectFirst(
            """
            package shop;

            import java.util.Iterator;
            import java.util.Map;

            class Cart {
              private Map<String, Integer> items;

              void drop(String name) {
                for (Iterator<String> it = items.keySet().iterator(); it.hasNext(); ) {
                  String item = it.next();
                  if (item.equalsIgnoreCase(name))
                    it.remove(); // the one asked for
                }
              }
            }
            """);
  }

  @Test
  void writesTheIteratorOutInAFileThatIsOlderThanLambdas() {
    cart("""
            package shop;

            import java.util.ArrayList;
            import java.util.List;

            class Cart {
              private final List<String> items = new ArrayList<String>();

              void drop(String name) {
                for (String item : items) { // crash
                  if (item.equals(name)) {
                    items.remove(item);
                  }
                }
              }
            }
            """)
        .expectFirst(
            """
            package shop;

            import java.util.ArrayList;
            import java.util.Iterator;
            import java.util.List;

            class Cart {
              private final List<String> items = new ArrayList<String>();

              void drop(String name) {
                for (Iterator<String> it = items.iterator(); it.hasNext(); ) {
                  String item = it.next();
                  if (item.equals(name)) {
                    it.remove();
                  }
                }
              }
            }
            """);
  }

  @Test
  void writesTheIteratorOutOverEntriesAndWithoutBraces() {
    cart("""
            package shop;

            import java.util.HashMap;
            import java.util.Map;

            class Cart {
              private final Map<String, Integer> items = new HashMap<String, Integer>();

              void drop() {
                for (final Map.Entry<String, Integer> item : items.entrySet()) // crash
                  if (item.getValue() == 0) items.remove(item.getKey());
              }
            }
            """)
        .expectFirst(
            """
            package shop;

            import java.util.HashMap;
            import java.util.Iterator;
            import java.util.Map;

            class Cart {
              private final Map<String, Integer> items = new HashMap<String, Integer>();

              void drop() {
                for (Iterator<Map.Entry<String, Integer>> it = items.entrySet().iterator(); it.hasNext(); ) {
                  final Map.Entry<String, Integer> item = it.next();
                  if (item.getValue() == 0) it.remove();
                }
              }
            }
            """);
  }

  @Test
  void turnsTestAndRemoveIntoRemoveIf() {
    CandidateFix fix =
        cart("""
                package shop;

                import java.util.ArrayList;
                import java.util.List;

                class Cart {
                  private final List<String> items = new ArrayList<>();
                  private final Runnable log = () -> {};

                  void drop(String name) {
                    for (String item : items) { // crash
                      if (item.equals(name)) {
                        items.remove(item);
                      }
                    }
                  }
                }
                """)
            .expectFirst(
                """
                package shop;

                import java.util.ArrayList;
                import java.util.List;

                class Cart {
                  private final List<String> items = new ArrayList<>();
                  private final Runnable log = () -> {};

                  void drop(String name) {
                    items.removeIf(item -> item.equals(name));
                  }
                }
                """);

    assertEquals(Risk.LOW, fix.risk());
  }

  @Test
  void keepsACommentByNotUsingRemoveIf() {
    List<CandidateFix> fixes =
        cart("""
                package shop;

                import java.util.List;

                class Cart {
                  private final Runnable log = () -> {};

                  void drop(List<String> items) {
                    for (String item : items) { // crash
                      // empty ones only
                      if (item.isEmpty()) {
                        items.remove(item);
                      }
                    }
                  }
                }
                """)
            .checked();

    assertEquals(
        List.of("Remove the current element through the iterator", "Walk a copy of items"),
        fixes.stream().map(CandidateFix::title).toList());
  }

  @Test
  void walksACopyWhereTheBodyAdds() {
    CandidateFix fix =
        cart("""
                package shop;

                import java.util.ArrayList;
                import java.util.List;

                class Cart {
                  private List<String> items = new ArrayList<>();

                  void twice() {
                    for (String item : items) { // crash
                      items.add(item);
                    }
                  }
                }
                """)
            .expectFirst(
                """
                package shop;

                import java.util.ArrayList;
                import java.util.List;

                class Cart {
                  private List<String> items = new ArrayList<>();

                  void twice() {
                    for (String item : new ArrayList<>(items)) {
                      items.add(item);
                    }
                  }
                }
                """);

    assertEquals(Risk.MEDIUM, fix.risk());
  }

  @Test
  void walksACopyWhereACalledMethodOfTheClassChangesTheField() {
    cart("""
            package shop;

            import java.util.List;

            class Cart {
              private List<String> items;

              void dropAll() {
                for (String item : this.items) { // crash
                  drop(item);
                }
              }

              private void drop(String item) {
                items.remove(item);
              }
            }
            """)
        .expectFirst(
            """
            package shop;

            import java.util.ArrayList;
            import java.util.List;

            class Cart {
              private List<String> items;

              void dropAll() {
                for (String item : new ArrayList<>(this.items)) {
                  drop(item);
                }
              }

              private void drop(String item) {
                items.remove(item);
              }
            }
            """);
  }

  @Test
  void doesNotCallRemoveTwiceForOneElement() {
    List<CandidateFix> fixes =
        cart("""
                package shop;

                import java.util.List;

                class Cart {
                  void drop(List<String> items, String[] names) {
                    for (String item : items) { // crash
                      for (String name : names) {
                        if (item.equals(name)) {
                          items.remove(item);
                        }
                      }
                    }
                  }
                }
                """)
            .checked();

    assertEquals(List.of("Walk a copy of items"), fixes.stream().map(CandidateFix::title).toList());
  }

  @Test
  void leavesALoopAloneThatChangesAnotherCollection() {
    cart("""
            package shop;

            import java.util.List;

            class Cart {
              void move(List<String> from, List<String> to) {
                for (String item : from) { // crash
                  to.add(item);
                }
              }
            }
            """)
        .expectNothing();
  }

  @Test
  void leavesAWalkAloneThatRemovesThroughItsIteratorAlready() {
    cart("""
            package shop;

            import java.util.Iterator;
            import java.util.List;

            class Cart {
              private List<String> items;

              void drop() {
                Iterator<String> it = items.iterator();
                while (it.hasNext()) {
                  String item = it.next(); // crash
                  if (item.isEmpty()) {
                    it.remove();
                  }
                }
              }
            }
            """)
        .expectNothing();
  }

  @Test
  void leavesOtherExceptionsAlone() {
    cart("""
            package shop;

            import java.util.List;

            class Cart {
              void drop(List<String> items) {
                for (String item : items) { // crash
                  items.remove(item);
                }
              }
            }
            """)
        .fails("java.lang.NullPointerException", null)
        .expectNothing();
  }

  private static RuleScenario inside(String method, String text) {
    return RuleScenario.of(new ModificationDuringIteration())
        .file("src/main/java/shop/Cart.java", text)
        .fails("java.util.ConcurrentModificationException", null)
        .insideOf("java.util.HashMap", method);
  }

  @Test
  void putsARecursiveValueAfterItIsComputed() {
    String text =
        """
        package shop;

        import java.util.HashMap;
        import java.util.Map;

        class Cart {
          private final Map<Integer, Long> known = new HashMap<>();

          long count(int at) {
            if (at < 2) {
              return at;
            }
        %s
          }
        }
        """;
    inside(
            "computeIfAbsent",
            text.formatted(
                "    return known.computeIfAbsent(at, n -> count(n - 1) + count(n - 2)); // crash"))
        .expectFirst(
            text.formatted(
                """
                    Long value = known.get(at);
                    if (value == null) {
                      value = count(at - 1) + count(at - 2);
                      known.put(at, value);
                    }
                    return value;"""
                    .indent(4)
                    .stripTrailing()));
  }

  @Test
  void letsACallbackChangeTheMapThatIsWalked() {
    String text =
        """
        package shop;

        import java.util.LinkedHashMap;
        import java.util.Map;

        class Cart {
          private final Map<String, Integer> items = new LinkedHashMap<>();

          void clean() {
            %s.forEach((name, count) -> drop(name));%s
          }

          private void drop(String name) {
            items.remove(name);
          }
        }
        """;
    inside("forEach", text.formatted("items", " // crash"))
        .expectFirst(text.formatted("new LinkedHashMap<>(items)", ""));
  }

  @Test
  void letsAStreamWalkACopy() {
    String text =
        """
        package shop;

        import java.util.ArrayList;
        import java.util.List;

        class Cart {
          private final List<String> items = new ArrayList<>();

          void clean() {
            %s.stream().filter(String::isEmpty).forEach(item -> items.remove(item));%s
          }
        }
        """;
    inside("forEach", text.formatted("items", " // crash"))
        .expectFirst(text.formatted("new ArrayList<>(items)", ""));
  }

  @Test
  void walksACopyOfAParameterThatTheCalledMethodsMayChange() {
    String text =
        """
        package shop;

        import java.util.ArrayList;
        import java.util.List;

        class Cart {
          interface Part {
            void remove();
          }

          static void removeAll(List<Part> parts) {
            for (Part part : %s) {%s
              part.remove();
            }
          }
        }
        """;
    inside("next", text.formatted("parts", " // crash"))
        .expectFirst(text.formatted("new ArrayList<>(parts)", ""));
  }
}
