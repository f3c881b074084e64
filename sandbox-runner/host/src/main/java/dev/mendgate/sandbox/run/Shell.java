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

  /**
   * Returns a command that runs the inmate as its only child: a first process that reaps orphans
   * and whose end is the end of the process namespace. Within a user namespace the limit on
   * processes counts those of that namespace alone; shells do not agree on its letter. It is wider
   * than the limit asked for, so that the host sees that one exceeded and can say so.
   */
  static String supervise(Inmate inmate) {
    int processes = 2 * inmate.limits().processes();
    String limit =
        "{ ulimit -p %d || ulimit -u %d || :; } 2>/dev/null".formatted(processes, processes);
    return "sh -c "
        + quote(limit + "; \"$@\" 3>&1 1>&2; exit $?")
        + " sh "
        + quoteAll(inmate.command());
  }
}
