package dev.mendgate.gateway.pattern.layout;

import java.util.Locale;

/**
 * Reads the header of a record from left to right: timestamp, level, thread, logger and source, in
 * whatever order a layout prints them. Looks at no more than the first {@value #MAX_HEADER}
 * characters behind the start.
 */
final class HeaderParser {
  private static final int MAX_HEADER = 600;
  private static final int MAX_ITEMS = 16;
  private static final int MAX_GROUP = 300;

  private final String line;
  private final LineShape shape;
  private final int end;
  private final int limit;
  private final HeaderFields fields;
  private int at;
  private int words;
  private int numbers;
  private boolean adjoining;
  private boolean joined;

  private HeaderParser(String line, int from, LineShape shape) {
    this.line = line;
    this.shape = shape;
    this.fields = new HeaderFields(from);
    this.end = line.startsWith("[", from) ? beforeLogger() : line.length();
    this.limit = Math.min(end, from + MAX_HEADER);
    this.at = shape.skip(line, from);
  }

  static Header parse(String line, int from, LineShape shape) {
    HeaderParser parser = new HeaderParser(line, from, shape);
    return parser.parse();
  }

  /** Takes the logger that one layout prints behind the message, in parentheses. */
  private int beforeLogger() {
    int open = trailingLogger(line);
    if (open < 0) {
      return line.length();
    }
    fields.logger = line.substring(open + 2, line.length() - 1);
    return open;
  }

  /** Returns where {@code (a.b.Logger)} at the end of a text begins; -1 without it. */
  static int trailingLogger(String text) {
    int open = text.endsWith(")") ? text.lastIndexOf(" (") : -1;
    Name name = open < 0 ? null : Name.of(text.substring(open + 2, text.length() - 1));
    return name != null && name.isQualified() && name.source() == null ? open : -1;
  }

  private Header parse() {
    takeTimestamp();
    if (fields.timestamp == null) {
      Header letters = LetterLevels.unstamped(line, at);
      if (letters != null) {
        return letters;
      }
    }
    Header bars = BarLayout.read(line, at, fields.timestamp, shape.bars());
    if (bars != null) {
      return bars;
    }
    boolean more = at < limit;
    for (int i = 0; more && i < MAX_ITEMS; i++) {
      more = takeItem();
    }
    if (!fields.closed) {
      finish();
    }
    return fields.header(line, end);
  }

  /** Decides what belongs to the header though nothing behind it proves so. */
  private void finish() {
    if (shape.isKnown()) {
      shape.takeTail(line, fields);
      return;
    }
    boolean thread = fields.level != null && fields.logger == null && fields.hasWaitingGroup();
    if (thread && isThread(fields.lastGroup()) && line.startsWith("]", at - 1)) {
      fields.prove(at);
    }
  }

  private void takeTimestamp() {
    int stamp = Timestamps.end(line, at);
    if (stamp == at) {
      return;
    }
    fields.timestamp = line.substring(at, stamp);
    at = stamp;
    boolean joined = line.startsWith(":", at) && Levels.end(line, at + 1) > at + 1;
    if (joined) {
      takeJoined();
      return;
    }
    if (at < end && ",;".indexOf(line.charAt(at)) >= 0) {
      at++;
    }
    fields.prove(at);
  }

  /** Reads {@code :LEVEL :logger:thread: }, which one web server joins to the timestamp. */
  private void takeJoined() {
    int level = Levels.end(line, at + 1);
    fields.level = line.substring(at + 1, level);
    at = level;
    skipSpaces();
    at += line.startsWith(":", at) ? 1 : 0;
    int message = line.indexOf(": ", at);
    int logger = line.indexOf(':', at);
    if (message > 0 && message < limit) {
      fields.logger = line.substring(at, logger).strip();
      fields.thread = logger < message ? line.substring(logger + 1, message) : null;
      at = message + 1;
      fields.closed = true;
    }
    fields.prove(at);
  }

