package dev.mendgate.gateway.pattern;

import dev.mendgate.gateway.pattern.layout.Header;
import dev.mendgate.gateway.pattern.layout.LogSource;
import org.jspecify.annotations.Nullable;

/**
 * Reads the first line of the layouts of java.util.logging and tinylog, which names the statement,
 * and leaves level and message to the next line.
 */
final class TwoLines {
  private static final int LONGEST = 400;

  private TwoLines() {}

  /**
   * Reads what follows the timestamp: {@code a.b.Type method}, {@code a.b.Type.method()} or the
   * name of a logger; null for anything else.
   */
  static @Nullable LogSource source(String text) {
    if (text.length() > LONGEST) {
      return null;
    }
    String name = text.startsWith("[") ? text.substring(threadEnd(text)).strip() : text;
    int space = name.indexOf(' ');
    if (space > 0) {
      String method = name.substring(space + 1);
      return isName(name.substring(0, space)) && isName(method)
          ? new LogSource(name.substring(0, space), method, null, 0)
          : null;
    }
    if (!name.endsWith("()")) {
      return isName(name) ? new LogSource(name, null, null, 0) : null;
    }
    String member = name.substring(0, name.length() - 2);
    int dot = member.lastIndexOf('.');
    return dot > 0 && isName(member)
        ? new LogSource(member.substring(0, dot), member.substring(dot + 1), null, 0)
        : null;
  }

  /** Adds the thread that stands in brackets before the source. */
  static Header withThread(Header header, String text) {
    int end = threadEnd(text);
    String thread = end > 1 ? text.substring(1, end - 1) : header.thread();
    return new Header(
        header.timestamp(), null, thread, null, null, header.start(), header.end(), true);
  }

  private static int threadEnd(String text) {
    return text.startsWith("[") ? text.indexOf(']') + 1 : 0;
  }

  private static boolean isName(String text) {
    return !text.isEmpty()
        && text.chars().allMatch(c -> Character.isJavaIdentifierPart(c) || ".<>-".indexOf(c) >= 0);
  }
}
