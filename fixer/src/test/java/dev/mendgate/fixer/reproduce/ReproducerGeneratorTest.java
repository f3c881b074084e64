package dev.mendgate.fixer.reproduce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mendgate.fixer.Reproducer;
import dev.mendgate.fixer.reproduce.TestStyle.Framework;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ReproducerGeneratorTest {
  private static final String NPE = "java.lang.NullPointerException";
  private static final String PATH = "src/main/java/a/Sample.java";

  @ParameterizedTest
  @EnumSource(Framework.class)
  void passesNullToAStaticMethodInEveryFramework(Framework framework) {
    Reproducer found =
        crash(
                NPE,
                """
                package a;

                public final class Sample {
                  static int length(String text) {
                    return text.length(); // crash
                  }
                }
                """)
            .reproduced(framework);

    assertEquals("src/test/java/a/SampleMendgateReproducerTest.java", found.path());
    assertTrue(found.source().contains("Sample.length(null)"), found.source());
  }

  @Test
  void putsNullIntoAnArray() {
    Reproducer found =
        crash(
                NPE,
                """
                package a;

                public final class Sample {
                  public static Class<?>[] toClass(Object[] array) {
                    if (array == null) {
                      return null;
                    }
                    Class<?>[] classes = new Class<?>[array.length];
                    for (int i = 0; i < array.length; i++) {
                      classes[i] = array[i].getClass(); // crash
                    }
                    return classes;
                  }
                }
                """)
            .reproduced(null);

    assertEquals("toClassWithNullElementDoesNotFail", found.method());
  }

  @Test
  void constructsAReceiverThatLeavesAFieldNull() {
    crash(
            NPE,
            """
            package a;

            import java.util.List;

            public class Sample {
              private final List<String> names;
              private final int limit;

              Sample(List<String> names, int limit) {
                this.names = names;
                this.limit = limit;
              }

              public boolean full() {
                return names.size() >= limit; // crash
              }
            }
            """)
        .reproduced(null);
  }

  @Test
  void reachesAPrivateMethodThroughItsCaller() {
    Reproducer found =
        crash(
                NPE,
                """
                package a;

                public class Sample {
                  public String describe(Object value) {
                    return "<" + text(value) + ">";
                  }

                  private static String text(Object value) {
                    return value.toString(); // crash
                  }
                }
                """)
            .reproduced(null);

    assertTrue(found.source().contains(".describe("), found.source());
  }

  @Test
  void asksForAKeyThatIsMissing() {
    crash(
            NPE,
            """
            package a;

            import java.util.HashMap;
            import java.util.Map;

            public class Sample {
              private final Map<String, Integer> counts = new HashMap<>();

              public int count(String key) {
                return counts.get(key); // crash
              }
            }
            """)
        .reproduced(null);
  }

  @Test
  void callsBeforeAMapIsInitialised() {
    crash(
            NPE,
            """
            package a;

            import java.util.HashMap;
            import java.util.Map;

            public class Sample {
              private static Map<String, String> known;

              public static boolean isKnown(String key) {
                return known.containsKey(key); // crash
              }

              public static void load() {
                known = new HashMap<>();
              }
            }
            """)
        .reproduced(null);
  }

  @Test
  void takesTheNumbersOfTheMessage() {
    new Crash("java.lang.ArrayIndexOutOfBoundsException", "Index 4 out of bounds for length 3")
        .file(
            PATH,
            """
            package a;

            import java.util.Map;

            public class Sample {
              private final String[] values;
              private final Map<String, Integer> mapping;

              Sample(String[] values, Map<String, Integer> mapping, String comment) {
                this.values = values;
                this.mapping = mapping;
              }

              public String get(String name) {
                Integer index = mapping.get(name);
                return index == null ? null : values[index]; // crash
              }
            }
            """)
        .reproduced(null);
  }

  @Test
  void takesTheTextThatTheMessageQuotes() {
    new Crash("java.lang.NumberFormatException", "For input string: \"80000000\" under radix 16")
        .file(
            PATH,
            """
            package a;

            public class Sample {
              public static Number number(String text) {
                if (text.startsWith("0x")) {
                  return Integer.decode(text); // crash
                }
                return null;
              }
            }
            """)
        .reproduced(null);
  }

  @Test
  void changesOneThingInAnExistingTest() {
    Reproducer found =
        crash(
                NPE,
                """
                package a;

                public class Sample {
                  private final String secret;

                  public Sample(String secret) {
                    if (!secret.equals("sesame")) {
                      throw new IllegalArgumentException();
                    }
                    this.secret = secret;
                  }

                  public int open(String word, boolean twice) {
                    if (!twice || word == null) {
                      return 0;
                    }
                    return word.isEmpty() ? null : secret.length(); // crash
                  }
                }
                """)
            .file(
                "src/test/java/a/SampleTest.java",
                """
                package a;

                import static org.junit.Assert.assertEquals;

                import org.junit.Before;
                import org.junit.Test;

                public class SampleTest {
                  private Sample sample;

                  @Before
                  public void build() {
                    sample = new Sample(word());
                  }

                  @Test
                  public void opens() {
                    assertEquals(6, sample.open("x", true));
                    assertEquals(0, sample.open(null, true));
                  }

                  private static String word() {
                    return "sesame";
                  }

                  @Test
                  public void somethingElse() {}
                }
                """)
            .reproduced(null);

    assertTrue(found.source().contains("sample = new Sample(word());"), found.source());
    assertFalse(found.source().contains("somethingElse"), found.source());
    assertFalse(found.source().contains("assertEquals("), found.source());
  }

  @Test
  void prefersTheOutermostFrameToTheInnermost() {
    Reproducer found =
        crash(
                NPE,
                """
                package a;

                public class Sample {
                  public static int total(String[] names) {
                    int total = 0;
                    for (String name : names) {
                      total += length(name); // crash 1
                    }
                    return total;
                  }

                  public static int length(String name) {
                    return name.length(); // crash
                  }
                }
                """)
            .reproduced(null);

    assertEquals("totalWithNullElementDoesNotFail", found.method());
  }

  @Test
  void takesAnInstanceThatTheTraceNames() {
    Reproducer found =
        new Crash("java.lang.StringIndexOutOfBoundsException", "String index out of range: 1")
            .file(
                "src/main/java/a/Base.java",
                """
                package a;

                public abstract class Base {
                  public final int read(CharSequence text) {
                    return at(text, 0); // crash 1
                  }

                  protected abstract int at(CharSequence text, int index);
                }
                """)
            .file(
                "src/main/java/a/Ampersand.java",
                """
                package a;

                public class Ampersand extends Base {
                  @Override
                  protected int at(CharSequence text, int index) {
                    if (index < text.length() && text.charAt(index) == '&') {
                      return text.charAt(index + 1); // crash
                    }
                    return 0;
                  }
                }
                """)
            .reproduced(null);

    assertTrue(found.source().contains("new Ampersand()"), found.source());
  }

  @Test
  void changesACopyOfAConstant() {
    new Crash("java.lang.IllegalStateException", "duplicate names: [A, A]")
        .file(
            PATH,
            """
            package a;

            public final class Sample {
              public static final Sample DEFAULT = new Sample(new String[0]);
              private final String[] header;

              private Sample(String[] header) {
                this.header = header;
              }

              public Sample withHeader(String... header) {
                return new Sample(header);
              }

              public void validate() {
                if (header.length > 1 && header[0].equals(header[1])) {
                  throw new IllegalStateException("duplicate names: [A, A]"); // crash
                }
              }
            }
            """)
        .reproduced(null);
  }

  @Test
  void passesAnObjectWhoseMethodReturnsNull() {
    new Crash(
            NPE,
            "Cannot invoke \"String.length()\" because the return value of \"a.Named.name()\" is null")
        .file(
            "src/main/java/a/Named.java",
            "package a;\n\npublic interface Named {\n  String name();\n\n  int size();\n}\n")
        .file(
            PATH,
            "package a;\n\npublic class Sample {\n  public int f(Named named) {\n"
                + "    return named == null ? 0 : named.name().length(); // crash\n  }\n}\n")
        .reproduced(null);
  }

  @Test
  void copiesWhatAnExistingTestHasToImplement() {
    Reproducer copy =
        crash(
                NPE,
                """
            package a;

            public class Sample {
              public int open(String word, boolean twice) {
                return twice ? word.length() : 0; // crash
              }
            }
            """)
            .file(
                "src/test/java/a/AbstractSampleTest.java",
                """
            package a;

            import junit.framework.TestCase;

            public abstract class AbstractSampleTest extends TestCase {
              protected AbstractSampleTest(String name) {
                super(name);
              }

              protected abstract Sample make();
            }
            """)
            .file(
                "src/test/java/a/SampleTest.java",
                """
            package a;

            public class SampleTest extends AbstractSampleTest {
              public SampleTest(String name) {
                super(name);
              }

              protected Sample make() {
                return new Sample();
              }

              public void testOpens() {
                int length = make().open("word", true);
                assertEquals(4, length);
              }
            }
            """)
            .generate(null)
            .stream()
            .filter(reproducer -> reproducer.source().contains("extends AbstractSampleTest"))
            .findFirst()
            .orElseThrow();

    assertTrue(copy.source().contains("protected Sample make()"), copy.source());
  }

  @Test
  void everythingItWritesCompiles() {
    Crash crash =
        crash(
            NPE,
            """
                package a;

                import java.io.InputStream;
                import java.util.Collection;
                import java.util.Comparator;
                import java.util.Iterator;
                import java.util.List;
                import java.util.Locale;
                import java.util.Map;

                public class Sample<T extends Comparable<T>> {
                  enum Mode { ON, OFF }

                  interface Visitor<V> { void visit(V value, int depth); }

                  interface Wide { int one(); String two(List<String> names); }

                  protected Sample(Mode mode, Visitor<String> visitor) {}

                  T load(Map<String, List<T>> all) { return null; }

                  public <K> K many(K[] keys, int[][] grid, Collection<? extends Number> numbers,
                      Map<K, T> byKey, Iterator<T> iterator, Wide wide, Mode mode, char c, byte b,
                      long l, float f, Boolean flag, Comparator<? super T> order, InputStream in,
                      Class<? extends T> type, Locale locale, CharSequence text, Object... rest) {
                    return keys[rest.length]; // crash
                  }
                }
                """);

    List<Reproducer> generated = crash.generate(Framework.JUNIT5);

    assertFalse(generated.isEmpty());
    generated.forEach(reproducer -> GeneratedTest.run(crash.files(), reproducer));
  }

  @Test
  void writesTheSameTestsEachTime() {
    String text =
        "package a;\n\npublic class Sample {\n  int f(String s, Object[] o) {\n"
            + "    return s.length() + o.length; // crash\n  }\n}\n";

    assertEquals(crash(NPE, text).generate(null), crash(NPE, text).generate(null));
  }

  @Test
  void declinesWhatNoTestCanReach() {
    String text =
        "package a;\n\npublic class Sample {\n  private Sample() {}\n\n  public int f(String s) {\n"
            + "    return s.length(); // crash\n  }\n}\n";

    assertEquals(List.of(), crash(NPE, text).generate(null));
  }

  private static Crash crash(String exceptionType, String text) {
    return new Crash(exceptionType, null).file(PATH, text);
  }
}
