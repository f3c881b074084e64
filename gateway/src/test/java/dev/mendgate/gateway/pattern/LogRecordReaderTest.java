package dev.mendgate.gateway.pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LogRecordReaderTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "12:00:01.123 [main] ERROR a.b.Svc -- it failed: x!ERROR!main!a.b.Svc!it failed: x",
        "12:00:01.123 [main] ERROR a.b.Svc - it failed!ERROR!main!a.b.Svc!it failed",
        "2026-11-20 12:00:01,123 ERROR [main] a.b.Svc:33 - it failed!ERROR!main!a.b.Svc!it failed",
        "2026-11-20 12:00:01,123 INFO  a.b.Svc - it failed!INFO!!a.b.Svc!it failed",
        "2026-11-20T12:00:01.123+01:00  WARN 4711 --- [app] [exec-1] a.b.Svc        : it failed"
            + "!WARN!app!a.b.Svc!it failed",
        "2026-11-20T12:00:01.123Z ERROR 1 --- [main] o.a.Svc : it failed"
            + "!ERROR!main!o.a.Svc!it failed",
        "2026-11-20 12:00:01,123 ERROR [a.b.Svc] (worker 1) it failed"
            + "!ERROR!worker 1!a.b.Svc!it failed",
        "[main] INFO a.b.Svc - it failed!INFO!main!a.b.Svc!it failed",
        "20-Nov-2026 12:00:01.123 SEVERE [main] a.b.Svc.start it failed"
            + "!SEVERE!main!a.b.Svc.start!it failed",
        "2026-11-20 12:00:01,123 INFO [main] a.b.Svc: it failed!INFO!main!a.b.Svc!it failed",
        "17/06/09 20:10:40 INFO executor.Runner: it failed!INFO!!executor.Runner!it failed",
        "081109 203615 148 INFO dfs.Node$P: it failed!INFO!148!dfs.Node$P!it failed",
        "Nov 20 12:00:01 host app[42]: 12:00:01.123 [t] WARN a.b.Svc - it failed"
            + "!WARN!t!a.b.Svc!it failed",
        "<34>1 2026-11-20T12:00:01Z host app 42 ID - it failed!!!!it failed",
        "web_1  | 2026-11-20 12:00:01,123 ERROR [t] a.b.Svc - it failed!ERROR!t!a.b.Svc!it failed",
        "2026-11-20T12:00:01.5Z stdout F ERROR it failed!ERROR!!!it failed",
        "ERROR: it failed!ERROR!!!it failed",
        "it failed at noon - a.b.C: x!!!!it failed at noon - a.b.C: x",
        "Failed: it is [x] (y)!!!!Failed: it is [x] (y)",
        "2026-11-20 12:00:01 ERROR Failed: no room!ERROR!!!Failed: no room",
      })
  void takesTheLayoutOff(String line, String level, String thread, String logger, String message)
      throws IOException {
    List<LogRecord> records = records(line);

    assertEquals(List.of(new LogRecord(1, level, thread, logger, message, List.of())), records);
  }

  @Test
  void joinsMessageAndTrace() throws IOException {
    List<LogRecord> records =
        records(
            "2026-11-20 12:00:01,123 ERROR [t] a.B - it failed\n  on two lines\n"
                + "java.lang.Error: x\n\tat a.C.m(C.java:1)\nCaused by: a.D: y\n\t... 1 more\n\n"
                + "2026-11-20 12:00:02,123 INFO [t] a.B - next\n");

    assertEquals(2, records.size());
    assertEquals("it failed\n  on two lines", records.get(0).message());
    assertEquals("java.lang.Error: x", records.get(0).trace().get(0));
    assertEquals("next", records.get(1).message());
    assertEquals(8, records.get(1).firstLine());
  }

  @Test
  void inPlainTextEachLineIsARecordButATraceIsNot() throws IOException {
    List<String> messages =
        records("one 1\ntwo 2\njava.lang.Error: x\n\tat a.C.m(C.java:1)\nthree\n").stream()
            .map(LogRecord::message)
            .toList();

    assertEquals(List.of("one 1", "two 2", "three"), messages);
  }

  @Test
  void readsTheTwoLinesOfJavaUtilLogging() throws IOException {
    List<LogRecord> records =
        records(
            "Nov 20, 2026 12:00:01 PM a.b.Svc start\nSEVERE: it failed\nNov 20, 2026 1:00:01 AM a.b.Svc start\nINFO: up\n");

    assertEquals(
        List.of(
            new LogRecord(1, "SEVERE", null, "a.b.Svc", "it failed", List.of()),
            new LogRecord(3, "INFO", null, "a.b.Svc", "up", List.of())),
        records);
  }

  @Test
  void readsJsonRecords() throws IOException {
    List<LogRecord> records =
        records(
            "{\"@timestamp\":\"x\",\"log.level\":\"ERROR\",\"log\":{\"logger\":\"a.B\"},"
                + "\"message\":\"m 1\",\"error.stack_trace\":\"a.E: x\\n\\tat a.C.m(C.java:1)\"}\n"
                + "{\"log\":\"12:00:01.123 [t] WARN a.B - m 2\\n\",\"stream\":\"stdout\"}\n");

    assertEquals("a.B", records.get(0).logger());
    assertEquals(2, records.get(0).trace().size());
    assertEquals(new LogRecord(2, "WARN", "t", "a.B", "m 2", List.of()), records.get(1));
  }

  @Test
  void cutsHugeLines() throws IOException {
    List<LogRecord> records = records("x".repeat(1_000_000) + "\r\nnext\r\n");

    assertEquals(LogRecordReader.MAX_LINE, records.get(0).message().length());
    assertEquals("next", records.get(1).message());
  }

  private static List<LogRecord> records(String text) throws IOException {
    LogRecordReader reader = new LogRecordReader(new BufferedReader(new StringReader(text)));
    List<LogRecord> records = new ArrayList<>();
    for (LogRecord next = reader.read(); next != null; next = reader.read()) {
      records.add(next);
    }
    return records;
  }
}
