package dev.mendgate.gateway.pattern.layout;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads layouts that put bars between their parts; the message may come before the logger. */
final class BarLayout {
  private static final int MAX_FIELDS = 12;
  private static final int LONGEST_FIELD = 120;

  private final String line;
  private final List<Integer> starts = new ArrayList<>();
  private final List<String> parts = new ArrayList<>();

  private BarLayout(String line, int from) {
    this.line = line;
    int start = from;
    for (int i = from; i < line.length() && parts.size() < MAX_FIELDS - 1; i++) {
      if (line.charAt(i) == '|') {
        add(start, i);
        start = i + 1;
      }
    }
    add(start, line.length());
  }

  private void add(int start, int end) {
    starts.add(start);
    parts.add(line.substring(start, end).strip());
  }

  /** Returns how many bars stand before {@code end}. */
  static int count(String line, int end) {
    int bars = 0;
    for (int i = line.indexOf('|'); i >= 0 && i < end; i = line.indexOf('|', i + 1)) {
      bars++;
    }
    return bars;
  }

  /**
   * Reads a line that has a bar behind its timestamp or level; null for any other.
   *
   * @param from where the part behind the timestamp begins
   * @param most bars that may stand before the message
   */
  static @Nullable Header read(String line, int from, @Nullable String timestamp, int most) {
    int bar = from;
    while (bar < line.length() && line.charAt(bar) == ' ') {
      bar++;
    }
    if (timestamp != null) {
      return line.startsWith("|", bar)
          ? new BarLayout(line, bar + 1).read(timestamp, most - 1)
          : null;
    }
    int level = Levels.end(line, bar);
    int behind = level;
    while (behind < line.length() && line.charAt(behind) == ' ') {
      behind++;
    }
    boolean levelFirst = level > bar && line.startsWith("| ", behind);
    return levelFirst ? new BarLayout(line, bar).read(null, most) : null;
  }

  private @Nullable Header read(@Nullable String timestamp, int most) {
    int level = 0;
    while (level < Math.min(4, parts.size() - 1) && !Levels.isName(parts.get(level))) {
      level++;
    }
    boolean levelled = level < parts.size() - 1 && Levels.isName(parts.get(level));
    int fields = levelled ? parts.size() - level - 1 : 0;
    if (fields > 2 && isTrailing(level + 1)) {
      return withTrailer(timestamp, parts.get(level));
    }
    int message = levelled ? level + 1 : 0;
    String thread = null;
    String logger = null;
    int last = Math.min(parts.size() - 1, Math.max(most, message));
    while (message < last && isField(parts.get(message), levelled)) {
      String part = parts.get(message++);
      Name name = Name.of(part);
      boolean names = name != null && logger == null && (name.isCode() || thread != null);
      logger = names && name != null ? name.logger() : logger;
      thread = !names && thread == null ? part : thread;
    }
    if (!levelled && thread != null && logger == null) {
      logger = thread;
      thread = null;
    }
    return header(timestamp, levelled ? parts.get(level) : null, thread, logger, message);
  }

  /** The message comes first where the last part but one is a logger and the first is no name. */
  private boolean isTrailing(int first) {
    Name logger = Name.of(parts.get(parts.size() - 2));
    boolean spaced = parts.get(first).indexOf(' ') >= 0;
    return logger != null && logger.isQualified() && (spaced || !isThread(parts.get(first)));
  }

  private static boolean isThread(String part) {
    return part.equals("main") || (part.indexOf('-') > 0 && part.indexOf(' ') < 0);
  }

  private Header withTrailer(@Nullable String timestamp, String level) {
    int first = parts.indexOf(level) + 1;
    String logger = parts.get(parts.size() - 2);
    String thread = parts.get(parts.size() - 1);
    int start = skipSpaces(starts.get(first));
    int end = starts.get(parts.size() - 2) - 1;
    while (end > start && line.charAt(end - 1) == ' ') {
      end--;
    }
    return new Header(timestamp, level, thread, logger, null, start, end, true);
  }

  private static boolean isField(String part, boolean levelled) {
    return part.length() <= LONGEST_FIELD
        && (part.indexOf(' ') < 0 || (levelled && part.indexOf('-') > 0 && !part.endsWith(".")));
  }

  private Header header(
      @Nullable String timestamp,
      @Nullable String level,
      @Nullable String thread,
      @Nullable String logger,
      int message) {
    int start = skipSpaces(starts.get(message));
    return new Header(timestamp, level, thread, logger, null, start, line.length(), true);
  }

  private int skipSpaces(int from) {
    int at = from;
    while (at < line.length() && line.charAt(at) == ' ') {
      at++;
    }
    return at;
  }
}
