package dev.mendgate.gateway.source.statement;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Compares levels as statements name them and as layouts write them. */
final class LevelName {
  private LevelName() {}

  /** Returns whether both are the same level; an unknown one is the same as any other. */
  static boolean fits(@Nullable String written, @Nullable String level) {
    return written == null || level == null || rank(written) == rank(level);
  }

  /** Frameworks name the same levels differently, and bridges turn one into another. */
  private static int rank(String level) {
    return switch (level.toUpperCase(Locale.ROOT)) {
      case "FINEST", "FINER", "TRACE", "T" -> 0;
      case "FINE", "DEBUG", "D" -> 1;
      case "CONFIG", "INFO", "I", "INFORMATION" -> 2;
      case "WARNING", "WARN", "W" -> 3;
      case "SEVERE", "ERROR", "FATAL", "E", "F" -> 4;
      default -> -1;
    };
  }
}
