package dev.mendgate.gateway.pattern.secret;

/** Finds JSON web tokens: {@code eyJ…}, a full stop, {@code …}, and what follows in this way. */
final class WebTokens implements Detector {
  private static final int MIN_PART = 8;

  @Override
  public String triggers() {
    return "J";
  }

  @Override
  public boolean follows(char second, char first) {
    return second == 'e' && first == 'y';
  }

  @Override
  public boolean find(Scan scan, int at) {
    String text = scan.text;
    int from = at - 2;
    if (from < scan.done
        || !text.startsWith("ey", from)
        || !Letters.startsWord(text, from)
        || from < scan.noWebToken) {
      return false;
    }
    int header = part(text, from);
    int end = header < text.length() && text.charAt(header) == '.' ? part(text, header + 1) : 0;
    if (header - from < MIN_PART || end - header - 1 < MIN_PART) {
      scan.noWebToken = header;
      return false;
    }
    while (end + 1 < text.length()
        && text.charAt(end) == '.'
        && Letters.isToken(text.charAt(end + 1))) {
      end = part(text, end + 1);
    }
    return scan.found(from, end);
  }

  private static int part(String text, int from) {
    int end = from;
    while (end < text.length() && Letters.isToken(text.charAt(end))) {
      end++;
    }
    return end;
  }
}
