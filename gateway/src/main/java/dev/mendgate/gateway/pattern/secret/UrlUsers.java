package dev.mendgate.gateway.pattern.secret;

/** Finds {@code user:password} in {@code https://user:password@host}. */
final class UrlUsers implements Detector {
  private static final String ENDS = "/?#\"'<>\\|^`{}()";

  @Override
  public String triggers() {
    return "/";
  }

  @Override
  public boolean follows(char second, char first) {
    return second == ':' && first == '/';
  }

  @Override
  public boolean find(Scan scan, int at) {
    String text = scan.text;
    int from = at + 1;
    int sign = -1;
    boolean password = isWeb(text, at - 2);
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Letters.isSpace(c) || ENDS.indexOf(c) >= 0) {
        break;
      }
      sign = c == '@' ? i : sign;
      password |= c == ':' && sign < 0;
    }
    return sign > from
        && password
        && !Values.isHarmless(text, from, sign, false)
        && scan.found(from, sign);
  }

  /** On the web a lone name before the host is a token. */
  private static boolean isWeb(String text, int colon) {
    return text.startsWith("http", colon - 4) || text.startsWith("https", colon - 5);
  }
}
