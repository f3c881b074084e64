package dev.mendgate.fixer.concurrency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mendgate.fixer.MemoryTree;
import dev.mendgate.fixer.RuleScenario;
import dev.mendgate.fixer.source.ParsedSources;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ThreadUnsafeFormatTest {
  private static final String PATH = "src/main/java/shop/Dates.java";
  private static final String OWN =
      """
      package shop;

      import java.text.ParseException;
      import java.text.SimpleDateFormat;
      import java.util.Date;
      import java.util.function.Supplier;

      class Dates {
        private static final %s DAY = %s;

        static Date parse(String text) throws ParseException {
          return DAY%s.parse(text);%s
        }

        static String print(Date date) {
          return DAY%s.format(date);
        }
      }
      """;
  private static final String NEW = "new SimpleDateFormat(\"yyyy-MM-dd\")";
  private static final String BEFORE = OWN.formatted("SimpleDateFormat", NEW, "", "%s", "");
  private static final String AFTER =
      OWN.formatted(
          "ThreadLocal<SimpleDateFormat>",
          "ThreadLocal.withInitial(() -> " + NEW + ")",
          ".get()",
          "",
          ".get()");

  private static RuleScenario torn(String text) {
    return RuleScenario.of(new ThreadUnsafeFormat())
        .file(PATH, text)
        .fails("java.lang.NumberFormatException", "multiple points")
        .insideOf("jdk.internal.math.FloatingDecimal", "readJavaFormatString")
        .insideOf("java.text.DigitList", "getDouble")
        .insideOf("java.text.DateFormat", "parse");
  }

  @Test
  void givesEachThreadItsOwn() {
    torn(BEFORE.formatted(" // crash")).expectFirst(AFTER);
  }

  private static final String PUBLIC =
      """
      package shop;

      import java.text.DateFormat;
      import java.text.ParseException;
      import java.text.SimpleDateFormat;
      import java.util.Date;
      import java.util.TimeZone;

      class Dates {
        static final DateFormat DAY = new SimpleDateFormat("yyyy-MM-dd");

        static {
          DAY.setTimeZone(TimeZone.getTimeZone("UTC"));
        }

        static Date parse(String text) throws ParseException {
          return %s.parse(text);%s
        }
      }
      """;

  @Test
  void worksOnACopyWhereTheFieldIsSetUpOrSeenByOthers() {
    torn(PUBLIC.formatted("DAY", " // crash"))
        .expectFirst(PUBLIC.formatted("((DateFormat) DAY.clone())", ""));
  }

  @Test
  void leavesATextAloneThatCannotBeRead() {
    RuleScenario.of(new ThreadUnsafeFormat())
        .file(PATH, BEFORE.formatted(" // crash"))
        .fails("java.text.ParseException", "Unparseable date: \"x\"")
        .insideOf("java.text.DateFormat", "parse")
        .expectNothing();
  }

  @Test
  void leavesALocalFormatAlone() {
    torn("""
            package shop;

            import java.text.ParseException;
            import java.text.SimpleDateFormat;
            import java.util.Date;

            class Dates {
              static Date parse(String text) throws ParseException {
                SimpleDateFormat day = new SimpleDateFormat("yyyy");
                return day.parse(text); // crash
              }
            }
            """)
        .expectNothing();
  }

  @Test
  void findsSharedFormatsThatHaveNotFailedYet() {
    List<Weakness> found = found(BEFORE.formatted(""));
    assertEquals(1, found.size());
    assertEquals(AFTER, found.get(0).fix().edits().get(0).patched());
  }

  @Test
  void findsNothingWhereEveryUseIsLocked() {
    String locked =
        """
        import java.text.SimpleDateFormat;

        class Dates {
          private static final SimpleDateFormat DAY = new SimpleDateFormat("yyyy");

          static synchronized String print(java.util.Date date) {
            return DAY.format(date);
          }
        }
        """;
    assertTrue(found(locked).isEmpty());
    assertTrue(found(AFTER).isEmpty());
  }

  private static List<Weakness> found(String text) {
    return new ThreadUnsafeFormat()
        .in(new ParsedSources(new MemoryTree(Map.of(PATH, text))).parse(PATH).orElseThrow());
  }
}
