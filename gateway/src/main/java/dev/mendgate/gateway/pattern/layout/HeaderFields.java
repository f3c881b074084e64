package dev.mendgate.gateway.pattern.layout;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was read of a header so far. What may as well belong to the message waits until something
 * behind it proves that it does not.
 */
final class HeaderFields {
  private static final int LEAST_CORRELATION = 16;

  private final List<String> groups = new ArrayList<>(4);
  private int provenGroups;
  private @Nullable String waitingThread;
  private @Nullable Name waitingLogger;

  int proven;
  boolean closed;
  boolean threadLast;
  @Nullable String timestamp;
  @Nullable String level;
  @Nullable String thread;
  @Nullable String logger;
  @Nullable LogSource source;

  HeaderFields(int start) {
    proven = start;
  }

  void group(String content) {
    groups.add(content);
  }

  void waitingThread(String name) {
    waitingThread = name;
  }

  void waitingLogger(Name name) {
    waitingLogger = name;
  }

  boolean hasLogger() {
    return logger != null || waitingLogger != null;
  }

  void logger(Name name) {
    logger = name.logger();
    source = name.source() == null ? source : name.source();
  }

  /** Makes the last group the logger, as layouts do that print the thread behind it. */
  void loggerInGroup() {
    logger = groups.remove(groups.size() - 1);
  }

  boolean hasWaitingGroup() {
    return groups.size() > provenGroups;
  }

  String lastGroup() {
    return groups.get(groups.size() - 1);
  }

  /** All that was read up to {@code at} is part of the header. */
  void prove(int at) {
    proven = at;
    provenGroups = groups.size();
    if (waitingLogger != null && logger == null) {
      logger(waitingLogger);
    }
    if (waitingThread != null && thread == null) {
      thread = waitingThread;
    }
    waitingLogger = null;
    waitingThread = null;
  }

  Header header(String line, int end) {
    int start = proven;
    while (start < end && (line.charAt(start) == ' ' || line.charAt(start) == '\t')) {
      start++;
    }
    return new Header(timestamp, level, threadName(), logger, source, start, end, closed);
  }

  private @Nullable String threadName() {
    if (thread != null) {
      return thread;
    }
    String found = null;
    for (String group : groups.subList(0, provenGroups)) {
      boolean name = !group.isEmpty() && !isCorrelation(group) && !isContext(group);
      found = name && (found == null || threadLast) ? group : found;
    }
    return found;
  }

  /** Trace and span identifiers stand in brackets beside the thread. */
  private static boolean isCorrelation(String text) {
    return text.length() >= LEAST_CORRELATION
        && text.chars().allMatch(c -> Character.digit(c, 16) >= 0 || c == '-' || c == ',');
  }

  /** So does a diagnostic context: names and values. */
  private static boolean isContext(String text) {
    int equals = text.indexOf('=');
    return equals > 0 && text.chars().limit(equals).allMatch(Character::isJavaIdentifierPart);
  }
}
