package dev.mendgate.gateway.pattern.layout;

import org.jspecify.annotations.Nullable;

/**
 * What a layout puts before a message.
 *
 * @param timestamp as written; null where the layout has none
 * @param level as written, letters spelled out; null where the layout has none
 * @param thread null where the layout has none
 * @param logger null where the layout has none
 * @param source null where the layout has none
 * @param start index at which the message begins
 * @param end index at which it ends
 * @param closed a separator stands before the message, so that nothing of the layout follows
 */
public record Header(
    @Nullable String timestamp,
    @Nullable String level,
    @Nullable String thread,
    @Nullable String logger,
    @Nullable LogSource source,
    int start,
    int end,
    boolean closed) {
  /** Reads a line by what is generally known of layouts. */
  public static Header of(String line) {
    return HeaderParser.parse(line, 0, LineShape.UNKNOWN);
  }

  /** Takes a line from {@code from} on for a message without header. */
  public static Header none(String line, int from) {
    return new Header(null, null, null, null, null, from, line.length(), false);
  }

  /** Reads a line from {@code from} on, of a log whose lines have a shape. */
  public static Header of(String line, int from, LineShape shape) {
    return HeaderParser.parse(line, from, shape);
  }

  /**
   * Returns where {@code (a.b.Logger)} at the end of a message begins, as one layout prints it; -1
   * without it.
   */
  public static int trailingLogger(String message) {
    return HeaderParser.trailingLogger(message);
  }

  /** Returns whether there is a header at all. */
  public boolean isPresent() {
    return timestamp != null || level != null;
  }

  /** Returns whether there is more than a word that looks like one. */
  public boolean isSolid() {
    int parts = (timestamp == null ? 0 : 1) + (level == null ? 0 : 1) + (logger == null ? 0 : 1);
    return parts > 1 || (parts == 1 && closed);
  }

  /** Returns the message of the line that was read. */
  public String message(String line) {
    return line.substring(start, Math.max(start, end));
  }
}