  /** Takes one part of the header; returns false where the message begins. */
  private boolean takeItem() {
    int before = at;
    skipSpaces();
    if (at >= limit || fields.closed) {
      return false;
    }
    adjoining = at == before && at > 0;
    char c = line.charAt(at);
    return switch (c) {
      case '[' -> takeGroup(']');
      case '(' -> fields.level != null && takeGroup(')');
      case '-' -> takeDashes();
      case ':' -> fields.level != null && (line.startsWith(": ", at)) && close(at + 2);
      default -> Scanner.isDigit(c) ? takeNumber() : takeWord();
    };
  }

  private boolean close(int message) {
    at = Math.min(message, end);
    fields.prove(at);
    fields.closed = true;
    return false;
  }

  private boolean prove() {
    fields.prove(at);
    return true;
  }

  private boolean isStamped() {
    return fields.timestamp != null;
  }

  private boolean takeGroup(char close) {
    int groupEnd = groupEnd(close);
    if (groupEnd < 0) {
      return false;
    }
    int open = at;
    String content = line.substring(open + 1, groupEnd).strip();
    at = groupEnd + 1;
    if (!isStamped() && close == ']' && takeStampedGroup(open + 1, groupEnd)) {
      return true;
    }
    if (fields.level == null && takeLevelGroup(content)) {
      at += line.startsWith(": ", at) ? 1 : 0;
      return prove();
    }
    if (fields.level == null && !isStamped() && open > 0 && numbers == 0 && words == 0) {
      return false;
    }
    boolean touching = adjoining && line.charAt(open - 1) == ']';
    if (fields.level != null && takeNamedGroup(content, close)) {
      joined = touching;
      return prove();
    }
    if (joined) {
      // Groups that touch each other are followed by one more, the node's name.
      joined = false;
      return prove();
    }
    fields.group(content);
    return !(touching && fields.level != null) || prove();
  }

  /** Reads a group that begins with a timestamp; a level or thread may follow in it. */
  private boolean takeStampedGroup(int from, int groupEnd) {
    int start = from;
    while (start < groupEnd && line.charAt(start) == ' ') {
      start++;
    }
    int stamp = Timestamps.end(line, start);
    if (stamp == start || stamp > groupEnd) {
      stamp = uptimeEnd(start, groupEnd);
    }
    if (stamp <= start) {
      return false;
    }
    fields.timestamp = line.substring(start, stamp);
    for (String word : line.substring(stamp, groupEnd).strip().split("[ ,]+", MAX_ITEMS)) {
      LetterLevels.Tag tag = LetterLevels.tag(word);
      if (tag != null) {
        fields.level = tag.level();
        fields.logger = tag.name();
      } else if (fields.level == null && Levels.isName(word)) {
        fields.level = word;
      } else if (fields.thread == null && !word.isEmpty() && !Scanner.isDigit(word.charAt(0))) {
        fields.thread = word;
      }
    }
    at += line.startsWith(": ", at) ? 1 : 0;
    return prove();
  }

  /** Reads the seconds since the start that the JVM's own log prints: 0.123s. */
  private int uptimeEnd(int from, int groupEnd) {
    Scanner s = new Scanner(line, from, groupEnd);
    boolean uptime = s.digits(1, 9) && s.take(".") && s.digits(1, 9) && s.take("s");
    return uptime && s.at == groupEnd ? s.at : from;
  }

  private boolean takeLevelGroup(String content) {
    int divider = Math.max(content.lastIndexOf('/'), content.lastIndexOf(':'));
    String name = content.substring(divider + 1);
    boolean alone = divider < 0;
    if (!Levels.isName(name) || (!alone && content.length() > name.length() + 60)) {
      return false;
    }
    fields.level = name;
    if (!alone && content.charAt(divider) == '/') {
      fields.thread = content.substring(0, divider);
    }
    return true;
  }

  /** Takes a group that names the logger or the source, or the thread behind one that does. */
  private boolean takeNamedGroup(String content, char close) {
    if (close == ')' && !fields.hasLogger() && fields.hasWaitingGroup()) {
      fields.loggerInGroup();
    }
    if (close == ')') {
      boolean thread = fields.thread == null && fields.logger != null && at < end;
      fields.thread = thread ? content : fields.thread;
      return thread;
    }
    if (takeThreadAndPlace(content)) {
      return true;
    }
    Name name = Name.of(content);
    LogSource place = name == null ? null : name.source();
    boolean placed = place != null && place.line() > 0;
    if (name == null || !(placed || (fields.logger == null && name.isQualified()))) {
      return false;
    }
    if (fields.logger == null) {
      fields.logger(name);
    } else {
      fields.source = name.source();
    }
    return true;
  }

