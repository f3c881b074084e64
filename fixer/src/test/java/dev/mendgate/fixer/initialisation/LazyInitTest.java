package dev.mendgate.fixer.initialisation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.Risk;
import dev.mendgate.fixer.RuleScenario;
import org.junit.jupiter.api.Test;

final class LazyInitTest {
  private static final String PATH = "src/main/java/shop/Cart.java";

  private static RuleScenario cart(String text) {
    return RuleScenario.of(new LazyInit()).file(PATH, text);
  }

  @Test
  void readsALazyCacheThroughItsAccessor() {
    cart("""
            package shop;

            import java.util.HashSet;
            import java.util.Set;

            class Cart {
              private static Set names;

              static Set names() {
                Set all = names;
                if (all == null) {
                  all = new HashSet();
                  names = all;
                }
                return all;
              }

              static boolean isKnown(String name) {
                return names.contains(name); // crash
              }
            }
            """)
        .expectFirst(
            """
            package shop;

            import java.util.HashSet;
            import java.util.Set;

            class Cart {
              private static Set names;

              static Set names() {
                Set all = names;
                if (all == null) {
                  all = new HashSet();
                  names = all;
                }
                return all;
              }

              static boolean isKnown(String name) {
                return names().contains(name);
              }
            }
            """);
  }

  @Test
  void repeatsTheCheckOfASiblingBeforeAllBranchesThatUseTheField() {
    cart("""
            package shop;

            class Cart {
              private byte[] buffer;
              private int at;

              private void grow() {
                if (buffer == null) {
                  buffer = new byte[16];
                }
              }

              void put(byte b) {
                if (buffer == null || buffer.length - at < 1) {
                  grow();
                }
                buffer[at++] = b;
              }

              void end(int rest) {
                if (rest != 0) {
                  switch (rest) {
                    case 1:
                      buffer[at++] = 1;
                      break;
                    case 2:
                      buffer[at++] = 2; // crash
                      break;
                  }
                }
              }
            }
            """)
        .fails(
            "java.lang.NullPointerException",
            "Cannot store to byte/boolean array because \"this.buffer\" is null")
        .expectFirst(
            """
            package shop;

            class Cart {
              private byte[] buffer;
              private int at;

              private void grow() {
                if (buffer == null) {
                  buffer = new byte[16];
                }
              }

              void put(byte b) {
                if (buffer == null || buffer.length - at < 1) {
                  grow();
                }
                buffer[at++] = b;
              }

              void end(int rest) {
                if (rest != 0) {
                  if (buffer == null || buffer.length - at < 1) {
                    grow();
                  }
                  switch (rest) {
                    case 1:
                      buffer[at++] = 1;
                      break;
                    case 2:
                      buffer[at++] = 2;
                      break;
                  }
                }
              }
            }
            """);
  }

  @Test
  void doesNotRepeatACheckThatUsesALocalVariable() {
    cart("""
            package shop;

            class Cart {
              private byte[] buffer;

              void put(int size) {
                if (buffer == null) {
                  buffer = new byte[size];
                }
                buffer[0] = 1;
              }

              void end() {
                buffer[0] = 2; // crash
              }
            }
            """)
        .expectNothing();
  }

  @Test
  void createsACollectionOnItsFirstUseWhereTheCodeFillsIt() {
    cart("""
            package shop;

            import java.util.List;

            class Cart {
              private List<String> items;

              boolean isOpen() {
                return items != null;
              }

              void add(String name) {
                if (!name.isEmpty())
                  items.add(name); // crash
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

              boolean isOpen() {
                return items != null;
              }

              void add(String name) {
                if (!name.isEmpty()) {
                  if (items == null) {
                    items = new ArrayList<>();
                  }
                  items.add(name);
                }
              }
            }
            """);
  }

  @Test
  void warnsThatThreadsMayEachCreateOne() {
    CandidateFix fix =
        cart("""
                package shop;

                import java.util.List;

                class Cart {
                  private static List<String> items;

                  static void add(String name) {
                    items.add(name); // crash
                  }
                }
                """)
            .checked()
            .get(0);

    assertEquals(Risk.HIGH, fix.risk());
    assertEquals(true, fix.rationale().contains("the field is static"), fix.rationale());
  }

  @Test
  void leavesAReadAloneWhoseFieldNothingCreates() {
    cart("""
            package shop;

            import java.util.List;

            class Cart {
              private List<String> items;

              int count() {
                return items.size(); // crash
              }
            }
            """)
        .expectNothing();
  }

  @Test
  void leavesAFieldAloneThatIsCheckedAlready() {
    cart("""
            package shop;

            import java.util.List;

            class Cart {
              private List<String> items;
              private List<String> others;

              void add(List<String> more) {
                if (items == null) {
                  items = new java.util.ArrayList<>();
                }
                items.add(more.get(0)); // crash
              }
            }
            """)
        .fails(
            "java.lang.NullPointerException",
            "Cannot invoke \"java.util.List.get(int)\" because \"more\" is null")
        .expectNothing();
  }

  @Test
  void leavesAFieldAloneThatTheConstructorCreates() {
    cart("""
            package shop;

            import java.util.ArrayList;
            import java.util.List;

            class Cart {
              private List<String> items;

              Cart() {
                items = new ArrayList<>();
              }

              void add(String name) {
                items.add(name); // crash
              }
            }
            """)
        .expectNothing();
  }

  private static final String READER =
      """
      package shop;

      class Cart {
        private StringBuilder text;

        private void open() {
          if (text == null) {
            text = new StringBuilder(read());
          }
        }

        private String read() {
          return "";
        }

        int size() {
          open();
          return text.length();
        }

        boolean isPlain(int at) {
      %s    return text.charAt(at) < 128;%s
        }
      }
      """;

  @Test
  void callsTheInitialiserThatOtherMethodsCallFirst() {
    cart(READER.formatted("", " // crash")).expectAmong(READER.formatted("    open();\n", ""));
  }

  private static final String LOST =
      """
      package shop;

      import java.util.ArrayList;
      import java.util.List;

      class Cart implements java.io.Serializable {
        private transient List<String> listeners = new ArrayList<>();

        void listen(String listener) {
      %s    listeners.add(listener);%s
        }
      }
      """;

  @Test
  void createsATransientFieldAgainThatWasNotReadBack() {
    String created =
        """
            if (listeners == null) {
              listeners = new ArrayList<>();
            }
        """;
    cart(LOST.formatted("", " // crash")).expectFirst(LOST.formatted(created, ""));
  }

  @Test
  void createsAFieldAgainThatAMethodSetsToNull() {
    String text =
        """
        package shop;

        class Cart {
          private StringBuilder buffer = new StringBuilder(64);

          void reset() {
            buffer = null;
          }

          void put(char c) {
        %s    buffer.append(c);%s
          }
        }
        """;
    String created =
        """
            if (buffer == null) {
              buffer = new StringBuilder(64);
            }
        """;
    cart(text.formatted("", " // crash")).expectFirst(text.formatted(created, ""));
  }
}
