package dev.mendgate.gateway.source.ownership;

import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what an owners file says of a team: {@code NAME [responds 4h] [contact WORDS]}. */
final class TeamLine {
  private static final Pattern TIME = Pattern.compile("([1-9]\\d{0,5})([mhd])");
  private static final String FORM = "write: team NAME [responds 4h] [contact WORDS]";

  private TeamLine() {}

  /**
   * Reads the words behind {@code team}.
   *
   * @throws IllegalArgumentException where they are not understood, with what to write
   */
  static Team read(List<String> words) {
    if (words.isEmpty()) {
      throw new IllegalArgumentException(FORM);
    }
    Duration responds = null;
    int next = 1;
    if (next < words.size() && words.get(next).equals("responds")) {
      responds = time(next + 1 < words.size() ? words.get(next + 1) : "");
      next += 2;
    }
    return new Team(words.get(0), responds, contact(words.subList(next, words.size())));
  }

  private static @Nullable String contact(List<String> words) {
    if (words.isEmpty()) {
      return null;
    }
    if (!words.get(0).equals("contact") || words.size() == 1) {
      throw new IllegalArgumentException(FORM + ", not " + String.join(" ", words));
    }
    return String.join(" ", words.subList(1, words.size()));
  }

  private static Duration time(String text) {
    Matcher matcher = TIME.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("'" + text + "' is no time; write 30m, 4h or 2d");
    }
    long amount = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "m" -> Duration.ofMinutes(amount);
      case "h" -> Duration.ofHours(amount);
      default -> Duration.ofDays(amount);
    };
  }
}
