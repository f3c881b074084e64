package dev.mendgate.gateway.pattern.secret;

/** Finds telephone numbers in international notation (E.164): a plus and 8 to 15 digits. */
final class PhoneNumbers implements Detector {
  private static final int LEAST = 8;
  private static final int MOST = 15;
  private static final int MAX_LENGTH = 2 * MOST;

  @Override
  public String triggers() {
    return "+";
  }

  @Override
  public boolean follows(char second, char first) {
    return !Letters.isAlphanumeric(first);
  }

  @Override
  public boolean find(Scan scan, int at) {
    String text = scan.text;
    if (!Letters.startsWord(text, at)) {
      return false;
    }
    int digits = 0;
    int end = at + 1;
    for (int i = end; i < text.length() && i < at + MAX_LENGTH; i++) {
      char c = text.charAt(i);
      if (Letters.isDigit(c)) {
        digits++;
        end = i + 1;
      } else if (" -()./".indexOf(c) < 0) {
        break;
      }
    }
    return digits >= LEAST && digits <= MOST && Letters.endsWord(text, end) && scan.found(at, end);
  }
}
