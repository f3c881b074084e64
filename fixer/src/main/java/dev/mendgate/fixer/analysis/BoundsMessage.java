package dev.mendgate.fixer.analysis;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of an index-out-of-bounds message, in the forms of JDK 6 to 25.
 *
 * @param index index that was asked for: of a range its end, or its begin where that is at fault
 * @param length length it had to stay within; empty where the message does not tell
 */
public record BoundsMessage(long index, OptionalLong length) {
  private static final String N = "(?<index>-?\\d+)";
  private static final String L = "(?<length>-?\\d+)";
  private static final List<Pattern> FORMS =
      List.of(
          Pattern.compile("(?i)index:? " + N + ",? (?:out of bounds for )?(?:length|size):? " + L),
          Pattern.compile("(?i)(?:string |array )?index out of range: " + N),
          Pattern.compile("begin (?<begin>-?\\d+), end " + N + ", length " + L),
          Pattern.compile("offset (?<begin>-?\\d+), count (?<count>-?\\d+), length " + L),
          Pattern.compile(
              "arraycopy: last .*? (?:index|element) "
                  + N
                  + " out of bounds for .*?\\["
                  + L
                  + "\\]"),
          Pattern.compile("arraycopy: length (?<index>-\\d+) is negative"),
          Pattern.compile("Range \\[(?<begin>-?\\d+), " + N + "\\) out of bounds for length " + L),
          Pattern.compile(N));

  /** Reads a message; empty where it has none of the JDK's forms. */
  public static Optional<BoundsMessage> parse(@Nullable String message) {
    if (message == null) {
      return Optional.empty();
    }
    return FORMS.stream()
        .map(form -> form.matcher(message.strip()))
        .filter(Matcher::matches)
        .findFirst()
        .map(BoundsMessage::read);
  }

  /** Whether an index below zero, not one too large, was asked for. */
  public boolean isNegative() {
    return index < 0;
  }

  private static BoundsMessage read(Matcher found) {
    String form = found.pattern().pattern();
    long begin = form.contains("<begin>") ? number(found, "begin") : 0;
    long last = form.contains("<count>") ? begin + number(found, "count") : number(found, "index");
    boolean beginAtFault = begin < 0 || (form.contains("<begin>") && begin > last);
    OptionalLong length =
        form.contains("<length>") ? OptionalLong.of(number(found, "length")) : OptionalLong.empty();
    return new BoundsMessage(beginAtFault && last >= 0 ? begin : last, length);
  }

  private static long number(Matcher found, String group) {
    try {
      return Long.parseLong(found.group(group));
    } catch (NumberFormatException tooLarge) {
      return Long.MAX_VALUE;
    }
  }
}
