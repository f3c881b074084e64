package dev.mendgate.fixer.initialisation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.Risk;
import dev.mendgate.fixer.RuleScenario;
import org.junit.jupiter.api.Test;

final class InitialiseFieldTest {
  private static final String PATH = "src/main/java/shop/Cart.java";

  private static RuleScenario cart(String text) {
    return RuleScenario.of(new InitialiseField()).file(PATH, text);
  }

  @Test
  void initialisesAFieldThatNothingEverSets() {
    CandidateFix fix =
        cart("""
                package shop;

                import java.util.Map;

                class Cart {
                  private Map<String, Integer> items; // by name

                  void add(String name) {
                    items.put(name, 1); // crash
                  }
                }
                """)
            .fails(
                "java.lang.NullPointerException",
                "Cannot invoke \"java.util.Map.put(Object, Object)\" because \"this.items\" is null")
            .expectFirst(
                """
                package shop;

                import java.util.HashMap;
                import java.util.Map;

                class Cart {
                  private Map<String, Integer> items = new HashMap<>(); // by name

                  void add(String name) {
                    items.put(name, 1);
                  }
                }
                """);

    assertEquals(Risk.LOW, fix.risk());
  }

  @Test
  void writesTypeArgumentsOutWhereTheFileDoes() {
    cart("""
            package shop;

            import java.util.*;

            class Cart {
              private final List<String> log = new ArrayList<String>();
              private Set<String> names, others = null;

              void add(String name) {
                log.add(name);
                others.add(name); // crash
              }
            }
            """)
        .fails(
            "java.lang.NullPointerException",
            "Cannot invoke \"java.util.Set.add(Object)\" because \"this.others\" is null")
        .expectFirst(
            """
            package shop;

            import java.util.*;

            class Cart {
              private final List<String> log = new ArrayList<String>();
              private Set<String> names, others = new HashSet<String>();

              void add(String name) {
                log.add(name);
                others.add(name);
              }
            }
            """);
  }

  @Test
  void findsTheFieldThroughALocalVariableAndWithoutAHelpfulMessage() {
    cart("""
            package shop;

            class Cart {
              private StringBuilder text;

              int length() {
                StringBuilder all = text;
                return all.length(); // crash
              }
            }
            """)
        .expectFirst(
            """
            package shop;

            class Cart {
              private StringBuilder text = new StringBuilder();

              int length() {
                StringBuilder all = text;
                return all.length();
              }
            }
            """);
  }

  @Test
  void initialisesTheFieldThatAGetterOfAnotherClassGivesOut() {
    CandidateFix fix =
        cart("""
                package shop;

                class Cart {
                  int count(Basket basket) {
                    return basket.getItems().size(); // crash
                  }
                }
                """)
            .file(
                "src/main/java/shop/Basket.java",
                """
                package shop;

                import java.util.List;

                class Basket {
                  private List<String> items;

                  List<String> getItems() {
                    return items;
                  }
                }
                """)
            .expectFirst(
                """
                package shop;

                import java.util.ArrayList;
                import java.util.List;

                class Basket {
                  private List<String> items = new ArrayList<>();

                  List<String> getItems() {
                    return items;
                  }
                }
                """);

    assertEquals("src/main/java/shop/Basket.java", fix.edits().get(0).path());
  }

  @Test
  void setsTheFieldInTheConstructorThatForgetsIt() {
    cart("""
            package shop;

            import java.util.LinkedList;
            import java.util.List;

            class Cart extends Object {
              private List<String> items;
              private final String owner;

              Cart() {
                this("nobody");
              }

              Cart(String owner) {
                super();
                this.owner = owner;
              }

              Cart(String owner, int size) {
                this.owner = owner;
                this.items = new LinkedList<>();
              }

              void add(String name) {
                items.add(name); // crash
              }
            }
            """)
        .expectFirst(
            """
            package shop;

            import java.util.LinkedList;
            import java.util.List;

            class Cart extends Object {
              private List<String> items;
              private final String owner;

              Cart() {
                this("nobody");
              }

              Cart(String owner) {
                super();
                this.items = new LinkedList<>();
                this.owner = owner;
              }

              Cart(String owner, int size) {
                this.owner = owner;
                this.items = new LinkedList<>();
              }

              void add(String name) {
                items.add(name);
              }
            }
            """);
  }

