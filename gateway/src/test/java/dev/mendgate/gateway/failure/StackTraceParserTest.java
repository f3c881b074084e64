package dev.mendgate.gateway.failure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mendgate.fixer.Failure;
import dev.mendgate.fixer.Frame;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StackTraceParserTest {
  @Test
  void readsBackEveryFrameThatTheJvmPrints() {
    IllegalStateException top = new IllegalStateException("outer", nested());
    top.addSuppressed(new UnsupportedOperationException("closing failed", nested()));

    StackTrace trace = found(print(top));

    assertEquals(4, trace.throwables().size());
    assertEquals(List.of(-1, 0, 1, 0), trace.throwables().stream().map(p -> p.parent()).toList());
    assertSameFrames(top, trace.top());
    assertSameFrames(top.getSuppressed()[0], trace.throwables().get(1));
    assertSameFrames(top.getSuppressed()[0].getCause(), trace.throwables().get(2));
    assertSameFrames(top.getCause(), trace.throwables().get(3));
    assertEquals("inner\nof two lines", trace.throwables().get(3).message());
    assertFalse(trace.truncated());
  }

  private static Throwable nested() {
    return new IllegalArgumentException("inner\nof two lines");
  }

  @Test
  void readsTheNameOfAnArchiveInsideAnArchive() {
    StackTrace trace =
        found("java.lang.Error: x\n\tat a.C.m(C.java:3) ~[BOOT-INF/lib/x-core-1.2.jar!/:1.2]\n");

    assertEquals("x-core-1.2.jar", trace.top().frames().get(0).origin());
  }

  @Test
  void offersTheInnermostCauseFirst() {
    List<Failure> failures = found(print(new IllegalStateException(nested()))).failures();

    assertEquals("java.lang.IllegalArgumentException", failures.get(0).exceptionType());
    assertEquals("IllegalStateException", failures.get(1).simpleType());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "app//a.b.C.m(C.java:12)!a.b.C!m!C.java!12!",
        "java.base@17.0.1/java.util.Map.of(Map.java:5)!java.util.Map!of!Map.java!5!java.base@17.0.1",
        "app/my.mod@1.2/a.C.<init>(C.java:7)!a.C!<init>!C.java!7!my.mod@1.2",
        "a.C.m(Native Method)!a.C!m!!-2!",
        "a.C.m(Unknown Source)!a.C!m!!-1!",
        "a.C.m(Unknown Source:4)!a.C!m!!4!",
        "a.C.m(C.java)!a.C!m!C.java!-1!",
        "a.C.m(C.java:3) ~[app.jar:1.2]!a.C!m!C.java!3!app.jar",
        "a.C.m(C.java:3) [classes/:?]!a.C!m!C.java!3!classes",
        "a.C.m(C.java:3) ~[?:?]!a.C!m!C.java!3!",
        "a.C.m(C.java:3) ~[na:na]!a.C!m!C.java!3!",
        "a.C.m(C.java:3) [broken!a.C!m!C.java!3!",
        "java.base/java.util.Map.of(Map.java:5) ~[?:?]!java.util.Map!of!Map.java!5!java.base",
        "a.C.lambda$m$0(C.java:3)!a.C!lambda$m$0!C.java!3!",
        "a.C$$Lambda$14/0x0000000800066840.run(Unknown Source)"
            + "!a.C$$Lambda$14/0x0000000800066840!run!!-1!",
        "m@1.2/a.C$$Lambda/0x00007f.get(Unknown Source)!a.C$$Lambda/0x00007f!get!!-1!m@1.2",
        "a.FooKt.main(Foo.kt:2)!a.FooKt!main!Foo.kt!2!",
        "a.Test.my test name(Test.kt:2)!a.Test!my test name!Test.kt!2!",
        "a.B$.$anonfun$run$1(B.scala:9)!a.B$!$anonfun$run$1!B.scala!9!",
        "Main.main(Main.java:3)!Main!main!Main.java!3!",
      })
  void readsFramesOfEveryKind(
      String text, String type, String method, String file, int line, String origin) {
    StackTrace trace = found("java.lang.Error: x\n\tat " + text + "\n");

    assertEquals(List.of(new Frame(type, method, file, line, origin)), trace.top().frames());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "Exception in thread \"main\" java.lang.Error: x!java.lang.Error!x",
        "2026-11-20 12:00:00,123 ERROR [a.b.Handler] (t) Failed: java.lang.Error: x"
            + "!java.lang.Error!x",
        "feign.FeignException$NotFound: [404] gone!feign.FeignException$NotFound![404] gone",
        "scala.MatchError: 5 (of class X)!scala.MatchError!5 (of class X)",
        "MyException: x!MyException!x",
        "com.acme.Oops: x!com.acme.Oops!x",
        "com.acme.Oops!com.acme.Oops!",
        "java.lang.Error: a: b!java.lang.Error!a: b",
      })
  void findsTheHeader(String header, String type, String message) {
    StackTrace trace = found("noise\n" + header + "\r\n\tat a.C.m(C.java:1)\r\nmore noise\n");

    assertEquals(type, trace.top().exceptionType());
    assertEquals(message, trace.top().message());
    assertEquals(1, trace.firstLine());
    assertEquals(3, trace.endLine());
  }

  @Test
  void keepsAMessageThatMentionsOtherExceptions() {
    StackTrace trace =
        found(
            """
            java.lang.IllegalStateException: first line
              see java.io.IOException: disk

            third line
            	at a.C.m(C.java:1)
            """);

    assertEquals("java.lang.IllegalStateException", trace.top().exceptionType());
    assertEquals(
        "first line\n  see java.io.IOException: disk\n\nthird line", trace.top().message());
  }

  @Test
  void restoresCommonFramesWithTheRootCauseFirst() {
    StackTrace trace =
        found(
            """
            java.io.IOException: root
            	at a.C.inner(C.java:1)
            	... 1 common frames omitted
            Wrapped by: java.lang.RuntimeException: outer
            	at a.C.outer(C.java:2)
            	at a.Main.main(Main.java:3)
            """);

    assertEquals("java.lang.RuntimeException", trace.top().exceptionType());
    assertEquals(2, trace.chain().size());
    assertEquals(
        List.of(
            new Frame("a.C", "inner", "C.java", 1), new Frame("a.Main", "main", "Main.java", 3)),
        trace.chain().get(1).frames());
  }

  @Test
  void readsBehindThePrefixesOfLogShippers() {
    String plain =
        "java.lang.RuntimeException: a\nsecond\n\tat a.C.m(C.java:2)\n\tSuppressed: a.BException\n"
            + "\t\tat a.C.x(C.java:9)\n\t\t... 1 more\nCaused by: java.io.IOException: b\n"
            + "\tat a.D.n(D.java:1)\n\t... 1 more\n";
    StackTrace expected = found(plain);
    assertEquals(3, expected.throwables().size());
    List<String> variants =
        List.of(
            plain.replaceAll("(?m)^(?=.)", "web_1  | "),
            plain.replaceAll("(?m)^(?=.)", "2026-11-20T12:00:01.123456789Z stderr F "),
            plain.replaceAll("(?m)^(?=.)", "Nov 20 12:00:01 host app[42]: ").replace("\t", "#011"),
            "{\"message\":\"m\",\"stack_trace\":\"" + escaped(plain) + "\"}",
            "ERROR {\"error\":{\"stack_trace\":\"" + escaped(plain) + "\"}",
            plain
                .lines()
                .map(l -> "{\"log\":\"" + escaped(l) + "\\n\"}\n")
                .reduce("", String::concat),
            plain.replace("\n", "\r\n"));

    for (String variant : variants) {
      StackTrace trace = found(variant);
      assertEquals(expected.throwables(), trace.throwables(), variant);
      assertEquals(expected.throwables(), found(trace.text()).throwables(), trace.text());
    }
  }

  private static String escaped(String text) {
    return text.replace("\n", "\\n").replace("\t", "\\t");
  }

  @Test
  void saysWhatIsCutOff() {
    String frames = "java.lang.Error: x\n\tat a.C.m(C.java:1)\n";

    StackTrace inFile = found(frames + "\tat a.D.longName(Lon");
    StackTrace inLine = found(frames + "\tat a.D.longName(D.java:1");
    StackTrace inMethod = found(frames + "\tat a.D.lon");

    assertTrue(inFile.truncated() && inLine.truncated() && inMethod.truncated());
    assertEquals(new Frame("a.D", "longName", null, -1), inFile.top().frames().get(1));
    assertEquals(new Frame("a.D", "longName", "D.java", -1), inLine.top().frames().get(1));
    assertEquals(1, inMethod.top().frames().size());
    assertFalse(found(frames).truncated());
  }

  @Test
  void keepsFramesWithoutTheirHeader() {
    StackTrace trace = found("\tat a.C.m(C.java:1)\n\tat a.C.n(C.java:2)\n");

    assertNull(trace.top().exceptionType());
    assertEquals(2, trace.top().frames().size());
    assertTrue(trace.truncated());
    assertEquals(List.of(), trace.failures());
  }

  @Test
  void endsAtACircularReference() {
    StackTrace trace =
        found(
            "java.lang.Error: x\n\tat a.C.m(C.java:1)\nCaused by: java.lang.Exception: y\n"
                + "\tat a.C.n(C.java:1)\nCaused by: [CIRCULAR REFERENCE: java.lang.Error: x]\n");

    assertEquals(2, trace.throwables().size());
    assertEquals(5, trace.endLine());
  }

  @Test
  void readsTheFirstOfSeveralTraces() {
    String second = "java.lang.Error: two\n\tat a.D.n(D.java:1)\n";
    StackTrace trace = found("java.lang.Error: one\n\tat a.C.m(C.java:1)\n" + second);

    assertEquals("one", trace.top().message());
    assertEquals(1, trace.top().frames().size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "Traceback (most recent call last):\\n  File \"a.py\", line 1!Python",
        "TypeError: x\\n    at foo (/srv/app/index.js:10:15)!Node.js",
        "panic: boom\\n\\ngoroutine 1 [running]:\\nmain.main()!Go",
        "System.FormatException: x\\n   at App.Main.Run(String s) in C:\\src\\M.cs:line 12!.NET",
        "thread 'main' panicked at src/main.rs:2:5!Rust",
      })
  void namesTheLanguageOfAForeignTrace(String text, String language) {
    TraceOutcome outcome = StackTraceParser.parse(text.replace("\\n", "\n"));

    assertEquals(language, assertInstanceOf(TraceOutcome.NotJava.class, outcome).language());
  }

  @Test
  void findsNothingInPlainText() {
    String text = "the meeting is at noon (sharp)\nError occurred at start\n";

    assertInstanceOf(TraceOutcome.None.class, StackTraceParser.parse(text));
    assertInstanceOf(TraceOutcome.None.class, StackTraceParser.parse(""));
  }

  @Test
  void takesAnExceptionWhoseFramesTheJvmLeftOut() {
    StackTrace trace = found("java.lang.NullPointerException\n");

    assertEquals("java.lang.NullPointerException", trace.top().exceptionType());
    assertEquals(List.of(), trace.top().frames());
  }

  @Test
  void hostileTextEndsSoon() {
    List<String> hostile =
        List.of(
            "|at ".repeat(500_000),
            "\tat " + "a.".repeat(500_000),
            "\tat a.b(".repeat(300_000),
            "{".repeat(1_000_000),
            "java.lang.Error: x\n" + "\tat a.C.m(C.java:1)\n".repeat(200_000),
            "x.yException".repeat(200_000),
            "java.lang.Error\n\tat a.C.m(C.java:1)\n"
                + "\tSuppressed: x.Y\n\t\tat a.C.m(C.java:1)\n".repeat(50_000),
            "{\"a\":".repeat(300_000),
            "\"\\tat ".repeat(400_000));

    assertTimeoutPreemptively(
        Duration.ofMinutes(1), () -> hostile.forEach(StackTraceParser::parse));
  }

  @Test
  void keepsNoMoreThanItsLimits() {
    StackTrace trace =
        found(
            "java.lang.Error\n"
                + "\tat a.C.m(C.java:1)\n".repeat(5_000)
                + "Caused by: a.B\n\tat a.C.m(C.java:1)\n".repeat(300));

    assertTrue(trace.truncated());
    assertEquals(TraceBuilder.MAX_FRAMES, trace.top().frames().size());
    assertEquals(TraceBuilder.MAX_THROWABLES, trace.throwables().size());
  }

  static StackTrace found(String text) {
    return assertInstanceOf(TraceOutcome.Found.class, StackTraceParser.parse(text), text).trace();
  }

  static String print(Throwable thrown) {
    StringWriter out = new StringWriter();
    thrown.printStackTrace(new PrintWriter(out, true));
    return out.toString();
  }

  private static void assertSameFrames(@Nullable Throwable expected, TracedThrowable actual) {
    assertNotNull(expected);
    assertEquals(expected.getClass().getName(), actual.exceptionType());
    List<String> printed =
        Arrays.stream(expected.getStackTrace())
            .map(
                e ->
                    String.join(
                        " ",
                        e.getClassName(),
                        e.getMethodName(),
                        e.isNativeMethod() ? null : e.getFileName(),
                        String.valueOf(e.getLineNumber())))
            .toList();
    assertEquals(
        printed,
        actual.frames().stream()
            .map(
                f ->
                    String.join(" ", f.className(), f.method(), f.file(), String.valueOf(f.line())))
            .toList());
  }
}