  /** Reads {@code thread:Class@line}. */
  private boolean takeThreadAndPlace(String content) {
    int sign = content.lastIndexOf('@');
    int colon = sign < 0 ? -1 : content.lastIndexOf(':', sign);
    Name name = sign < 0 ? null : Name.of(content.substring(colon + 1));
    LogSource place = name == null ? null : name.source();
    if (name == null || place == null || place.line() == 0) {
      return false;
    }
    fields.logger(name);
    fields.thread = colon > 0 ? content.substring(0, colon) : fields.thread;
    return true;
  }

  private int groupEnd(char close) {
    char open = line.charAt(at);
    int depth = 0;
    int last = Math.min(end, at + MAX_GROUP);
    for (int i = at; i < last; i++) {
      char c = line.charAt(i);
      if (c == open) {
        depth++;
      } else if (c == close && --depth == 0) {
        return i;
      }
    }
    return -1;
  }

  /** Dashes before the level are part of the layout; behind it they end it, unless there are 3. */
  private boolean takeDashes() {
    int run = at;
    while (run < end && line.charAt(run) == '-') {
      run++;
    }
    if (run < end && line.charAt(run) != ' ') {
      return false;
    }
    if (run - at == 3 && (isStamped() || fields.level != null)) {
      at = run;
      fields.threadLast = true;
      return prove();
    }
    if (run - at > 2 || !(isStamped() || fields.level != null)) {
      return false;
    }
    if (fields.level == null) {
      Name name = Name.at(line, Math.min(end, run + 1));
      boolean ends = fields.hasLogger() && (name == null || !levelFollows(name.end()));
      at = run;
      return !(ends && Levels.end(line, run + 1) == run + 1) || close(run);
    }
    if (!fields.hasLogger() && continuesBehindDash(run)) {
      at = run;
      return true;
    }
    return close(run);
  }

  private boolean continuesBehindDash(int dash) {
    if (line.startsWith(" [", dash)) {
      return true;
    }
    Name name = Name.at(line, Math.min(end, dash + 1));
    return name != null && name.isCode() && separatorEnd(name.end()) > 0;
  }

  private boolean levelFollows(int from) {
    int next = from;
    while (next < limit && (line.charAt(next) == ' ' || line.charAt(next) == '-')) {
      next++;
    }
    return next > from && Levels.end(line, next) > next;
  }

  private boolean takeNumber() {
    if (!isStamped() && fields.level != null) {
      takeTimestamp();
      if (isStamped()) {
        return true;
      }
    }
    Scanner s = new Scanner(line, at, limit);
    if (!s.digits(1, 19) || s.peek(0) != ' ' || numbers > 2) {
      return false;
    }
    boolean secondStamp = numbers == 0 && words == 0 && fields.level == null && isStamped();
    int stamp = secondStamp ? Timestamps.end(line, at) : at;
    if (stamp > at) {
      at = stamp;
      return prove();
    }
    numbers++;
    at = s.at;
    return true;
  }

  private boolean takeWord() {
    if (fields.level == null && takeLevel()) {
      return afterLevel();
    }
    if (!isStamped() && fields.level == null) {
      return false;
    }
    if (fields.level == null && (numbers > 0 || line.startsWith("/", at + 1))) {
      LetterLevels.Tag tag = LetterLevels.after(line, at);
      if (tag != null) {
        fields.level = tag.level();
        fields.logger = tag.name();
        return close(tag.end());
      }
    }
    // Loggers that are cut to a width from the left may begin with a dot.
    Name name = Name.at(line, line.startsWith(".", at) ? at + 1 : at);
    if (name == null) {
      return false;
    }
    return fields.level == null ? takeNameBeforeLevel(name) : takeNameBehindLevel(name);
  }

