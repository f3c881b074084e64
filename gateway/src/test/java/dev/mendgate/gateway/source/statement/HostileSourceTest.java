package dev.mendgate.gateway.source.statement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A file that cannot be read is skipped and named; the others are read all the same. */
final class HostileSourceTest {
  private static final String GOOD =
      "class A { org.slf4j.Logger log; void m() { log.info(\"fine\"); } }";

  private static void assertSkipped(String hostile) {
    StatementIndex index = StatementsOf.index(hostile, GOOD);

    assertEquals(List.of("F0.java"), index.skipped());
    assertEquals(List.of("fine"), index.statements().stream().map(StatementsOf::shape).toList());
  }

  private static void assertRead(String hostile, String... shapes) {
    StatementIndex index = StatementsOf.index(hostile, GOOD);

    assertEquals(List.of(), index.skipped());
    assertEquals(
        List.of(shapes),
        index.statements().stream()
            .filter(s -> s.path().equals("F0.java"))
            .map(StatementsOf::shape)
            .toList());
  }

  private static String inMethod(String code) {
    return "class B { org.slf4j.Logger log; String s; void m(int x) { " + code + " } }";
  }

  @Test
  void whatIsNoJava() {
    assertSkipped("class {");
    assertSkipped("\0\1\2\3");
    assertSkipped("class A { String s = \"never ends");
    assertSkipped("class A { /* never ends");
    assertSkipped("class A { String s = \"\"\"\n never ends");
  }

  @Test
  void whatIsNestedTooDeep() {
    assertSkipped(inMethod("x = " + "(".repeat(50_000) + "1" + ")".repeat(50_000) + ";"));
    assertSkipped(inMethod("{".repeat(50_000) + "}".repeat(50_000)));
    assertSkipped("class A { ".repeat(5_000) + "}".repeat(5_000));
  }

  @Test
  void whatIsTooLong() {
    assertSkipped(inMethod("x++; ".repeat(1_000_000)));
  }

  @Test
  void whatIsLongButAllRight() {
    String comment = "/*" + "comment \" ' // ".repeat(500_000) + "*/\n";
    assertRead(comment + inMethod("log.info(\"it works\");"), "it works");
    assertRead(inMethod("log.info(\"it\"" + " + s + \"is\"".repeat(5_000) + ");"));
    assertRead(
        inMethod("if (x == 1) { } else ".repeat(300) + "log.info(\"it works\");"), "it works");
  }

  @Test
  void textsThatGrowOutOfHand() {
    StringBuilder methods = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      methods.append(
          "static String f%d() { return f%d() + f%d() + \"x\"; }".formatted(i, i + 1, i + 1));
    }
    String all = methods + "static String f40() { return \"end\"; }";
    StatementIndex index =
        StatementsOf.index(
            "class B { org.slf4j.Logger log; " + all + " void m() { log.info(\"a \" + f0()); } }");

    assertEquals(List.of(), index.skipped());
    assertEquals(1, index.statements().size());
  }

  @Test
  void methodsThatPassATextOnAndOn() {
    StringBuilder methods = new StringBuilder();
    for (int i = 0; i < 2_000; i++) {
      methods.append("void f%d(String s) { f%d(s); } ".formatted(i, i + 1));
    }
    methods.append("void f2000(String s) { log.info(s); } ");
    methods.append("void near() { f1990(\"is near\"); } void far() { f0(\"is far\"); } ");
    assertRead("class B { org.slf4j.Logger log; " + methods + "}", "is near");
  }

  @Test
  void escapesThatAreNone() {
    assertRead(inMethod("log.info(\"a \" + '\\uD83D' + \"b\");"), "a \uD83Db");
  }
}
