package dev.mendgate.gateway.failure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mendgate.v1.FailureEvent;
import org.junit.jupiter.api.Test;

final class FailureTextTest {
  private static final String TRACE =
      "java.lang.IllegalStateException: no room\n\tat a.b.C.m(C.java:12)\n";

  @Test
  void readsAnEventInProtobufJson() {
    FailureEvent event =
        event("{\"exceptionType\":\"a.B\",\"stack_trace\":\"a.B: x\",\"code\":{\"lineNumber\":3}}");

    assertEquals("a.B", event.getExceptionType());
    assertEquals(3, event.getCode().getLineNumber());
  }

  @Test
  void takesTheRecordAroundATraceApart() {
    FailureEvent event =
        event(
            "2026-11-20 12:00:00.123 [main] INFO  a.b.Start - up in 5 s\n"
                + "2026-11-20 12:00:01.123 [worker-7] ERROR a.b.Svc - cannot book order 42\n"
                + TRACE
                + "2026-11-20 12:00:02.123 [main] INFO  a.b.Start - next\n");

    assertEquals("cannot book order 42", event.getLogMessage());
    assertEquals("a.b.Svc", event.getLogger());
    assertEquals("worker-7", event.getThread());
    assertEquals("java.lang.IllegalStateException", event.getExceptionType());
    assertEquals("no room", event.getExceptionMessage());
    assertEquals(TRACE, event.getStackTrace());
  }

  @Test
  void takesARecordInJsonApart() {
    FailureEvent event =
        event(
            "{\"message\":\"cannot book\",\"level\":\"ERROR\",\"logger_name\":\"a.b.Svc\","
                + "\"thread_name\":\"t1\",\"stack_trace\":\""
                + TRACE.replace("\n", "\\n").replace("\t", "\\t")
                + "\"}\n");

    assertEquals("cannot book", event.getLogMessage());
    assertEquals("a.b.Svc", event.getLogger());
    assertEquals("t1", event.getThread());
    assertEquals("no room", event.getExceptionMessage());
  }

  @Test
  void aBareTraceHasNoLogMessage() {
    FailureEvent event = event(TRACE);

    assertEquals("", event.getLogMessage());
    assertEquals(TRACE, event.getStackTrace());
  }

  @Test
  void takesTheFirstGraveLineWhereThereIsNoTrace() {
    FailureEvent event =
        event(
            "2026-11-20T12:00:00Z  INFO 1 --- [app] [main] a.b.Start : up\n"
                + "2026-11-20T12:00:01Z ERROR 1 --- [app] [exec-1] a.b.Svc : cannot book 42\n");

    assertEquals("cannot book 42", event.getLogMessage());
    assertEquals("a.b.Svc", event.getLogger());
    assertEquals("", event.getStackTrace());
  }

  @Test
  void takesALineWithoutLayoutAsItIs() {
    assertEquals("Cannot book order 42", event("Cannot book order 42\n").getLogMessage());
  }

  @Test
  void saysInOneLineWhatIsWrong() {
    assertProblem("", "empty");
    assertProblem("  \n", "empty");
    assertProblem("{\"stackTrace\":\"x\",\"colour\":1}", "colour");
    assertProblem("{\"stackTrace\":", "FailureEvent");
    assertProblem("{}", "needs one of");
    assertProblem("{\"logMessage\":\"x\",\"logPatternHash\":\"XYZ\"}", "log_pattern_hash");
    assertProblem("Traceback (most recent call last):\n  File \"a.py\"\n", "Python");
  }

  private static void assertProblem(String text, String expected) {
    String reason = assertInstanceOf(FailureInput.Unusable.class, FailureText.read(text)).reason();
    assertTrue(reason.contains(expected), reason);
    assertEquals(1, reason.lines().count());
  }

  private static FailureEvent event(String text) {
    FailureInput input = FailureText.read(text);
    return assertInstanceOf(FailureInput.Event.class, input, input.toString()).event();
  }
}
