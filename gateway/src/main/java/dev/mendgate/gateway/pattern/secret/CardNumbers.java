package dev.mendgate.gateway.pattern.secret;

/**
 * Finds numbers of payment cards: 13 to 19 digits, single spaces or dashes between groups, of an
 * issuer's range (ISO/IEC 7812), and with a right check digit (Luhn).
 */
final class CardNumbers implements Detector {
  private static final int LEAST = 13;
  private static final int MOST = 19;
  private static final int MAX_LENGTH = MOST + 6;
  private static final int SMALLEST_GROUP = 3;

  /** The sum of the digits of each digit's double. */
  private static final int[] DOUBLED = {0, 2, 4, 6, 8, 1, 3, 5, 7, 9};

  @Override
  public String triggers() {
    return "3456";
  }

  @Override
  public boolean follows(char second, char first) {
    return begins(first);
  }

  @Override
  public boolean find(Scan scan, int at) {
    String text = scan.text;
    if (at > 0 && !begins(text.charAt(at - 1))) {
      return false;
    }
    int digits = 0;
    int group = 0;
    int sum = 0;
    int shifted = 0;
    char separator = 0;
    for (int i = at; i < at + MAX_LENGTH; i++) {
      char c = i < text.length() ? text.charAt(i) : 0;
      if (Letters.isDigit(c)) {
        digits++;
        group++;
        // Which digits count double is known at the end: the sums of both ways are kept.
        int rest = shifted + c - '0';
        shifted = sum + DOUBLED[c - '0'];
        sum = rest;
        continue;
      }
      if (sum % 10 == 0 && isIssued(text, at, i, digits) && Letters.endsWord(text, i)) {
        return scan.found(at, i);
      }
      boolean parts = (c == ' ' || c == '-') && (separator == 0 || separator == c);
      if (!parts || group < SMALLEST_GROUP) {
        return false;
      }
      separator = c;
      group = 0;
    }
    return false;
  }

  private static boolean begins(char before) {
    return !Letters.isAlphanumeric(before) && "_-.+#$".indexOf(before) < 0;
  }

  private static boolean isIssued(String text, int at, int end, int digits) {
    if (digits < LEAST || digits > MOST) {
      return false;
    }
    int start = 0;
    for (int i = at, n = 0; i < end && n < 4; i++) {
      if (Letters.isDigit(text.charAt(i))) {
        start = 10 * start + text.charAt(i) - '0';
        n++;
      }
    }
    int two = start / 100;
    return switch (two / 10) {
      case 4 -> digits == 13 || digits == 16 || digits == 19;
      case 5 -> two > 50 && two < 56 && digits == 16;
      case 6 -> (start == 6011 || two == 62 || two == 65 || start / 10 > 643) && digits >= 16;
      default ->
          ((two == 34 || two == 37) && digits == 15)
              || (two == 35 && digits >= 16)
              || ((two == 36 || two == 38 || two == 30) && digits == 14);
    };
  }
}