  private boolean takeLevel() {
    int levelEnd = Levels.end(line, at);
    if (levelEnd == at && isStamped() && words == 0) {
      levelEnd = Levels.paddedEnd(line, at);
    }
    if (levelEnd == at) {
      return false;
    }
    fields.level = line.substring(at, levelEnd);
    at = levelEnd;
    return prove();
  }

  private boolean afterLevel() {
    if (!line.startsWith(":", at)) {
      return true;
    }
    if (at + 1 == end || line.charAt(at + 1) == ' ') {
      return close(at + 1);
    }
    int next = line.indexOf(':', at + 1);
    Name name = Name.at(line, at + 1);
    if (name != null && name.end() == next && next + 1 < end && line.charAt(next + 1) != '/') {
      fields.logger(name);
      return close(next + 1);
    }
    return close(at + 1);
  }

  private boolean takeNameBeforeLevel(Name name) {
    int separator = separatorEnd(name.end());
    if (name.isQualified() && !fields.hasLogger()) {
      fields.waitingLogger(name);
      at = name.end();
      boolean dash = separator > 0 && line.charAt(separator - 1) == '-';
      return separator == 0 || levelFollows(name.end()) || dash || close(separator);
    }
    boolean allowed = words++ < 1 && (name.end() >= limit || line.charAt(name.end()) == ' ');
    if (!allowed || !reachesLevel(name.end())) {
      return false;
    }
    fields.waitingThread(name.logger());
    at = name.end();
    return true;
  }

  /** Returns whether the level comes next, or behind one more name or group. */
  private boolean reachesLevel(int from) {
    if (levelFollows(from)) {
      return true;
    }
    int next = from;
    while (next < limit && (line.charAt(next) == ' ' || line.charAt(next) == '-')) {
      next++;
    }
    Name name = Name.at(line, next);
    return name != null && name.isQualified() && levelFollows(name.end());
  }

  private boolean takeNameBehindLevel(Name name) {
    if (fields.hasLogger()) {
      return false;
    }
    int after = name.end();
    boolean attached = line.startsWith(":", after);
    int separator = separatorEnd(after);
    boolean known = shape.named() || name.isCode() || fields.hasWaitingGroup();
    if (attached && separator > 0 && !known) {
      return false;
    }
    if (separator > 0) {
      fields.logger(name);
      return close(separator);
    }
    if (after < end && " \t".indexOf(line.charAt(after)) < 0) {
      return false;
    }
    return takeUnseparated(name);
  }

  /** Takes a logger that a group or the message follows directly. */
  private boolean takeUnseparated(Name name) {
    int next = name.end();
    while (next < limit && line.charAt(next) == ' ') {
      next++;
    }
    boolean group = next < limit && (line.charAt(next) == '[' || line.charAt(next) == '(');
    if (!group && !name.isQualified()) {
      return false;
    }
    at = name.end();
    fields.waitingLogger(name);
    return name.isQualified() ? prove() : group;
  }

  /** Returns where a separator behind a name ends; 0 where there is none. */
  private int separatorEnd(int from) {
    int next = from;
    while (next < limit && line.charAt(next) == ' ') {
      next++;
    }
    boolean spaced = next > from;
    boolean last = next + 1 >= end || line.charAt(next + 1) == ' ';
    if (line.startsWith(":", next) && last) {
      return next + 1;
    }
    boolean dashes = line.startsWith("-- ", next);
    return spaced && line.startsWith("-", next) && (last || dashes) ? next + (dashes ? 2 : 1) : 0;
  }

  private void skipSpaces() {
    while (at < limit && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
      at++;
    }
  }

  private static boolean isThread(String text) {
    if (text.isEmpty() || text.indexOf('=') >= 0 || text.indexOf('.') >= 0) {
      return false;
    }
    String last = text.substring(text.lastIndexOf('-') + 1);
    boolean numbered = text.indexOf('-') > 0 && last.chars().allMatch(Character::isDigit);
    return numbered || text.equals("main") || text.toLowerCase(Locale.ROOT).contains("thread");
  }
}
