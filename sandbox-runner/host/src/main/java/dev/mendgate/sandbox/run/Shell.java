package dev.mendgate.sandbox.run;

import java.util.Collection;
import java.util.stream.Collectors;

/** Writes words that a POSIX shell reads back unchanged. */
final class Shell {
  private Shell() {}

  static String quote(Object word) {
    return "'" + word.toString().replace("'", "'\\''") + "'";
  }

  static String quoteAll(Collection<?> words) {
    return words.stream().map(Shell::quote).collect(Collectors.joining(" "));
  }
}
