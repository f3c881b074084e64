package dev.mendgate.gateway.failure;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import dev.mendgate.gateway.pattern.LogRecord;
import dev.mendgate.gateway.pattern.LogRecordReader;
import dev.mendgate.v1.FailureEvent;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the text of a failure file: a FailureEvent as protobuf JSON, or any log text. */
public final class FailureText {
  private static final Set<String> GRAVE = Set.of("ERROR", "FATAL", "SEVERE", "CRITICAL");

  private FailureText() {}

  /** Reads the file's text; never throws for what it holds. */
  public static FailureInput read(String text) {
    if (text.isBlank()) {
      return new FailureInput.Unusable(
          "is empty: put a stack trace, a log line or an event into it");
    }
    return text.stripLeading().startsWith("{") ? readJson(text) : readLog(text);
  }

  /** Returns whether a text is a FailureEvent as protobuf JSON, rather than a log's JSON. */
  public static boolean isEvent(String text) {
    try {
      JsonFormat.parser().merge(text, FailureEvent.newBuilder());
      return true;
    } catch (InvalidProtocolBufferException e) {
      return false;
    }
  }

  private static FailureInput readJson(String text) {
    FailureEvent.Builder event = FailureEvent.newBuilder();
    String problem;
    try {
      JsonFormat.parser().merge(text, event);
      return checked(event.build());
    } catch (InvalidProtocolBufferException e) {
      problem = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
    // A log of JSON records starts with a brace as well.
    if (StackTraceParser.parse(text) instanceof TraceOutcome.Found found) {
      return checked(withRecord(FailureEvent.newBuilder(), text, found.trace()).build());
    }
    LogRecord record = record(text, false);
    return record != null && record.level() != null
        ? checked(
            withOrigin(FailureEvent.newBuilder(), record).setLogMessage(record.message()).build())
        : new FailureInput.Unusable("is not a FailureEvent in protobuf JSON: " + problem);
  }

  private static FailureInput checked(FailureEvent event) {
    List<FieldViolation> violations = FailureEvents.validate(event, EventLimits.DEFAULT);
    if (violations.isEmpty()) {
      return new FailureInput.Event(event);
    }
    FieldViolation first = violations.get(0);
    String field = first.field().isEmpty() ? "the event" : first.field();
    return new FailureInput.Unusable("is no usable event: " + field + " " + first.description());
  }

  private static FailureInput readLog(String text) {
    TraceOutcome outcome = StackTraceParser.parse(text);
    if (outcome instanceof TraceOutcome.NotJava foreign) {
      String language = foreign.language() == null ? "no Java" : "a " + foreign.language();
      return new FailureInput.Unusable(
          "holds " + language + " stack trace; only Java failures can be located");
    }
    FailureEvent.Builder event = FailureEvent.newBuilder();
    if (outcome instanceof TraceOutcome.Found found) {
      return checked(withRecord(event, text, found.trace()).build());
    }
    LogRecord record = record(text, false);
    return record == null
        ? new FailureInput.Unusable("holds neither a stack trace nor a log line")
        : checked(withOrigin(event, record).setLogMessage(record.message()).build());
  }

  private static FailureEvent.Builder withRecord(
      FailureEvent.Builder event, String text, StackTrace trace) {
    event.setStackTrace(trace.text());
    TracedThrowable top = trace.top();
    if (top.exceptionType() != null) {
      event.setExceptionType(top.exceptionType());
    }
    if (top.message() != null) {
      event.setExceptionMessage(top.message());
    }
    LogRecord record = record(text, true);
    boolean own = record != null && HeaderSearch.bare(record.message()) == null;
    return record != null && own
        ? withOrigin(event, record).setLogMessage(record.message())
        : event;
  }

  private static FailureEvent.Builder withOrigin(FailureEvent.Builder event, LogRecord record) {
    if (record.logger() != null) {
      event.setLogger(record.logger());
    }
    if (record.thread() != null) {
      event.setThread(record.thread());
    }
    if (record.template() != null) {
      event.setLogTemplate(record.template());
    }
    return event;
  }

  /** Returns the first record with a trace, or the first grave one, or simply the first. */
  private static @Nullable LogRecord record(String text, boolean withTrace) {
    String head = text.substring(0, Math.min(text.length(), TraceText.MAX_CHARS));
    LogRecord first = null;
    try (BufferedReader in = new BufferedReader(new StringReader(head))) {
      LogRecordReader reader = new LogRecordReader(in);
      for (LogRecord next = reader.read(); next != null; next = reader.read()) {
        boolean wanted =
            withTrace
                ? !next.trace().isEmpty()
                : next.level() != null && GRAVE.contains(next.level().toUpperCase(Locale.ROOT));
        if (wanted) {
          return next;
        }
        first = first == null ? next : first;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a string cannot fail to be read", e);
    }
    return withTrace ? null : first;
  }
}