  @Test
  void warnsWhereASetterGivesTheValueLater() {
    CandidateFix fix =
        cart("""
                package shop;

                import java.util.List;

                class Cart {
                  private List<String> items;

                  void setItems(List<String> items) {
                    this.items = items;
                  }

                  int count() {
                    return items.size(); // crash
                  }
                }
                """)
            .checked()
            .get(0);

    assertEquals("Initialise items at its declaration", fix.title());
    assertEquals(Risk.MEDIUM, fix.risk());
  }

  @Test
  void leavesAFieldAloneWhoseNullMeansSomething() {
    cart("""
            package shop;

            import java.util.List;

            class Cart {
              private List<String> items;

              void setItems(List<String> items) {
                this.items = items;
              }

              boolean isOpen() {
                return items != null;
              }

              int count() {
                return items.size(); // crash
              }
            }
            """)
        .expectNothing();
  }

  @Test
  void leavesAFieldAloneThatEveryConstructorSets() {
    cart("""
            package shop;

            import java.util.List;

            class Cart {
              private List<String> items;

              Cart(List<String> items) {
                this.items = items;
              }

              int count() {
                return items.size(); // crash
              }
            }
            """)
        .expectNothing();
  }

  @Test
  void leavesAFieldAloneThatAnInjectorSets() {
    cart("""
            package shop;

            import java.util.List;

            @interface Inject {}

            class Cart {
              @Inject private List<String> items;

              int count() {
                return items.size(); // crash
              }
            }
            """)
        .expectNothing();
  }

  @Test
  void knowsNoSafeValueForATypeItCannotCreate() {
    cart("""
            package shop;

            class Cart {
              private CharSequence name;

              int length() {
                return name.length(); // crash
              }
            }
            """)
        .expectNothing();
  }

  @Test
  void leavesAParameterAloneThatIsNamedLikeAField() {
    cart("""
            package shop;

            import java.util.List;

            class Cart {
              private List<String> items;

              int count(List<String> items) {
                return items.size(); // crash
              }
            }
            """)
        .expectNothing();
  }

  @Test
  void startsWithAnEmptyArrayWhereAConstructorAssignsNull() {
    String text =
        """
        package shop;

        class Cart {
          private final String[] keys;

          Cart(String... names) {
            if (names.length > 0) {
              this.keys = names.clone();
            } else {
              this.keys = %s;
            }
          }

          int count() {
            return this.keys.length;%s
          }
        }
        """;
    RuleScenario.of(new InitialiseField())
        .file("src/main/java/shop/Cart.java", text.formatted("null", " // crash"))
        .fails(
            "java.lang.NullPointerException",
            "Cannot read the array length because \"this.keys\" is null")
        .expectFirst(text.formatted("new String[0]", ""));
  }

  private static RuleScenario inherited(String site) {
    return RuleScenario.of(new InitialiseField())
        .file("src/main/java/shop/Cart.java", site)
        .file(
            "src/main/java/shop/AbstractCart.java",
            """
            package shop;

            import java.util.List;

            abstract class AbstractCart {
              protected List<String> items;
            }
            """)
        .fails(
            "java.lang.NullPointerException",
            "Cannot invoke \"java.util.List.size()\" because \"this.items\" is null");
  }

  @Test
  void initialisesTheFieldOfASuperclass() {
    inherited(
            """
            package shop;

            class Cart extends AbstractCart {
              int size() {
                return items.size(); // crash
              }
            }
            """)
        .expectFirst(
            """
            package shop;

            import java.util.ArrayList;
            import java.util.List;

            abstract class AbstractCart {
              protected List<String> items = new ArrayList<>();
            }
            """);
  }

  @Test
  void leavesAFieldOfASuperclassAloneThatTheClassSets() {
    inherited(
            """
            package shop;

            class Cart extends AbstractCart {
              Cart() {
                this.items = null;
              }

              int size() {
                return items.size(); // crash
              }
            }
            """)
        .expectNothing();
  }

  @Test
  void startsEmptyWhereAnyMethodAskedFirst() {
    CandidateFix fix =
        cart("""
                package shop;

                import java.util.List;

                class Cart {
                  private List<String> items;

                  void setItems(List<String> items) {
                    this.items = items;
                  }

                  int size() {
                    return items.size(); // crash
                  }
                }
                """)
            .checked()
            .get(0);
    assertEquals(Risk.MEDIUM, fix.risk());
  }
}
