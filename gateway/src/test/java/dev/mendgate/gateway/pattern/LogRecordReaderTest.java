package dev.mendgate.gateway.pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LogRecordReaderTest {
  private static final String TWO =
      "2026-11-20 12:00:01,123 ERROR [t] a.B - größe 1\n2026-11-20 12:00:02,123 INFO [t] a.B - up\n";

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
    assertEquals(
        List.of("one 1", "two 2", "three"),
        messages("one 1\ntwo 2\njava.lang.Error: x\n\tat a.C.m(C.java:1)\nthree\n"));
  }

  @Test
  void losesNoLineOfARecordThatManyOthersFollowed() throws IOException {
    String other = "Jul  6 21:08:03 host kernel[0]: link is up\n";
    String text =
        ("Jul  6 21:08:02 host view[7]: WARN a.B - one\n").repeat(4)
            + other.repeat(1_000)
            + "Jul  6 21:08:04 host view[7]: page is full\n";

    List<String> messages = messages(text);
    assertEquals(1_005, messages.size());
    assertEquals("page is full", messages.get(1_004));
  }

  @Test
  void aLevelInOneLineOfAProgramDoesNotMakeItsOthersFollow() throws IOException {
    assertEquals(
        List.of("font is not in order", "page is full", "page is empty"),
        messages(
            "Jul  6 21:08:02 host view[7]: WARNING: font is not in order\n"
                + "Jul  6 21:08:04 host view[7]: page is full\n"
                + "Jul  6 21:08:05 host view[7]: page is empty\n"));
  }

  @Test
  void aTraceWithoutAnythingElseIsARecordWithoutMessage() throws IOException {
    List<LogRecord> records = records("java.lang.Error: x\n\tat a.C.m(C.java:1)\n");

    assertEquals("", records.get(0).message());
    assertEquals(List.of("java.lang.Error: x", "\tat a.C.m(C.java:1)"), records.get(0).trace());
  }

  @Test
  void joinsATraceInWhichEveryLineHasAHeader() throws IOException {
    String header = "2026-11-20 12:00:01,123 ERROR [t] a.B - ";
    List<LogRecord> records =
        records(
            header + "it failed\n" + header + "\tat a.C.m(C.java:1)\n" + header + "\t... 1 more\n");

    assertEquals(1, records.size());
    assertEquals(List.of("at a.C.m(C.java:1)", "... 1 more"), records.get(0).trace());
  }

  @Test
  void cutsHugeLines() throws IOException {
    List<LogRecord> records = records("x".repeat(1_000_000) + "\r\nnext\r\n");

    assertEquals(LogRecordReader.MAX_LINE, records.get(0).message().length());
    assertEquals("next", records.get(1).message());
  }

  @Test
  void unpacksGzip() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(TWO.getBytes(StandardCharsets.UTF_8));
    }
    assertEquals(List.of("größe 1", "up"), messages(packed.toByteArray()));
  }

  @Test
  void refusesWhatBeginsLikeGzipAndIsNone() {
    byte[] bytes = {0x1f, (byte) 0x8b, 'x', 'y', 'z'};
    assertThrows(IOException.class, () -> LogText.open(new ByteArrayInputStream(bytes)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-8"})
  void recognisesTheEncoding(String charset) throws IOException {
    assertEquals(List.of("größe 1", "up"), messages(TWO.getBytes(Charset.forName(charset))));
  }

  @Test
  void readsOverAByteOrderMark() throws IOException {
    assertEquals(
        List.of("größe 1", "up"), messages(("\ufeff" + TWO).getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void replacesBrokenBytes() throws IOException {
    byte[] bytes = {'a', (byte) 0xff, 'b', '\n', (byte) 0xc3, '\n'};
    assertEquals(List.of("a\ufffdb", "\ufffd"), messages(bytes));
  }

  @Test
  void readsNothingFromNothing() throws IOException {
    assertNull(LogRecordReader.first(""));
    assertNull(LogRecordReader.first(" \n\n"));
    assertEquals(List.of(), messages(new byte[0]));
  }

  @Test
  void learnsTheWordsBeforeTheTimestamp() throws IOException {
    String log =
        numbered("app.log.%1$d 2026-11-20 12:00:%1$02d.123 4711 ERROR a.b.c.svc [req-%1$d] m %1$d");
    List<LogRecord> records = records(log);

    assertEquals("m 10", records.get(0).message());
    assertEquals("a.b.c.svc", records.get(0).logger());
    assertEquals("2026-11-20 12:00:10.123", records.get(0).timestamp());
  }

  @Test
  void learnsPartsThatAllLinesHaveBeforeTheMessage() throws IOException {
    assertEquals("up 10", messages(numbered("2026-11-20 12:00:01 [a%d] up %1$d")).get(0));
    assertEquals(
        "up 10", messages(numbered("2026-11-20 12:00:01, Info       CORE   up %d")).get(0));
    assertEquals("up 10", messages(numbered("[10.30 16:49:06] a%d.exe - up %1$d")).get(0));
    assertEquals(
        "up 10", messages(numbered("2026-11-20 12:00:01 N-%d RAS KERNEL INFO up %1$d")).get(0));
  }

  @Test
  void takesNothingOffThatOnlySomeLinesHave() throws IOException {
    String some = numbered("2026-11-20 12:00:01 [error] up %d");
    String log = "2026-11-20 12:00:01 [error] [client 1] down\n" + some;

    assertEquals("[client 1] down", messages(log).get(0));
  }

  @Test
  void aLevelInsideAMessageOfAStampedLogBeginsNoRecord() throws IOException {
    String log = numbered("2026-11-20 12:00:01,123 INFO [t] a.B - up %d");

    assertEquals("up 19\nERROR: of the remote side", last(log + "ERROR: of the remote side\n"));
  }

  @Test
  void recordsComeInTheOrderOfTheirFirstLines() throws IOException {
    StringBuilder log = new StringBuilder();
    for (int i = 0; i < 2_000; i++) {
      log.append("c-").append(i % 7).append("  | 12:00:01.123 [t] INFO a.B - m").append(i);
      log.append('\n');
    }
    List<LogRecord> records = records(log.toString());

    assertEquals(2_000, records.size());
    for (int i = 0; i < 2_000; i++) {
      assertEquals("m" + i, records.get(i).message());
    }
  }

  @Test
  void losesNoRecordOfHostileLines() throws IOException {
    List<String> lines = new ArrayList<>();
    for (String part :
        Arrays.asList("[", "(", "{", "|", "a.", "- ", ": ", "12:00:01 ", "<1>", "a ")) {
      lines.add(part.repeat(LogRecordReader.MAX_LINE / part.length()));
      lines.add("12:00:01.123 " + part.repeat(LogRecordReader.MAX_LINE / part.length() - 20));
      lines.add("12:00:01.123 INFO " + part.repeat(LogRecordReader.MAX_LINE / part.length() - 20));
    }
    List<LogRecord> records = records(String.join("\n", lines));

    assertFalse(records.isEmpty());
    assertTrue(records.stream().allMatch(r -> r.message().length() < 2_000_000));
  }

  @Test
  void readsOnBehindManyBracesThatNeverClose() throws IOException {
    String log = "{\n".repeat(20_000) + "12:00:01.123 [t] INFO a.B - up\n";

    assertEquals("up", last(log));
  }

  private static String numbered(String format) {
    return IntStream.range(10, 20).mapToObj(format::formatted).collect(Collectors.joining("\n"))
        + "\n";
  }

  private static String last(String text) throws IOException {
    List<String> messages = messages(text);
    return messages.get(messages.size() - 1);
  }

  private static List<String> messages(byte[] bytes) throws IOException {
    LogRecordReader reader = new LogRecordReader(LogText.open(new ByteArrayInputStream(bytes)));
    return records(reader).stream().map(LogRecord::message).toList();
  }

  private static List<String> messages(String text) throws IOException {
    return records(text).stream().map(LogRecord::message).toList();
  }

  private static List<LogRecord> records(String text) throws IOException {
    return records(new LogRecordReader(new StringReader(text)));
  }

  private static List<LogRecord> records(LogRecordReader reader) throws IOException {
    List<LogRecord> records = new ArrayList<>();
    for (LogRecord next = reader.read(); next != null; next = reader.read()) {
      records.add(next);
    }
    return records;
  }
}
