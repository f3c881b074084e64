package dev.mendgate.gateway.pattern;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the placeholders of SLF4J, MessageFormat, printf and message-template syntax. */
public final class Placeholders {
  private static final Pattern ANY =
      Pattern.compile(
          "\\{\\w{0,64}(?:[,:][^{}]{0,64})?\\}"
              + "|%(?:\\d{1,3}\\$)?[-#+0,(<]{0,7}\\d{0,4}(?:\\.\\d{1,4})?"
              + "(?:[tT][a-zA-Z]|[bBhHsScCdoxXeEfgGaAn%])");

  private Placeholders() {}

  /** Returns the template with a wildcard for each placeholder. */
  static String toWildcards(String template) {
    Matcher matcher = ANY.matcher(template);
    StringBuilder out = new StringBuilder(template.length());
    int from = 0;
    while (matcher.find()) {
      out.append(template, from, matcher.start()).append(replacement(matcher.group()));
      from = matcher.end();
    }
    return out.append(template, from, template.length()).toString();
  }

  private static String replacement(String placeholder) {
    return switch (placeholder) {
      case "%%" -> "%";
      case "%n" -> " ";
      default -> NormalForm.WILDCARD;
    };
  }
}
