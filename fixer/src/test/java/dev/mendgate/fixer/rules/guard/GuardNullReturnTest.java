package dev.mendgate.fixer.rules.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.Risk;
import dev.mendgate.fixer.RuleScenario;
import org.junit.jupiter.api.Test;

final class GuardNullReturnTest {
  private static final String NPE = "java.lang.NullPointerException";

  private static RuleScenario scenario() {
    return RuleScenario.of(new GuardNullReturn());
  }

  @Test
  void aNullArgumentOfTheReturnedTypeIsHandedBackAsNull() {
    CandidateFix fix =
        scenario()
            .file(
                "a/Names.java",
                """
                package a;

                class Names {
                    static String strip(String name) {
                        int at = 0;
                        return name.substring(at); // crash
                    }
                }
                """)
            .fails(NPE, "Cannot invoke \"String.substring(int)\" because \"name\" is null")
            .expectFirst(
                """
                package a;

                class Names {
                    static String strip(String name) {
                        if (name == null) {
                            return null;
                        }
                        int at = 0;
                        return name.substring(at);
                    }
                }
                """);

    assertEquals("Return null from strip where name == null", fix.title());
    assertTrue(fix.rationale().contains("a/Names.java:6 `name` is null: it is a parameter"));
    assertEquals(Risk.MEDIUM, fix.risk());
  }

  @Test
  void aListIsEmptyWhereThereIsNothingAndTheImportIsAdded() {
    scenario()
        .file(
            "a/Node.java",
            """
            package a;

            import java.util.List;

            class Node {
              private Node parent;
              private List<Node> children;

              List<Node> siblings() {
                return parent.children; // crash
              }
            }
            """)
        .fails(NPE, "Cannot read field \"children\" because \"this.parent\" is null")
        .expectFirst(
            """
            package a;

            import java.util.Collections;
            import java.util.List;

            class Node {
              private Node parent;
              private List<Node> children;

              List<Node> siblings() {
                if (parent == null) {
                  return Collections.emptyList();
                }
                return parent.children;
              }
            }
            """);
  }

  @Test
  void theValueThatSiblingsReturnForNullComesFirst() {
    scenario()
        .file(
            "A.java",
            """
            class A {
              static final int[] NONE = {};

              int[] one(String s) {
                if (s == null) {
                  return NONE;
                }
                return new int[] {s.length()};
              }

              int[] two(String s) {
                return new int[] {s.length(), 2}; // crash
              }
            }
            """)
        .fails(NPE, "Cannot invoke \"String.length()\" because \"<parameter1>\" is null")
        .expectFirst(
            """
            class A {
              static final int[] NONE = {};

              int[] one(String s) {
                if (s == null) {
                  return NONE;
                }
                return new int[] {s.length()};
              }

              int[] two(String s) {
                if (s == null) {
                  return NONE;
                }
                return new int[] {s.length(), 2};
              }
            }
            """);
  }

  @Test
  void aValueHandedInAndReturnedAtTheEndIsReturnedAsItIs() {
    scenario()
        .file(
            "A.java",
            """
            class A {
              private java.util.Map<String, String> names;

              <M extends java.util.Map<String, String>> M putInto(M map) {
                for (String name : names.keySet()) { // crash
                  map.put(name, name);
                }
                return map;
              }
            }
            """)
        .fails(NPE, "Cannot invoke \"java.util.Map.keySet()\" because \"this.names\" is null")
        .expectFirst(
            """
            class A {
              private java.util.Map<String, String> names;

              <M extends java.util.Map<String, String>> M putInto(M map) {
                if (names == null) {
                  return map;
                }
                for (String name : names.keySet()) {
                  map.put(name, name);
                }
                return map;
              }
            }
            """);
  }

