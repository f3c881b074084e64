package dev.mendgate.gateway.source.statement.scan;

import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How a piece of text marks the places of its arguments. */
public enum Dialect {
  /** Not at all. */
  PLAIN("(?!)"),
  /** {@code {}}, as SLF4J and Log4j 2 do. */
  BRACES("\\\\?\\{\\}"),
  /** {@code {0}}, as MessageFormat and java.util.logging do. */
  MESSAGE_FORMAT("''|\\{\\d{1,3}(?:,[^{}]{0,64})?\\}"),
  /** {@code %s}, as String.format does. */
  PRINTF(
      "%(?:\\d{1,3}\\$)?[-#+ 0,(<]{0,7}\\d{0,4}(?:\\.\\d{1,4})?"
          + "(?:[tT][a-zA-Z]|[bBhHsScCdoxXeEfgGaAn%])"),
  /** Any of them: the callee is not known. */
  ANY(
      "\\{\\w{0,64}(?:[,:][^{}]{0,64})?\\}|%(?:\\d{1,3}\\$)?[-#+0,(<]{0,7}\\d{0,4}(?:\\.\\d{1,4})?"
          + "(?:[tT][a-zA-Z]|[bBhHsScCdoxXeEfgGaA])");

  private static final Pattern NUMBER = Pattern.compile("\\{(\\d{1,3})[,}]|%(\\d{1,3})\\$");

  private final Pattern placeholder;

  Dialect(String placeholder) {
    this.placeholder = Pattern.compile(placeholder);
  }

  /** Hands over the literal text and, in between, the number of each argument from 0. */
  public void split(String text, Consumer<String> literal, IntConsumer argument) {
    Matcher matcher = placeholder.matcher(text);
    int from = 0;
    int next = 0;
    while (matcher.find()) {
      literal.accept(text.substring(from, matcher.start()));
      from = matcher.end();
      String escape = escape(matcher.group());
      if (escape != null) {
        literal.accept(escape);
      } else {
        int named = number(matcher.group());
        argument.accept(named < 0 ? next++ : named);
      }
    }
    literal.accept(text.substring(from));
  }

  /** Returns whether the text has a place for an argument. */
  public boolean marksArguments(String text) {
    return placeholder.matcher(text).results().anyMatch(found -> escape(found.group()) == null);
  }

  /** Reads the number in {@code {1}} and {@code %2$s}; -1 for the next argument. */
  private static int number(String found) {
    Matcher named = NUMBER.matcher(found);
    if (!named.lookingAt()) {
      return -1;
    }
    return named.group(1) == null
        ? Integer.parseInt(named.group(2)) - 1
        : Integer.parseInt(named.group(1));
  }

  private @Nullable String escape(String found) {
    return switch (found) {
      case "%%" -> "%";
      case "%n" -> "\n";
      case "''" -> "'";
      case "\\{}" -> "{}";
      default -> null;
    };
  }
}
