package dev.mendgate.gateway.failure;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Recognises the traces of languages that Mendgate does not repair. */
final class ForeignTrace {
  /** A line that only this language's runtime prints. */
  private record Sign(String language, Pattern pattern) {}

  private static final int MAX_LENGTH = 1_024;
  private static final List<Sign> SIGNS =
      List.of(
          sign("Python", "Traceback \\(most recent call last\\):"),
          sign("Go", "^(?:.{0,80})?goroutine \\d{1,9} \\[[^\\]]{1,60}\\]:"),
          sign("Rust", "thread '[^']{0,80}' (?:\\(\\d{1,9}\\) )?panicked at"),
          sign("Node.js", "^\\s*at .{0,300}\\.[cm]?[jt]sx?:\\d{1,9}:\\d{1,9}\\)?\\s*$"),
          sign("Node.js", "^\\s*at .{0,300}\\(node:[^)]{1,200}\\)"),
          sign(".NET", "^\\s*at .{1,400}\\) in .{1,300}:line \\d{1,9}\\s*$"),
          sign(".NET", "^\\s*at [\\w.`<>+]{1,300}\\([A-Z\\w.`&\\[\\] ,]{0,200}\\)\\s*$"),
          sign("Ruby", "\\.rb:\\d{1,9}:in [`'].{1,200}'"),
          sign("PHP", "^\\s*#\\d{1,4} .{1,300}\\.php\\(\\d{1,9}\\):"));

  private ForeignTrace() {}

  /** Returns the language of the line, or null where it gives no sign of one. */
  static @Nullable String languageOf(String line) {
    String head = line.length() > MAX_LENGTH ? line.substring(0, MAX_LENGTH) : line;
    for (Sign sign : SIGNS) {
      if (sign.pattern().matcher(head).find()) {
        return sign.language();
      }
    }
    return null;
  }

  private static Sign sign(String language, String pattern) {
    return new Sign(language, Pattern.compile(pattern));
  }
}
