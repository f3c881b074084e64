package dev.mendgate.gateway.pattern.secret;

import dev.mendgate.gateway.pattern.secret.SecretNames.Strength;
import java.util.List;

/**
 * Finds {@code password=x}, {@code "token": "x"}, {@code Cookie: x}, {@code <secret>x</secret>}.
 */
final class NamedValues implements Detector {
  private static final int MAX_GAP = 2;
  private static final int MAX_PLACEHOLDER = 64;

  /** Words that stand between {@code Authorization:} and what is secret. */
  private static final List<String> SCHEMES =
      List.of("bearer", "basic", "negotiate", "ntlm", "token", "apikey");

  /** Schemes of which all that follows on the line is part. */
  private static final List<String> LINE_SCHEMES = List.of("digest", "aws4-hmac-sha256");

  private final SecretNames names;

  NamedValues(SecretNames names) {
    this.names = names;
  }

  @Override
  public String triggers() {
    return "=:>";
  }

  @Override
  public boolean follows(char second, char first) {
    return names.mayEnd(second, first) || " \"'\\]".indexOf(first) >= 0;
  }

  @Override
  public boolean find(Scan scan, int at) {
    String text = scan.text;
    char c = text.charAt(at);
    Strength strength = names.before(text, c == '>' ? at : nameEnd(text, at));
    if (strength == Strength.NONE) {
      return false;
    }
    if (c == '>') {
      return element(scan, at);
    }
    int next = at + 1;
    if (next < text.length() && (text.charAt(next) == '=' || text.charAt(next) == '>')) {
      next++;
    }
    int value = Letters.skipBlanks(text, next);
    return value < text.length() && value(scan, value, strength, c == ':' && value > next);
  }

  /** Returns whether it is a secret that stands there: for the values of attributes. */
  boolean isSecret(String name, String value) {
    return names.before(name, name.length()) != Strength.NONE
        && !value.isEmpty()
        && !Values.isHarmless(value, 0, value.length(), false);
  }

  private static int nameEnd(String text, int at) {
    int end = at;
    while (end > 0 && end > at - MAX_GAP && text.charAt(end - 1) == ' ') {
      end--;
    }
    if (end > 0 && "\"']".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
      end -= end > 0 && text.charAt(end - 1) == '\\' ? 1 : 0;
      end -= end > 0 && "\"'".indexOf(text.charAt(end - 1)) >= 0 ? 1 : 0;
    }
    return end;
  }

  private static boolean element(Scan scan, int at) {
    String text = scan.text;
    int start = at;
    while (start > scan.done
        && (Letters.isToken(text.charAt(start - 1)) || isInName(text, start))) {
      start--;
      if (at - start > MAX_PLACEHOLDER) {
        return false;
      }
    }
    if (start == 0 || text.charAt(start - 1) != '<') {
      return false;
    }
    int end = text.indexOf('<', at + 1);
    return end > at + 1
        && text.startsWith("</", end)
        && !Values.isHarmless(text, at + 1, end, false)
        && scan.found(at + 1, end);
  }

  private static boolean isInName(String text, int start) {
    return text.charAt(start - 1) == '.' || text.charAt(start - 1) == ':';
  }

  private static boolean value(Scan scan, int value, Strength strength, boolean sentence) {
    String text = scan.text;
    int from = value;
    from += text.charAt(from) == '[' ? 1 : 0;
    from += from + 1 < text.length() && text.charAt(from) == '\\' ? 1 : 0;
    if (from >= text.length()) {
      return false;
    }
    if (text.charAt(from) == '"' || text.charAt(from) == '\'') {
      int close = scan.closingQuote(from);
      if (close >= 0) {
        return close > from + 1
            && !Values.isHarmless(text, from + 1, close, false)
            && scan.found(from + 1, close);
      }
      from++;
    }
    int end = strength == Strength.HEADER && sentence ? headerEnd(scan, from) : end(scan, from);
    if (end <= from || Values.isHarmless(text, from, end, sentence)) {
      return false;
    }
    boolean plain =
        (strength == Strength.WEAK && Values.isPlain(text, from, end, sentence))
            || (strength == Strength.KEY && Values.isCount(text, from, end));
    return !plain && scan.found(from, end);
  }

  private static int headerEnd(Scan scan, int from) {
    int end = scan.lineEnd(from);
    return end > from && scan.text.charAt(end - 1) == '"' ? end - 1 : end;
  }

  private static int end(Scan scan, int from) {
    String text = scan.text;
    int end = runEnd(text, from);
    if (end >= text.length() || text.charAt(end) != ' ') {
      return end;
    }
    if (is(LINE_SCHEMES, text, from, end)) {
      return scan.lineEnd(end);
    }
    int credentials = Letters.skipBlanks(text, end);
    int credentialsEnd = is(SCHEMES, text, from, end) ? runEnd(text, credentials) : end;
    return credentialsEnd > credentials ? credentialsEnd : end;
  }

  private static boolean is(List<String> schemes, String text, int from, int to) {
    for (String scheme : schemes) {
      if (scheme.length() == to - from && text.regionMatches(true, from, scheme, 0, to - from)) {
        return true;
      }
    }
    return false;
  }

  /** The value's own braces belong to it: {@code {noop}x}, {@code ${x}}. */
  private static int runEnd(String text, int from) {
    int open = from < text.length() && text.charAt(from) == '$' ? from + 1 : from;
    int end = from;
    if (open < text.length() && text.charAt(open) == '{') {
      int limit = Math.min(text.length(), open + MAX_PLACEHOLDER);
      while (end < limit && text.charAt(end) != '}' && !Letters.isSpace(text.charAt(end))) {
        end++;
      }
      end = end < limit && text.charAt(end) == '}' ? end + 1 : from;
    }
    while (end < text.length() && !ends(text, end)) {
      end++;
    }
    return end;
  }

  private static boolean ends(String text, int at) {
    char c = text.charAt(at);
    if (c == '"' || c == '\'' || c == '\\') {
      return at + 1 == text.length() || isEnd(text.charAt(at + 1)) || text.charAt(at + 1) == '"';
    }
    return isEnd(c);
  }

  private static boolean isEnd(char c) {
    return Letters.isSpace(c) || ",;&)]}".indexOf(c) >= 0;
  }
}
