package dev.mendgate.gateway.pattern.secret;

import java.util.Locale;
import java.util.Set;

/** Finds mail addresses. */
final class MailAddresses implements Detector {
  private static final int MAX_LOCAL = 64;
  private static final int MAX_DOMAIN = 255;

  /** {@code logo@2x.png} is a file. */
  private static final Set<String> FILES =
      Set.of("png", "jpg", "jpeg", "gif", "svg", "webp", "jar");

  @Override
  public String triggers() {
    return "@";
  }

  @Override
  public boolean follows(char second, char first) {
    return isLocal(first) || first == OTHER;
  }

  @Override
  public boolean find(Scan scan, int at) {
    String text = scan.text;
    int from = at;
    int least = Math.max(scan.done, at - MAX_LOCAL);
    while (from > least && isLocal(text.charAt(from - 1))) {
      from--;
    }
    while (from < at && ".%+-".indexOf(text.charAt(from)) >= 0) {
      from++;
    }
    int end = domainEnd(text, at + 1);
    return from < at && end > 0 && scan.found(from, end);
  }

  private static boolean isLabel(char c) {
    return Letters.isAlphanumeric(c) || c > 127;
  }

  private static boolean isLocal(char c) {
    return Letters.isAlphanumeric(c) || "._%+-".indexOf(c) >= 0 || c > 127;
  }

  /** Returns the end of a name with at least one dot in it whose last part is letters, else -1. */
  private static int domainEnd(String text, int from) {
    int limit = Math.min(text.length(), from + MAX_DOMAIN);
    int end = from;
    while (end < limit && (isLabel(text.charAt(end)) || isInner(text, end, limit))) {
      end++;
    }
    int dot = end - 1;
    while (dot > from && text.charAt(dot) != '.') {
      dot--;
    }
    if (dot <= from || end - dot < 3) {
      return -1;
    }
    for (int i = dot + 1; i < end; i++) {
      if (Letters.isDigit(text.charAt(i))) {
        return -1;
      }
    }
    boolean type = Letters.isUpper(text.charAt(dot + 1)) && Letters.isLower(text.charAt(dot + 2));
    boolean version = Letters.isDigit(text.charAt(dot - 1)) && Letters.isDigit(text.charAt(from));
    return type || version || FILES.contains(text.substring(dot + 1, end).toLowerCase(Locale.ROOT))
        ? -1
        : end;
  }

  private static boolean isInner(String text, int at, int limit) {
    char c = text.charAt(at);
    return (c == '.' || c == '-') && at + 1 < limit && Letters.isAlphanumeric(text.charAt(at + 1));
  }
}
