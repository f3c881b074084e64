package dev.mendgate.gateway.pattern;

import com.google.gson.JsonObject;
import dev.mendgate.gateway.pattern.layout.Header;
import dev.mendgate.gateway.pattern.layout.LogSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads records written as JSON objects: by the Logstash, ECS, GELF, Bunyan, Log4j, Logback,
 * Quarkus and Google Cloud layouts, and by OpenTelemetry.
 */
final class JsonRecord {
  private static final List<String> TEXT =
      List.of("formattedMessage", "message", "msg", "@message", "short_message", "body", "@m");
  private static final List<String> TEMPLATE =
      List.of("message_template", "messageTemplate", "log.body.template", "@mt");
  private static final List<String> TIME =
      List.of(
          "@timestamp",
          "timestamp",
          "time",
          "ts",
          "t",
          "@t",
          "timeMillis",
          "timeUnixNano",
          "instant.epochSecond");
  private static final List<String> LEVEL =
      List.of(
          "level",
          "log.level",
          "severity",
          "severityText",
          "log_level",
          "levelname",
          "@l",
          "s",
          "level_name");
  private static final List<String> THREAD =
      List.of(
          "thread_name",
          "thread",
          "process.thread.name",
          "threadName",
          "_thread_name",
          "_thread",
          "thread.name",
          "ctx");
  private static final List<String> LOGGER =
      List.of(
          "logger_name",
          "logger",
          "loggerName",
          "log.logger",
          "_logger_name",
          "_logger",
          "component",
          "SourceContext",
          "c");
  private static final List<String> TRACE =
      List.of(
          "stack_trace",
          "stackTrace",
          "error.stack_trace",
          "exception.stacktrace",
          "exception.stackTrace",
          "thrown.extendedStackTrace",
          "exception",
          "throwable",
          "stacktrace",
          "err.stack",
          "full_message",
          "error.stack",
          "@x");
  private static final List<String> CLASS =
      List.of("class", "caller_class_name", "source.class", "code.namespace", "_source_class_name");
  private static final List<String> METHOD =
      List.of(
          "method",
          "caller_method_name",
          "source.method",
          "log.origin.function",
          "logging.googleapis.com/sourceLocation.function",
          "code.function.name",
          "code.function",
          "_source_method_name");
  private static final List<String> FILE =
      List.of(
          "file",
          "caller_file_name",
          "source.file",
          "log.origin.file.name",
          "logging.googleapis.com/sourceLocation.file",
          "code.file.path",
          "code.filepath",
          "_source_file_name");
  private static final List<String> LINE =
      List.of(
          "line_number",
          "caller_line_number",
          "source.line",
          "log.origin.file.line",
          "logging.googleapis.com/sourceLocation.line",
          "code.line.number",
          "code.lineno",
          "_source_line_number",
          "line");

  private JsonRecord() {}

  /** Returns the records of a text; empty where it is no JSON object with a message. */
  static List<LogRecord> read(String text, long number) {
    JsonFields fields = JsonFields.parse(text);
    if (fields == null) {
      return List.of();
    }
    List<LogRecord> records = new ArrayList<>();
    for (JsonFields resource : fields.list("resourceLogs")) {
      for (JsonFields scope : resource.list("scopeLogs")) {
        String logger = scope.text(List.of("scope.name"));
        scope.list("logRecords").forEach(r -> addTo(records, record(r, number, logger)));
      }
    }
    if (records.isEmpty()) {
      addTo(records, record(fields, number, null));
    }
    return records;
  }

  private static void addTo(List<LogRecord> records, @Nullable LogRecord read) {
    if (read != null) {
      records.add(read);
    }
  }

  private static @Nullable LogRecord record(JsonFields outer, long number, @Nullable String scope) {
    JsonFields payload = outer.inner("jsonPayload");
    JsonFields fields = payload == null ? outer : payload;
    String message = fields.text(TEXT);
    String raw = message == null ? outer.text(List.of("textPayload", "log", "MESSAGE")) : null;
    if (raw != null) {
      return nested(raw.strip(), outer, number);
    }
    if (message == null) {
      return null;
    }
    JsonFields attributes = attributes(fields);
    String level = outer.text(LEVEL);
    String template = template(fields, attributes, message);
    String logger = fields.text(LOGGER);
    return new LogRecord(
        number,
        outer.text(TIME),
        level(level == null ? fields.text(LEVEL) : level, fields),
        text(fields, attributes, THREAD),
        logger == null ? (scope == null ? bunyanName(fields) : scope) : logger,
        source(fields, attributes),
        template,
        message.strip(),
        trace(fields, attributes));
  }

