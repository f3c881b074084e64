package dev.mendgate.gateway.pattern.layout;

import org.jspecify.annotations.Nullable;

/** Reads the layouts whose level is a letter: Android's and glog's. */
final class LetterLevels {
  private static final int LONGEST_TAG = 80;

  private LetterLevels() {}

  /**
   * A level and the tag that follows it.
   *
   * @param end index behind the separator
   */
  record Tag(String level, String name, int end) {}

  /** Reads {@code D Tag: } and {@code D/Tag( 123): } at {@code from}; null for anything else. */
  static @Nullable Tag after(String line, int from) {
    String level = from + 2 < line.length() ? Levels.ofLetter(line.charAt(from)) : null;
    if (level == null || " /".indexOf(line.charAt(from + 1)) < 0) {
      return null;
    }
    int colon = line.indexOf(": ", from);
    colon = colon < 0 && line.endsWith(":") ? line.length() - 1 : colon;
    if (colon < from + 3 || colon > from + LONGEST_TAG) {
      return null;
    }
    return new Tag(level, withoutProcess(line.substring(from + 2, colon)), colon + 1);
  }

  private static String withoutProcess(String tag) {
    int open = tag.lastIndexOf('(');
    boolean process =
        open > 0
            && tag.endsWith(")")
            && tag.substring(open + 1, tag.length() - 1)
                .strip()
                .chars()
                .allMatch(Character::isDigit);
    return (process ? tag.substring(0, open) : tag).strip();
  }

  /** Reads {@code D/Tag}; null for anything else. */
  static @Nullable Tag tag(String word) {
    String level =
        word.length() > 2 && word.charAt(1) == '/' ? Levels.ofLetter(word.charAt(0)) : null;
    return level == null ? null : new Tag(level, word.substring(2), word.length());
  }

  /** Reads a line that begins with such a level; null for any other. */
  static @Nullable Header unstamped(String line, int from) {
    if (from + 4 >= line.length() || Levels.ofLetter(line.charAt(from)) == null) {
      return null;
    }
    if (line.charAt(from + 1) == '/') {
      Tag tag = after(line, from);
      boolean named = tag != null && tag.name().length() > 1 && tag.name().indexOf(' ') < 0;
      return tag == null || !named
          ? null
          : header(null, tag.level(), tag.name(), null, tag.end(), line);
    }
    return glog(line, from);
  }

  /** Reads {@code I1120 12:00:01.123456 123 file.go:33] }. */
  private static @Nullable Header glog(String line, int from) {
    Scanner s = new Scanner(line, from + 1, from + 200);
    if (!s.digits(4, 4) || !s.take(" ")) {
      return null;
    }
    int time = Timestamps.end(line, s.at);
    int close = line.indexOf("] ", time);
    String level = Levels.ofLetter(line.charAt(from));
    if (time == s.at || close < 0 || close > s.limit || level == null) {
      return null;
    }
    String[] parts = line.substring(time, close).strip().split(" +", 3);
    String place = parts[parts.length - 1];
    int colon = place.lastIndexOf(':');
    boolean numbered = colon > 0 && place.substring(colon + 1).matches("\\d{1,7}");
    LogSource source =
        numbered
            ? new LogSource(
                null, null, place.substring(0, colon), Integer.parseInt(place.substring(colon + 1)))
            : null;
    return header(line.substring(from + 1, time), level, null, source, close + 2, line);
  }

  private static Header header(
      @Nullable String stamp,
      String level,
      @Nullable String logger,
      @Nullable LogSource source,
      int start,
      String line) {
    int message = start;
    while (message < line.length() && line.charAt(message) == ' ') {
      message++;
    }
    return new Header(stamp, level, null, logger, source, message, line.length(), true);
  }
}
