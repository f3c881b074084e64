package dev.mendgate.gateway.pattern;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes the first line of a record apart: timestamp, level, thread, logger, message, in whatever
 * order Logback, Log4j, Spring Boot, JBoss, Tomcat, Hadoop, slf4j-simple or java.util.logging write
 * them. What is not recognised stays in the message.
 */
final class LogLayout {
  private static final int MAX_TOKENS = 12;
  private static final Pattern COMPOSE = Pattern.compile("[\\w.-]{1,80}[-_]\\d{1,4} {0,40}\\| ");
  private static final Pattern CONTAINER = Pattern.compile(" (?:stdout|stderr) [FP] ");
  private static final Pattern SYSLOG =
      Pattern.compile(" [\\w.:-]{1,120} [\\w./-]{1,80}(?:\\[\\d{1,9}\\])?: ?");
  private static final Pattern SYSLOG_5424 =
      Pattern.compile(" [^ ]{1,120} [^ ]{1,80} [^ ]{1,40} [^ ]{1,40} (?:-|\\[[^\\]]{0,500}\\]) ");
  private static final Pattern LOGGER =
      Pattern.compile("([\\w$][\\w$.-]{0,200})(?:\\([^()]{1,80}\\)|:\\d{1,7})?");

  private final String line;
  private int at;
  private boolean stamped;
  private @Nullable String level;
  private @Nullable String thread;
  private @Nullable String logger;

  private LogLayout(String line) {
    this.line = line;
  }

  /** Reads a line; a line without any layout is a message as a whole. */
  static LogLayout read(String line) {
    LogLayout layout = new LogLayout(line);
    layout.skipShipper();
    layout.skipTimestamp();
    for (int i = 0; i < MAX_TOKENS && layout.takeToken(); i++) {
      layout.skipSpace();
    }
    layout.skipSpace();
    return layout;
  }

  /** Returns where the text of the line begins, behind what a log shipper put before it. */
  static int textStart(String line) {
    LogLayout layout = new LogLayout(line);
    layout.skipShipper();
    return layout.at;
  }

  boolean isRecordStart() {
    return stamped || level != null;
  }

  @Nullable String level() {
    return level;
  }

  @Nullable String thread() {
    return thread;
  }

  @Nullable String logger() {
    return logger;
  }

  String message() {
    return line.substring(at);
  }

  private void skipShipper() {
    Matcher compose = COMPOSE.matcher(line);
    if (compose.lookingAt() && !line.startsWith("|")) {
      at = compose.end();
    }
    boolean priority = line.startsWith("<", at) && line.indexOf('>', at) <= at + 4;
    int stamp = priority ? line.indexOf('>', at) + 1 : at;
    boolean version = priority && line.startsWith("1 ", stamp);
    int end = RecordStart.timestampEnd(line, version ? stamp + 2 : stamp);
    boolean dayFirst = end > at && Character.isLetter(line.charAt(Math.max(at, stamp)));
    if (end <= stamp) {
      return;
    }
    if (skip(CONTAINER, end) || (version && skip(SYSLOG_5424, end))) {
      return;
    }
    if (priority || (dayFirst && end - stamp <= 16)) {
      skip(SYSLOG, end);
    }
  }

  private boolean skip(Pattern pattern, int from) {
    Matcher matcher = pattern.matcher(line).region(from, line.length());
    if (!matcher.lookingAt()) {
      return false;
    }
    at = matcher.end();
    stamped = true;
    return true;
  }

  private void skipTimestamp() {
    int from = line.startsWith("[", at) ? at + 1 : at;
    int end = RecordStart.timestampEnd(line, from);
    if (end == from) {
      return;
    }
    stamped = true;
    at = from > at && line.startsWith("]", end) ? end + 1 : end;
    skipSpace();
  }

  private void skipSpace() {
    while (at < line.length() && " \t".indexOf(line.charAt(at)) >= 0) {
      at++;
    }
  }

  /** Takes one part of the layout, or returns false where the message begins. */
  private boolean takeToken() {
    if (at >= line.length()) {
      return false;
    }
    if (level != null && logger != null) {
      return takeBehindLogger();
    }
    int levelEnd = level == null ? RecordStart.levelEnd(line, at) : at;
    if (levelEnd > at) {
      level = line.substring(at, levelEnd);
      at = levelEnd;
      return !skipColon();
    }
    char c = line.charAt(at);
    if (c == '[') {
      return takeGroup();
    }
    if (!stamped && level == null) {
      return false;
    }
    return c == '-' || c == '|' ? takeDash() : takeWord();
  }

