package dev.mendgate.gateway.pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mendgate.gateway.pattern.layout.LogSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads the samples of layouts.txt. */
final class LogLayoutsTest {
  /** A layout's name, lines of it, and what each record is to say. */
  record Sample(String name, String text, List<String> records) {
    @Override
    public String toString() {
      return name;
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void takesRecordsApart(Sample sample) throws IOException {
    assertEquals(String.join("\n", sample.records()), described(sample.text()));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void readsWindowsLineEndsAlike(Sample sample) throws IOException {
    String text = sample.text().replace("\n", "\r\n");
    assertEquals(String.join("\n", sample.records()), described(text));
  }

  @Test
  void coversTheCommonLayouts() throws IOException {
    assertTrue(samples().count() >= 80, "samples: " + samples().count());
  }

  static Stream<Sample> samples() throws IOException {
    try (InputStream in = LogLayoutsTest.class.getResourceAsStream("layouts.txt")) {
      String all =
          new String(java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return Stream.of(all.split("\n# ")).skip(1).map(LogLayoutsTest::sample);
    }
  }

  private static Sample sample(String block) {
    List<String> lines = block.lines().toList();
    List<String> text = new ArrayList<>();
    List<String> records = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      if (line.startsWith("> ")) {
        records.add(line.substring(2));
      } else if (records.isEmpty()) {
        boolean json = line.startsWith("{");
        text.add(json ? line : line.replace("\\e", "\u001b").replace("\\t", "\t"));
      }
    }
    return new Sample(lines.get(0), String.join("\n", text), records);
  }

  private static String described(String text) throws IOException {
    LogRecordReader reader = new LogRecordReader(new StringReader(text));
    List<String> found = new ArrayList<>();
    for (LogRecord next = reader.read(); next != null; next = reader.read()) {
      found.add(described(next));
    }
    return String.join("\n", found);
  }

  private static String described(LogRecord entry) {
    List<String> fields = new ArrayList<>();
    add(fields, "time", entry.timestamp());
    add(fields, "level", entry.level());
    add(fields, "thread", entry.thread());
    add(fields, "logger", entry.logger());
    LogSource source = entry.source();
    if (source != null) {
      add(fields, "class", source.className());
      add(fields, "method", source.method());
      add(fields, "file", source.file());
      add(fields, "line", source.line() == 0 ? null : String.valueOf(source.line()));
    }
    add(fields, "template", entry.template());
    add(fields, "message", entry.message());
    add(fields, "trace", entry.trace().isEmpty() ? null : String.join("\n", entry.trace()));
    return String.join(" ¦ ", fields);
  }

  private static void add(List<String> fields, String name, @Nullable String value) {
    if (value != null) {
      fields.add(name + "=" + value.replace("\n", "\\n").replace("\t", "\\t"));
    }
  }
}
