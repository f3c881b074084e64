package dev.mendgate.gateway.source.statement.scan;

import java.util.function.Consumer;
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

  private final Pattern placeholder;

  Dialect(String placeholder) {
    this.placeholder = Pattern.compile(placeholder);
  }

  /** Hands over the literal text and, in between, each place of an argument. */
  public void split(String text, Consumer<String> literal, Runnable argument) {
    Matcher matcher = placeholder.matcher(text);
    int from = 0;
    while (matcher.find()) {
      literal.accept(text.substring(from, matcher.start()));
      from = matcher.end();
      String escape = escape(matcher.group());
      if (escape != null) {
        literal.accept(escape);
      } else {
        argument.run();
      }
    }
    literal.accept(text.substring(from));
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