  @Test
  void aLoneStatementGetsBraces() {
    scenario()
        .file(
            "A.java",
            "class A {\r\n\tvoid f(boolean b, A[] all) {\r\n\t\tif (b)\r\n"
                + "\t\t\tall[0].f(false, all); // crash\r\n\t\telse\r\n\t\t\tb = true;\r\n\t}\r\n}\r\n")
        .fails(NPE, "Cannot invoke \"A.f(boolean, A[])\" because \"all[0]\" is null")
        .expectFirst(
            "class A {\r\n\tvoid f(boolean b, A[] all) {\r\n\t\tif (b) {\r\n"
                + "\t\t\tif (all[0] == null) {\r\n\t\t\t\treturn;\r\n\t\t\t}\r\n"
                + "\t\t\tall[0].f(false, all);\r\n\t\t}\r\n\t\telse\r\n\t\t\tb = true;\r\n\t}\r\n}\r\n");
  }

  @Test
  void withoutAMessageEveryReferenceOfTheLineIsSuspected() {
    scenario()
        .file(
            "A.java",
            """
            class A {
              String f(String a, String b) {
                return a.trim() + b.trim(); // crash
              }
            }
            """)
        .withoutSecondRun()
        .expectAmong(
            """
            class A {
              String f(String a, String b) {
                if (b == null) {
                  return null;
                }
                return a.trim() + b.trim();
              }
            }
            """);
  }

  @Test
  void whatIsCheckedAlreadyIsLeftAlone() {
    scenario()
        .file(
            "A.java",
            """
            class A {
              int f(String a) {
                if (a == null) {
                  return 0;
                }
                return a.length(); // crash
              }
            }
            """)
        .expectNothing();
  }

  @Test
  void aConstructorCannotBeLeftEarly() {
    scenario()
        .file(
            "A.java",
            """
            class A {
              final int size;

              A(String a) {
                size = a.length(); // crash
              }
            }
            """)
        .expectNothing();
  }

  @Test
  void anExceptionThrownOnPurposeIsNoHazard() {
    scenario()
        .file(
            "A.java",
            """
            class A {
              int f(String a) {
                throw new NullPointerException(a.trim() + " must not be null"); // crash
              }
            }
            """)
        .fails(NPE, "a must not be null")
        .expectNothing();
  }

  @Test
  void anotherExceptionIsNotForThisRule() {
    scenario()
        .file("A.java", "class A {\n  int f(String a) {\n    return a.length(); // crash\n  }\n}\n")
        .fails("java.lang.IllegalStateException", null)
        .expectNothing();
  }

  @Test
  void anArgumentThatTheJdkRefusesIsTheSuspect() {
    scenario()
        .file(
            "A.java",
            """
            class A {
              private java.util.Map<String, String> names;

              java.util.Map<String, String> copy() {
                return new java.util.LinkedHashMap<>(names); // crash
              }
            }
            """)
        .insideOf("java.util.HashMap", "putMapEntries")
        .insideOf("java.util.LinkedHashMap", "<init>")
        .fails(NPE, "Cannot invoke \"java.util.Map.size()\" because \"m\" is null")
        .expectAmong(
            """
            class A {
              private java.util.Map<String, String> names;

              java.util.Map<String, String> copy() {
                if (names == null) {
                  return null;
                }
                return new java.util.LinkedHashMap<>(names);
              }
            }
            """);
  }

  @Test
  void theCallerThatHandedNullInIsLookedAtToo() {
    scenario()
        .file(
            "A.java",
            """
            class A {
              private String name;

              A(String a) {
                size(a);
              }

              final int size(String s) {
                return 1;
              }

              int twice() {
                return 2 * count(name); // crash 1
              }

              private A(int n) {
                name = "" + n;
              }

              static int count(String s) {
                int n = s.length(); // crash
                return n;
              }
            }
            """)
        .fails(NPE, "Cannot invoke \"String.length()\" because \"s\" is null")
        .withoutSecondRun()
        .expectAmong(
            """
            class A {
              private String name;

              A(String a) {
                size(a);
              }

              final int size(String s) {
                return 1;
              }

              int twice() {
                if (name == null) {
                  return 0;
                }
                return 2 * count(name);
              }

              private A(int n) {
                name = "" + n;
              }

              static int count(String s) {
                int n = s.length();
                return n;
              }
            }
            """);
  }
}
