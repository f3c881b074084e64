package dev.mendgate.gateway.source.statement;

import static dev.mendgate.gateway.source.statement.StatementsOf.assertShapes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MessageTextTest {
  private static final String SLF4J =
      "import org.slf4j.*; class A { Logger log; static final String OWN = \"own\";"
          + " final String field = \"kept\"; String other = \"changed\"; ";

  /** Asserts what a method's code logs. */
  private static void assertText(String code, String... shapes) {
    assertShapes(
        Arrays.asList(shapes),
        SLF4J + "void m(int n, Object x, String s, java.util.List<String> l) {" + code + "} }");
  }

  @Test
  void concatenation() {
    assertText("log.info(\"a \" + x + \" b\" + 'c' + 1 + true);", "a <> bc1true");
    assertText("log.info((\"a \" + x) + (\" b\" + x));", "a <> b<>");
    assertText("log.info(\"a \"\n + \"b\");", "a b");
    assertText("log.info(\"a \".concat(\"b \").concat(s));", "a b <>");
    assertText("log.info(n + 1 + \" items\");", "<> items");
    assertText("log.info(\"a \" + (n + 1) + \" items\");", "a <> items");
    assertText("log.info('a' + 1 + \" items\");", "<> items");
    assertText("log.info(s + 1 + \" items\");", "<>1 items");
    assertText("log.info(\"sizes \" + 0x10 + 1_000);", "sizes <>");
    assertText("log.info(\"a \" + (char) 65);", "a <>");
  }

  @Test
  void formats() {
    assertText("log.info(String.format(\"a %5.1f {}\", x));", "a <> {}");
    assertText("log.info(String.format(Locale.ROOT, \"a %s%n\", x));", "a <>");
    assertText("log.info(\"a %s {}\".formatted(x));", "a <> {}");
    assertText("log.info(MessageFormat.format(\"it''s {0} %s\", x));", "it's <> %s");
    assertText("log.info(MessageFormatter.format(\"a {}\", x).getMessage());", "a <>");
    assertText("log.info(Texts.format(\"a {} %s\", x));", "a <> <>");
    assertText("log.info(Texts.formatValue(\"a path \" + x, -1, true));", "<>a path <>");
    assertText("log.info(formatArgs(x, \"no resolver\"));", "<>no resolver<>");
    assertText("log.info(String.join(\", \", \"a\", s, \"b\"));", "a, <>, b");
    assertText("log.info(\"a \" + String.join(\", \", l));", "a <>");
    assertText("log.info(String.valueOf(\"a\"));", "a");
    assertText("String f = \"a %s\"; log.info(String.format(f, x));", "a <>");
  }

  @Test
  void argumentsThatTheSourceFixes() {
    assertText("log.info(\"{} = {}\", OWN, x);", "own = <>");
    assertText("log.info(\"{} of {} at {}\", x, \"a \" + OWN, n);", "<> of a own at <>");
    assertText("log.info(\"{}: {}\" + s + \" {}\", x, x, OWN);", "<>: <> own");
    assertText("log.info(\"a {}\", n > 0 ? \"b\" : \"c\");", "a <>");
    assertText("log.info(\"{} {}\", x, n);");
    assertText("log.info(\"a {}\", Elsewhere.UNKNOWN);", "a <>");
  }

  @Test
  void textBlocks() {
    assertText(
        "log.info(\"\"\"\n      one \\\n      two\n        three {}\n      \"\"\", x);",
        "one two three <>");
    assertText("log.info(\"\"\"\n  say \"%s\"\\n\"\"\".formatted(x));", "say \"<>\"");
  }

  @Test
  void everyArmOfAChoice() {
    assertText("log.info(\"a \" + (n > 0 ? \"b\" : n < 0 ? \"c\" : s));", "a b", "a c", "a <>");
    assertText("log.info(n > 0 ? \"a {}\" : \"b\", x);", "a <>", "b");
    assertText(
        "log.info(\"is \" + switch (n) { case 1 -> \"one\"; case 2 -> { foo(); yield \"two\"; }"
            + " default -> s; });",
        "is one",
        "is two",
        "is <>");
    assertText(
        "log.info(switch (n) { case 1: yield \"one x\"; default: throw new Error(); });", "one x");
  }

  @Test
  void constants() {
    assertText(
        "log.info(OWN + \" \" + field + \" \" + this.field + \" \" + A.OWN);", "own kept kept own");
    assertText("log.info(\"x \" + other);", "x <>");
    assertShapes(
        List.of(
            "own one headtail", "two tail", "three inherited", "four <>", "five <>", "six deep"),
        "package a; import b.Texts; import static b.Texts.TAIL; class A extends Base {"
            + " static final String OWN = \"own\"; org.slf4j.Logger log; void m() {"
            + " log.info(OWN + \" one \" + Texts.HEAD); log.info(\"two \" + TAIL);"
            + " log.info(\"three \" + INHERITED); log.info(Texts.FORMAT, this);"
            + " log.info(\"five \" + Texts.NOWHERE); log.info(\"six \" + DEEP); } }",
        "package b; public class Texts { public static final String HEAD = \"head\" + Texts.TAIL;"
            + " public static final String TAIL = \"tail\", FORMAT = \"four {}\"; }",
        "package a; class Base implements Deep { static final String INHERITED = \"inherited\"; }",
        "package a; interface Deep { String DEEP = \"deep\"; }");
  }

  @Test
  void aConstantThatMayBeOneOfTwoIsAHole() {
    assertShapes(
        List.of("five <>"),
        "class A { org.slf4j.Logger log; void m() { log.info(\"five \" + T.X); } }",
        "class T { static final String X = T.class == null ? \"a\" : \"b\"; }");
  }

  @Test
  void textsThatEnumsHold() {
    assertShapes(
        List.of("a <> b", "c", "x <>"),
        "package p; class A { org.slf4j.Logger log; void m(int x) { log.info(Msg.ONE.text(), x);"
            + " log.info(Msg.TWO.text); log.info(\"x \" + Msg.THREE.text()); } }",
        "package p; enum Msg { ONE(1, \"a {} b\"), TWO(2, \"c\"), THREE(3, \"d\") {"
            + " String text() { return \"z\"; } };"
            + " final String text; Msg(int n, String t) { this.text = t; }"
            + " String text() { return text; } }");
  }

  @Test
  void methodsThatReturnAText() {
    assertShapes(
        List.of("a one", "a two", "a <>", "b 7 <>", "c there"),
        "class A { org.slf4j.Logger log; void m(int x, String s) { log.info(\"a \" + pick(x));"
            + " log.info(\"a \" + open()); log.info(with(\"7\", s)); log.info(\"c \" + B.there()); }"
            + " private String pick(int n) { if (n > 0) { return \"one\"; } return \"two\"; }"
            + " String open() { return \"open\"; }"
            + " static String with(String a, String b) { return \"b \" + a + \" \" + b; } }",
        "class B { static String there() { return \"there\"; } }");
  }

  @Test
  void localVariables() {
    assertText("String t = \"a \" + x; log.info(t);", "a <>");
    assertText("String t = \"a\"; t += \" b\" + x; t = t + \" c\"; log.info(t);", "a b<> c");
    assertText(
        "String t; if (n > 0) { t = \"a\"; } else if (n < 0) t = \"b\"; else return;"
            + " log.info(t);",
        "a",
        "b");
    assertText("String t = \"a\"; if (n > 0) t = \"b\"; log.info(t);", "b", "a");
    assertText("String t = \"a\"; for (int i : l) { t += i; } log.info(t);", "a<>");
    assertText(
        "String t = \"a\"; for (int i : l) { t = \"b\" + i; } log.info(\"x \" + t);", "x <>");
    assertText("String t = \"a\"; while (n > 0) { log.info(\"x \" + t); t = s; }", "x <>");
    assertText(
        "String t; switch (n) { case 1: t = \"a\"; break; case 2: t = \"b\"; break;"
            + " default: throw new Error(); } log.info(t);",
        "a",
        "b");
    assertText(
        "String t; switch (n) { case 1: t = \"a\"; default: t = \"b\"; } log.info(\"x \" + t);",
        "x <>");
    assertText(
        "String t = \"z\"; switch (n) { case 1 -> t = \"a\"; case 2 -> { t = \"b\"; } }"
            + " log.info(t);",
        "a",
        "b",
        "z");
    assertText(
        "String t; try { t = s.trim(); } catch (Exception e) { t = \"none\"; }"
            + " log.info(\"x \" + t);",
        "x <>",
        "x none");
    assertText("String t = \"a\"; log.info(t); t = \"b\"; log.info(t);", "a", "b");
    assertText("s = \"a\"; log.info(\"x \" + s);", "x <>");
    assertText("if (n > 0) { String t = \"a\"; } { String t = \"b\"; log.info(t); }", "b");
    assertText("Supplier<String> t = () -> \"a \" + x; log.info(t.get());", "a <>");
  }

  @Test
  void builders() {
    assertText("log.info(new StringBuilder(\"a \").append(x).append('!').toString());", "a <>!");
    assertText("log.info(new StringBuffer(64).append(\"a\").append(n + 1).toString());", "a<>");
    assertText(
        "StringBuilder b = new StringBuilder(); b.append(\"a \").append(x); b.append(\" b\");"
            + " log.info(b.toString());",
        "a <> b");
    assertText(
        "StringBuilder b = new StringBuilder(\"a\"); if (n > 0) { b.append(\" b\"); }"
            + " log.info(b.append(\".\").toString());",
        "a b.",
        "a.");
    assertText(
        "StringBuilder b = new StringBuilder(\"a [\"); for (String i : l) {"
            + " b.append(i).append(\", \"); } b.append(\"]\"); log.info(\"x \" + b);",
        "x a [<>]");
    assertText(
        "StringBuilder b = new StringBuilder(\"a\"); l.forEach(i -> b.append(i)); fill(b);"
            + " b.append(\" z\"); log.info(b.toString());",
        "a<> z");
    assertText(
        "StringBuilder b = new StringBuilder(\"a\"); b.setLength(0); log.info(\"x \" + b);",
        "x <>");
    assertText(
        "StringBuilder b = new StringBuilder(\"a\"); b.insert(0, \"q\"); log.info(\"x \" + b);",
        "x <>");
    assertText(
        "StringBuilder b = new StringBuilder(\"a\"); while (n > 0) { b = new StringBuilder(); }"
            + " log.info(\"x \" + b);",
        "x <>");
    assertText(
        "StringBuilder b = new StringBuilder(\"a\"); StringBuilder c = b; c.append(1);"
            + " log.info(\"x \" + b);",
        "x <>");
  }

  @Test
  void aMessageOfManyChoicesKeepsWhatIsCertain() {
    String choice = " + (x == null ? \"a\" : \"b\")";
    List<String> found =
        StatementsOf.index(
                SLF4J
                    + "void m(Object x) { log.info(\"at\""
                    + choice.repeat(6)
                    + " + \" end\"); } }")
            .statements()
            .stream()
            .map(StatementsOf::shape)
            .toList();

    assertEquals(16, found.size());
    assertTrue(found.contains("atabba<> end"), found::toString);
    assertTrue(found.stream().allMatch(s -> s.matches("at[ab]{4}<> end")), found::toString);
  }

  @Test
  void whatIsTooLongIsCut() {
    assertText("log.info(\"" + "a".repeat(70_000) + "\");", "a".repeat(8_192) + "<>");
  }
}
