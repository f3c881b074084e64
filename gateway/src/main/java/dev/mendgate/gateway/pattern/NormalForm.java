package dev.mendgate.gateway.pattern;

/**
 * Masks what varies between the messages of one log statement, by the rules of {@code
 * docs/log-pattern-hash.md}; linear in the text's length. Applied twice it changes nothing.
 */
final class NormalForm {
  static final String WILDCARD = "<*>";
  static final int MAX_CODE_POINTS = 4_096;

  private static final ThreadLocal<Masker> MASKER = ThreadLocal.withInitial(Masker::new);

  private NormalForm() {}

  static String of(String text) {
    Masker masker = MASKER.get();
    masker.mask(text);
    return masker.toString();
  }
}
