package dev.mendgate.gateway.pattern;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads records written as one JSON object a line: Logstash, ECS, Log4j and Docker layouts. */
final class JsonRecord {
  private static final List<String> MESSAGE = List.of("message", "msg", "@message", "log");
  private static final List<String> LEVEL = List.of("level", "log.level", "severity", "log_level");
  private static final List<String> THREAD =
      List.of("thread_name", "thread", "process.thread.name", "threadName");
  private static final List<String> LOGGER =
      List.of("logger_name", "logger", "loggerName", "log.logger");
  private static final List<String> TRACE =
      List.of("stack_trace", "stackTrace", "error.stack_trace", "exception", "throwable");

  private JsonRecord() {}

  /** Returns the record, or null where the line is no JSON object with a message. */
  static @Nullable LogRecord read(String line, long number) {
    JsonObject object = parse(line);
    String message = object == null ? null : field(object, MESSAGE);
    if (object == null || message == null) {
      return null;
    }
    String level = field(object, LEVEL);
    String trace = field(object, TRACE);
    List<String> traceLines = trace == null ? List.of() : trace.lines().toList();
    if (level == null && object.has("log")) {
      LogLayout inner = LogLayout.read(message.strip());
      return new LogRecord(
          number, inner.level(), inner.thread(), inner.logger(), inner.message(), traceLines);
    }
    return new LogRecord(
        number, level, field(object, THREAD), field(object, LOGGER), message.strip(), traceLines);
  }

  private static @Nullable JsonObject parse(String line) {
    try {
      JsonElement element = JsonParser.parseString(line);
      return element.isJsonObject() ? element.getAsJsonObject() : null;
    } catch (JsonParseException e) {
      return null;
    }
  }

  private static @Nullable String field(JsonObject object, List<String> names) {
    for (String name : names) {
      String value = string(object.get(name));
      int dot = name.indexOf('.');
      if (value == null && dot > 0) {
        JsonElement outer = object.get(name.substring(0, dot));
        boolean nested = outer != null && outer.isJsonObject();
        value = nested ? field(outer.getAsJsonObject(), List.of(name.substring(dot + 1))) : null;
      }
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  private static @Nullable String string(@Nullable JsonElement element) {
    return element != null && element.isJsonPrimitive() ? element.getAsString() : null;
  }
}
