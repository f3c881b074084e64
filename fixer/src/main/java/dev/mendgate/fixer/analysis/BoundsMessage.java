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
 * @param part which of several numbers was at fault
 */
public record BoundsMessage(long index, OptionalLong length, Part part) {
  private static final String N = "(?<index>-?\\d+)";
  private static final String L = "(?<length>-?\\d+)";
  private static final String BEGIN = "(?<begin>-?\\d+)";
  private static final String COUNT = "(?<count>-?\\d+)";
  private static final String OUT = " out of bounds for ";
  private static final List<Pattern> FORMS =
      List.of(
          Pattern.compile(
              "(?i)(?:index|offset):? " + N + ",? ?(?:out of bounds for )?(?:length|size):? " + L),
          Pattern.compile("(?i)(?:string |array )?index out of range: " + N),
          Pattern.compile("(?:begin|start) " + BEGIN + ", end " + N + ", length " + L),
          Pattern.compile("offset " + BEGIN + ", count " + COUNT + ", length " + L),
          Pattern.compile(
              "arraycopy: (?:last )?(?<source>source) (?:index|element) "
                  + N
                  + OUT
                  + ".*?\\["
                  + L
                  + "\\]"),
          Pattern.compile(
              "arraycopy: (?:last )?(?<target>destination) (?:index|element) "
                  + N
                  + OUT
                  + ".*?\\["
                  + L
                  + "\\]"),
          Pattern.compile("arraycopy: length " + COUNT + " is negative"),
          Pattern.compile("Range \\[" + BEGIN + ", " + N + "\\)" + OUT + "length " + L),
          Pattern.compile(
              "Range \\[" + BEGIN + ", -?\\d+ \\+ " + COUNT + "\\)" + OUT + "length " + L),
          Pattern.compile("length=" + L + "; index=" + N),
          Pattern.compile(N + " >=? " + L),
          Pattern.compile("(?:fromIndex|toIndex) = " + N),
          Pattern.compile(N));

  /** Which number of an access is at fault. */
  public enum Part {
    /** The only one, or it cannot be told which. */
    ANY,
    /** A number of elements that is negative. */
    COUNT,
    /** A begin that lies behind its end. */
    ORDER,
    /** The place that is read when elements are copied. */
    SOURCE,
    /** The place that is written when elements are copied. */
    TARGET
  }

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
    OptionalLong length = number(found, "length");
    long begin = number(found, "begin").orElse(0);
    OptionalLong count = number(found, "count");
    if (count.isPresent()) {
      return count.getAsLong() < 0
          ? new BoundsMessage(count.getAsLong(), length, Part.COUNT)
          : new BoundsMessage(begin < 0 ? begin : begin + count.getAsLong(), length, Part.ANY);
    }
    long last = number(found, "index").orElse(0);
    String form = found.pattern().pattern();
    if (form.contains("<begin>") && begin > last && last >= 0) {
      return new BoundsMessage(begin, length, Part.ORDER);
    }
    Part part =
        form.contains("<source>")
            ? Part.SOURCE
            : form.contains("<target>") ? Part.TARGET : Part.ANY;
    return new BoundsMessage(begin < 0 && last >= 0 ? begin : last, length, part);
  }

  private static OptionalLong number(Matcher found, String group) {
    if (!found.pattern().pattern().contains("<" + group + ">")) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(Long.parseLong(found.group(group)));
    } catch (NumberFormatException tooLarge) {
      return OptionalLong.of(Long.MAX_VALUE);
    }
  }
}
