package dev.mendgate.gateway.source.statement;

import static dev.mendgate.gateway.source.statement.StatementsOf.assertShapes;
import static dev.mendgate.gateway.source.statement.StatementsOf.assertStatements;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ThrowingStatementsTest {
  private static void assertThrown(String code, String... expected) {
    assertStatements(
        List.of(expected),
        "import c.OddException; class A { <T> T m(Object x, Throwable e) {\n" + code + "\n} }");
  }

  @Test
  void throwStatements() {
    assertThrown(
        "throw new IllegalStateException(\n\"no {} %s \"\n+ x);",
        "java.lang.IllegalStateException 2-4 no {} %s <>");
    assertThrown("throw new OddException(\"a \" + x, e);", "c.OddException 2-2 a <>");
    assertThrown("throw new OddException(5, \"a %s\", x);", "c.OddException 2-2 a <>");
    assertThrown(
        "throw x == null ? new OddException(\"a\") : (RuntimeException) new Error(\"b\");",
        "c.OddException 2-2 a",
        "java.lang.Error 2-2 b");
    assertThrown("throw (Error) new Error(\n\"a\")\n.initCause(e);", "java.lang.Error 2-4 a");
  }

  @Test
  void exceptionsThatAreThrownElsewhere() {
    assertThrown("return new Error(\"a \" + x);", "java.lang.Error 2-2 a <>");
    assertThrown("future.completeExceptionally(\nnew Error(\"a\"));", "java.lang.Error 3-3 a");
    assertThrown(
        "return o.map(y -> y)\n.orElseThrow(() ->\nnew Error(\n\"a\"));", "java.lang.Error 4-5 a");
    assertThrown("Error f = new Error(\"a\"); throw f;", "java.lang.Error 2-2 a");
  }

  @Test
  void factoriesWhoseResultIsThrown() {
    assertThrown("throw Odd.of(\"a \" + x);", "null 2-2 a <>");
    assertThrown(
        "throw Status.INVALID\n.withDescription(\"a \" + x)\n.asRuntimeException();",
        "null 2-4 a <>");
    assertStatements(
        List.of("java.lang.IllegalStateException 2-2 bad a <>"),
        "class A { void m(int x) {\nthrow Own.of(\"a \" + x); } }",
        "class Own { static RuntimeException of(String s) {"
            + " return new IllegalStateException(\"bad \" + s); } }");
  }

  @Test
  void exceptionsThatWordTheirMessage() {
    assertStatements(
        List.of("p.A 2-3 told: <>", "p.A 4-4 told: a <> twice", "p.A 5-5 told: <> twice"),
        "package p; class A extends RuntimeException { A(String s, int n) {\n"
            + "super(\"told: \"\n+ s); } static void m(int x) {\n"
            + "throw new A(\"a \" + x); } A(String s) {\nthis(s + \" twice\", 2); } }");
    assertStatements(
        List.of("q.Lost 2-2 lost a <>"),
        "package p; import q.Lost; class A { void m(int x) {\nthrow new Lost(7, \"a \" + x); } }",
        "package q; public class Lost extends Failure {"
            + " public Lost(int code, String s) { super(\"lost \" + s, code); } }",
        "package q; public class Failure extends Exception {"
            + " Failure(String s, int code) { super(s); } }");
  }

  @Test
  void aTextThatConstructorsLoseIsSomewhereInTheMessage() {
    assertShapes(
        List.of("<>what was lost<>"),
        "class A { void m() { throw new Lost(\"what was lost\"); }"
            + " void n() { throw new Lost(\"word\"); } }",
        "class Lost extends Mid { Lost(String reason) { super(null, reason); } }",
        "class Mid extends RuntimeException { Mid(String code, String reason) { super(code); } }");
  }

  @Test
  void classesThatAreExceptionsByWhatTheyExtend() {
    assertShapes(
        List.of("it is gone"),
        "package p; class A { void m() { throw new Gone(\"it is gone\"); }"
            + " Object n() { return new Thing(\"a thing here\"); } }",
        "package p; class Gone extends Failure { Gone(String s) { super(s); } }",
        "package p; class Failure extends Exception { Failure(String s) { super(s); } }",
        "package p; class Thing { Thing(String s) { } }");
  }

  @Test
  void checksThatThrow() {
    assertStatements(
        List.of(
            "java.lang.IllegalArgumentException 2-2 a <> b",
            "java.lang.NullPointerException 3-3 name is null",
            "null 4-4 c <>",
            "null 5-5 d",
            "java.lang.IllegalStateException 6-6 e <>",
            "java.lang.NullPointerException 7-7 f <>"),
        "import com.google.common.base.*; import static com.google.common.base.Preconditions.*;"
            + " import static java.util.Objects.requireNonNull;"
            + " class A { void m(int x, Object y) {\n"
            + "Preconditions.checkArgument(x > 0, \"a %s b\", x);\n"
            + "Objects.requireNonNull(y, \"name is null\");\n"
            + "Validate.isTrue(x > 1, \"c %d\", x);\n"
            + "Assert.notNull(y, \"d\");\n"
            + "checkState(x > 0, \"e %s\", x);\n"
            + "requireNonNull(y, () -> \"f \" + x);\n"
            + "Objects.requireNonNullElse(y, \"a default\"); } }");
  }

  @Test
  void checksOfTheRepositoryItself() {
    assertStatements(
        List.of("p.Wrong 2-2 the <> is wrong", "p.Wrong 3-3 lazy <>"),
        "package p; import static p.Checks.ensure; class A { void m(int x) {\n"
            + "ensure(x > 0, \"the \" + x + \" is wrong\");\n"
            + "Checks.lazily(x > 0, () -> \"lazy \" + x); } }",
        "package p; class Checks { static void ensure(boolean b, String msg) {"
            + " if (!b) { throw new Wrong(msg); } }"
            + " static void lazily(boolean b, java.util.function.Supplier<String> msg) {"
            + " if (!b) { throw new Wrong(msg.get()); } } }",
        "package p; class Wrong extends RuntimeException { Wrong(String s) { super(s); } }");
  }

  @Test
  void whatTestsAssertIsNotThrownAsItStands() {
    assertShapes(
        List.of(),
        "import org.junit.Assert; class A { void m(int x) {"
            + " Assert.assertEquals(\"should be two\", 2, x); Assert.notNull(x, \"not it\"); } }");
  }

  @Test
  void methodAndClassAreThoseOfAStackTrace() {
    StatementIndex index =
        StatementsOf.index(
            "package p; class A { static Object S = new Error(\"in static\");"
                + " Object F = new Error(\"in field\"); static { use(new Error(\"in clinit\")); }"
                + " class B { B() { throw new Error(\"in constructor\"); }"
                + " void m() { run(() -> { throw new Error(\"in lambda\"); }); } } }");

    assertEquals(
        List.of("A.<clinit>", "A.<init>", "A.<clinit>", "A$B.<init>", "A$B.m"),
        index.statements().stream()
            .map(s -> s.className().substring(2) + "." + s.method())
            .toList());
  }
}