  /** A line of text inside JSON has a layout of its own. */
  private static LogRecord nested(String text, JsonFields outer, long number) {
    List<String> lines = text.lines().toList();
    String first = lines.isEmpty() ? "" : lines.get(0);
    Header header = Header.of(first);
    String level = header.level() == null ? outer.text(LEVEL) : header.level();
    String time = header.timestamp() == null ? outer.text(TIME) : header.timestamp();
    List<String> rest = lines.isEmpty() ? lines : lines.subList(1, lines.size());
    int trace = TraceLines.start(rest);
    StringBuilder message = new StringBuilder(header.message(first));
    rest.subList(0, trace).forEach(line -> message.append('\n').append(line));
    return new LogRecord(
        number,
        time,
        level,
        header.thread(),
        header.logger(),
        header.source(),
        null,
        message.toString().strip(),
        rest.subList(trace, rest.size()));
  }

  /** OpenTelemetry keeps attributes as a list of keys and values. */
  private static JsonFields attributes(JsonFields fields) {
    JsonObject named = new JsonObject();
    for (JsonFields pair : fields.list("attributes")) {
      String key = pair.text(List.of("key"));
      String value = pair.text(List.of("value"));
      if (key != null && value != null) {
        named.addProperty(key, value);
      }
    }
    JsonFields object = named.size() > 0 ? null : fields.inner("attributes");
    return object == null ? new JsonFields(named) : object;
  }

  private static @Nullable String text(JsonFields first, JsonFields second, List<String> names) {
    String found = first.text(names);
    return found == null ? second.text(names) : found;
  }

  /** Logback's own encoder writes the template as the message, with its arguments beside it. */
  private static @Nullable String template(
      JsonFields fields, JsonFields attributes, String message) {
    boolean raw = fields.has("arguments") && fields.has("loggerName");
    String template = text(fields, attributes, TEMPLATE);
    if (template == null && raw) {
      String unformatted = fields.text(List.of("message"));
      return unformatted == null ? message : unformatted;
    }
    return template;
  }

  private static @Nullable String bunyanName(JsonFields fields) {
    return fields.has("v") && fields.has("pid") ? fields.text(List.of("name")) : null;
  }

  /** Bunyan counts levels from 10 to 60, syslog and GELF from 7 down to 0. */
  private static @Nullable String level(@Nullable String level, JsonFields fields) {
    if (level == null || level.isEmpty() || !Character.isDigit(level.charAt(0))) {
      return level;
    }
    return switch (level) {
      case "10" -> "TRACE";
      case "20", "7" -> "DEBUG";
      case "30", "6" -> "INFO";
      case "40", "4" -> "WARN";
      case "50", "3" -> "ERROR";
      case "60" -> "FATAL";
      case "5" -> fields.has("short_message") ? "NOTICE" : level;
      case "0", "1", "2" -> fields.has("short_message") ? "CRITICAL" : level;
      default -> level;
    };
  }

  private static @Nullable LogSource source(JsonFields fields, JsonFields attributes) {
    String type = text(fields, attributes, CLASS);
    String method = text(fields, attributes, METHOD);
    String file = text(fields, attributes, FILE);
    String line = text(fields, attributes, LINE);
    boolean numbered =
        line != null && line.length() < 8 && line.chars().allMatch(Character::isDigit);
    int number = numbered && line != null && !line.isEmpty() ? Integer.parseInt(line) : 0;
    boolean told = type != null || method != null || file != null;
    return told ? new LogSource(type, method, file, number) : null;
  }

  private static List<String> trace(JsonFields fields, JsonFields attributes) {
    List<String> lines = fields.lines(TRACE);
    lines = lines.isEmpty() ? attributes.lines(TRACE) : lines;
    int start = fields.has("full_message") ? TraceLines.start(lines) : 0;
    return lines.subList(start, lines.size());
  }
}
