package dev.mendgate.gateway.failure;

import com.google.protobuf.util.Timestamps;
import dev.mendgate.gateway.pattern.LogPattern;
import dev.mendgate.gateway.pattern.LogRecord;
import dev.mendgate.gateway.pattern.LogRecordReader;
import dev.mendgate.gateway.pattern.ShortHash;
import dev.mendgate.gateway.pattern.layout.Header;
import dev.mendgate.v1.FailureEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Checks events and reads what they say. */
public final class FailureEvents {
  private static final Pattern TRACE_ID = Pattern.compile("(?!0{32})[0-9a-f]{32}");
  private static final Pattern SPAN_ID = Pattern.compile("(?!0{16})[0-9a-f]{16}");
  private static final Pattern REPOSITORY = Pattern.compile("[A-Za-z0-9._-]{1,100}");
  private static final Pattern REVISION =
      Pattern.compile("[^-\\p{Cntrl} ~^:?*\\[\\\\][^\\p{Cntrl} ?*\\[\\\\]{0,249}");
  private static final Pattern TYPE = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$.]{0,999}");

  private FailureEvents() {}

  /** Returns what is wrong with the event; empty where it can be taken. */
  public static List<FieldViolation> validate(FailureEvent event, EventLimits limits) {
    if (event.getSerializedSize() > limits.maxBytes()) {
      return List.of(
          new FieldViolation("", "must not be larger than " + limits.maxBytes() + " bytes"));
    }
    List<FieldViolation> found = new ArrayList<>();
    boolean says =
        !event.getStackTrace().isBlank()
            || !event.getLogMessage().isBlank()
            || !event.getLogTemplate().isBlank()
            || !event.getLogPatternHash().isEmpty();
    if (!says) {
      found.add(
          new FieldViolation(
              "", "needs one of stack_trace, log_message, log_template, log_pattern_hash"));
    }
    String hash = event.getLogPatternHash();
    if (!hash.isEmpty() && !ShortHash.isHash(hash)) {
      found.add(new FieldViolation("log_pattern_hash", "must be 16 lower-case hexadecimal digits"));
    }
    checkIdentifiers(event, found);
    checkNames(event, found);
    if (event.getAttributesCount() > limits.maxAttributes()) {
      found.add(new FieldViolation("attributes", "at most " + limits.maxAttributes() + " fit"));
    }
    return List.copyOf(found);
  }

  private static void checkIdentifiers(FailureEvent event, List<FieldViolation> found) {
    check(
        event.getTraceId(),
        TRACE_ID,
        new FieldViolation(
            "trace_id", "must be 32 lower-case hexadecimal digits, not all of them 0"),
        found);
    check(
        event.getSpanId(),
        SPAN_ID,
        new FieldViolation(
            "span_id", "must be 16 lower-case hexadecimal digits, not all of them 0"),
        found);
    if (event.hasOccurredAt() && !Timestamps.isValid(event.getOccurredAt())) {
      found.add(new FieldViolation("occurred_at", "must lie between the years 1 and 9999"));
    }
    if (event.getCode().getLineNumber() < 0) {
      found.add(new FieldViolation("code.line_number", "must be 1 or more"));
    }
  }

  private static void checkNames(FailureEvent event, List<FieldViolation> found) {
    check(
        event.getRepository(),
        REPOSITORY,
        new FieldViolation(
            "repository", "must be at most 100 letters, digits, dots, dashes and underscores"),
        found);
    check(
        event.getRevision(),
        REVISION,
        new FieldViolation("revision", "must be a commit, tag or branch name that git resolves"),
        found);
    check(
        event.getExceptionType(),
        TYPE,
        new FieldViolation("exception_type", "must be the qualified name of a Java class"),
        found);
  }

  private static void check(
      String value, Pattern pattern, FieldViolation violation, List<FieldViolation> found) {
    if (!value.isEmpty() && !pattern.matcher(value).matches()) {
      found.add(violation);
    }
  }

  /** Searches the event's stack trace. */
  public static TraceOutcome trace(FailureEvent event) {
    return event.getStackTrace().isBlank()
        ? new TraceOutcome.None()
        : StackTraceParser.parse(event.getStackTrace());
  }

  /**
   * Returns the log-pattern hash: the sender's, else the template's, else the message's, without
   * its layout; empty for an event without any of them.
   */
  public static Optional<String> logPatternHash(FailureEvent event) {
    if (!event.getLogPatternHash().isEmpty()) {
      return Optional.of(event.getLogPatternHash());
    }
    if (!event.getLogTemplate().isBlank()) {
      return Optional.of(LogPattern.ofTemplate(event.getLogTemplate()).hash());
    }
    return event.getLogMessage().isBlank()
        ? Optional.empty()
        : Optional.of(LogPattern.ofMessage(message(event)).hash());
  }

  /**
   * Returns the log message without the layout that a sender of whole lines leaves around it; empty
   * where the event has none.
   */
  public static String message(FailureEvent event) {
    String text = event.getLogMessage();
    int end = text.indexOf('\n');
    Header header = Header.of(end < 0 ? text : text.substring(0, end));
    if (header.timestamp() == null || !header.isSolid()) {
      return text;
    }
    LogRecord record = LogRecordReader.first(text);
    return record == null || record.message().isBlank() ? text : record.message();
  }
}
