package dev.mendgate.gateway.pattern.layout;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Recognises the names of severity levels. */
public final class Levels {
  private static final int LONGEST = 9;
  private static final Set<String> NAMES =
      Set.of(
          "TRACE",
          "DEBUG",
          "INFO",
          "WARN",
          "WARNING",
          "ERROR",
          "FATAL",
          "SEVERE",
          "CONFIG",
          "FINE",
          "FINER",
          "FINEST",
          "CRITICAL",
          "NOTICE",
          "ALERT",
          "EMERGENCY",
          "AUDIT");
  private static final Set<String> SHORT =
      Set.of("TRC", "DBG", "INF", "WRN", "ERR", "CRIT", "EMERG", "INFORMATION", "FTL", "VERBOSE");

  private Levels() {}

  /**
   * Returns where the upper-case level that starts at {@code from} ends; {@code from} without one.
   */
  public static int end(String text, int from) {
    int end = from;
    int limit = Math.min(text.length(), from + LONGEST + 1);
    while (end < limit && text.charAt(end) >= 'A' && text.charAt(end) <= 'Z') {
      end++;
    }
    if (end - from < 4 || (end < text.length() && " :]|\t,[)".indexOf(text.charAt(end)) < 0)) {
      return from;
    }
    return NAMES.contains(text.substring(from, end)) ? end : from;
  }

  /** As {@link #end}, in any case, for a word that padding or a colon sets apart. */
  static int paddedEnd(String text, int from) {
    int end = from;
    int limit = Math.min(text.length(), from + LONGEST + 1);
    while (end < limit && Scanner.isLetter(text.charAt(end))) {
      end++;
    }
    boolean apart =
        text.startsWith("  ", end) || text.startsWith("\t", end) || text.startsWith(" |", end);
    return apart && end - from > 3 && isName(text.substring(from, end)) ? end : from;
  }

  /** Returns whether a text that stands for itself is a level, in any case or cut to letters. */
  static boolean isName(String text) {
    if (text.length() < 3 || text.length() > 11) {
      return false;
    }
    String name = text.toUpperCase(Locale.ROOT);
    return NAMES.contains(name) || SHORT.contains(name);
  }

  /** Returns the level behind a letter of Android's and glog's layouts; null for another. */
  static @Nullable String ofLetter(char letter) {
    return switch (letter) {
      case 'V' -> "VERBOSE";
      case 'D' -> "DEBUG";
      case 'I' -> "INFO";
      case 'W' -> "WARN";
      case 'E' -> "ERROR";
      case 'F' -> "FATAL";
      default -> null;
    };
  }
}
