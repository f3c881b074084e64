package dev.mendgate.gateway.pattern;

/**
 * The normal form of a log template or message and its hash, as {@code docs/log-pattern-hash.md}
 * specifies them.
 *
 * @param normalForm what stays of the text; variable parts are {@code <*>}
 * @param hash 16 lower-case hexadecimal digits
 */
public record LogPattern(String normalForm, String hash) {
  /** Reads a log statement's template with {@code {}}, {@code {0}} or {@code %s} placeholders. */
  public static LogPattern ofTemplate(String template) {
    return ofNormalForm(NormalForm.of(Placeholders.toWildcards(template)));
  }

  /** Reads a message as it was written, of which no template is known. */
  public static LogPattern ofMessage(String message) {
    return ofNormalForm(NormalForm.of(message));
  }

  private static LogPattern ofNormalForm(String normalForm) {
    return new LogPattern(normalForm, ShortHash.of(normalForm));
  }
}