  /** Takes what may stand between logger and message: a separator, a thread, a context. */
  private boolean takeBehindLogger() {
    if (skipSeparator()) {
      return false;
    }
    char open = line.charAt(at);
    int end = open == '(' ? groupEnd(')') : open == '[' ? groupEnd(']') : -1;
    boolean inBrackets = at > 1 && "] ".equals(line.substring(at - 2, at));
    boolean separated = end > 0 && separatorAfterSpaces(end + 1, 1);
    if (end < 0 || !(separated || (open == '(' && inBrackets))) {
      return false;
    }
    thread = thread == null ? line.substring(at + 1, end) : thread;
    at = end + 1;
    skipSpace();
    skipSeparator();
    return false;
  }

  private boolean takeGroup() {
    int end = groupEnd(']');
    if (end < 0 || (level == null && !stamped && !levelFollows(end + 1))) {
      return false;
    }
    String content = line.substring(at + 1, end).strip();
    at = end + 1;
    if (level == null && RecordStart.LEVELS.contains(content)) {
      level = content;
    } else if (level != null && logger == null && isQualified(content)) {
      logger = content;
    } else if (thread == null && !content.isEmpty()) {
      thread = content;
    }
    return true;
  }

  private boolean levelFollows(int from) {
    int next = from;
    while (next < line.length() && line.charAt(next) == ' ') {
      next++;
    }
    return RecordStart.levelEnd(line, next) > next;
  }

  private int groupEnd(char close) {
    char open = line.charAt(at);
    int depth = 0;
    int limit = Math.min(line.length(), at + 300);
    for (int i = at; i < limit; i++) {
      if (line.charAt(i) == open) {
        depth++;
      } else if (line.charAt(i) == close && --depth == 0) {
        return i;
      }
    }
    return -1;
  }

  /** Steps over dashes and bars between the parts; a lone dash behind the level ends the layout. */
  private boolean takeDash() {
    int end = at;
    while (end < line.length() && line.charAt(end) == line.charAt(at)) {
      end++;
    }
    boolean separates = end == line.length() || line.charAt(end) == ' ';
    if (!separates) {
      return false;
    }
    boolean lone = end - at < 3 && line.charAt(at) == '-';
    at = end;
    skipSpace();
    return level == null || !lone || line.startsWith("[", at);
  }

  private boolean takeWord() {
    if (level != null && isDigits()) {
      return true;
    }
    Matcher word = LOGGER.matcher(line).region(at, line.length());
    if (!word.lookingAt()) {
      return false;
    }
    String name = word.group(1);
    int end = word.end();
    boolean colon = line.startsWith(":", end) && !line.startsWith("::", end);
    boolean spaced =
        line.startsWith(" - ", end) || line.startsWith(" -- ", end) || line.startsWith(" : ", end);
    boolean padded = !spaced && separatorAfterSpaces(end, 2);
    if (level == null ? !followedByLevel(end) : !(spaced || padded || colon)) {
      return level != null && logger == null && isQualified(name) && takeLogger(name, end);
    }
    if (colon && level != null && !isQualified(name) && !isCamelCase(name)) {
      return false;
    }
    if (level == null && thread == null && !isQualified(name)) {
      thread = name;
      at = end;
      return true;
    }
    return takeLogger(name, end);
  }

  private boolean takeLogger(String name, int end) {
    if (!line.startsWith(":", end) && !line.startsWith(" ", end) && !line.startsWith("[", end)) {
      return false;
    }
    logger = name;
    at = end;
    return !skipColon();
  }

  private boolean separatorAfterSpaces(int from, int least) {
    int next = from;
    while (next < line.length() && line.charAt(next) == ' ') {
      next++;
    }
    return next >= from + least && (line.startsWith(": ", next) || line.startsWith("- ", next));
  }

  private boolean followedByLevel(int from) {
    return line.startsWith(" ", from) && levelFollows(from);
  }

  private boolean isDigits() {
    int end = at;
    while (end < line.length() && Character.isDigit(line.charAt(end))) {
      end++;
    }
    if (end == at || !line.startsWith(" --- ", end)) {
      return false;
    }
    at = end + 5;
    return true;
  }

  /** Steps over the separator between the layout and the message. */
  private boolean skipSeparator() {
    for (String separator : new String[] {"-- ", "- ", ": ", "| "}) {
      if (line.startsWith(separator, at)) {
        at += separator.length();
        return true;
      }
    }
    return false;
  }

  private boolean skipColon() {
    if (line.startsWith(": ", at) || line.endsWith(":") && at == line.length() - 1) {
      at++;
      return true;
    }
    return false;
  }

  private static boolean isQualified(String name) {
    int dot = name.indexOf('.');
    return dot > 0 && dot < name.length() - 1 && LOGGER.matcher(name).matches();
  }

  private static boolean isCamelCase(String name) {
    return Character.isUpperCase(name.charAt(0))
        && name.chars().filter(Character::isUpperCase).count() >= 2
        && name.chars().anyMatch(Character::isLowerCase);
  }
}
