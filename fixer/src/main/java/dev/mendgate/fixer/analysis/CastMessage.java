package dev.mendgate.fixer.analysis;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The two classes of a ClassCastException message.
 *
 * @param actual binary name of the object's class, array classes as the JVM prints them
 * @param wanted binary name of the class it was cast to
 */
public record CastMessage(String actual, String wanted) {
  private static final List<Pattern> FORMS =
      List.of(
          Pattern.compile("(?:class )?(\\S+) cannot be cast to (?:class )?(\\S+)(?: \\(.*)?"),
          Pattern.compile("Cannot cast (\\S+) to (\\S+)"));

  /** Reads a message; empty where it has none of the JDK's forms. */
  public static Optional<CastMessage> parse(@Nullable String message) {
    if (message == null) {
      return Optional.empty();
    }
    return FORMS.stream()
        .map(form -> form.matcher(message.strip()))
        .filter(Matcher::matches)
        .findFirst()
        .map(found -> new CastMessage(found.group(1), found.group(2)));
  }

  /** Returns the wanted class's simple name. */
  public String wantedSimpleName() {
    return wanted.substring(1 + Math.max(wanted.lastIndexOf('.'), wanted.lastIndexOf('$')));
  }
}
