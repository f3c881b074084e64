package dev.mendgate.gateway.pattern;

import java.util.Set;
import java.util.regex.Pattern;

/** The specification's steps one after the other, each as plainly as it is written there. */
final class ReferenceNormalForm {
  static final String WILDCARD = "<*>";
  static final int MAX_CODE_POINTS = 4_096;

  /** Stands for the wildcard while the text is worked on. */
  private static final char WILD = '\0';

  private static final String DELIMITERS = " ,;:=()[]{}<>\"'`|";
  private static final String JOINERS = " ,:;";
  private static final Set<String> VALUES =
      Set.of(
          "true",
          "false",
          "null",
          "NaN",
          "Infinity",
          "Mon",
          "Tue",
          "Wed",
          "Thu",
          "Fri",
          "Sat",
          "Sun",
          "Jan",
          "Feb",
          "Mar",
          "Apr",
          "May",
          "Jun",
          "Jul",
          "Aug",
          "Sep",
          "Oct",
          "Nov",
          "Dec");
  private static final int OPAQUE_LENGTH = 32;
  private static final Pattern SECRET =
      Pattern.compile(
          "(?i)(?<![a-z0-9_])(password|passwd|pwd|secret|token|credentials?|api[_-]?key"
              + "|access[_-]?key|private[_-]?key|client[_-]?secret|authorization|cookie"
              + "|session[_-]?id)(\"?[=:] ?)(?:(?:bearer|basic) )?[^ ,;&)\\]}]+");
  private static final Pattern BEARER =
      Pattern.compile("(?i)(?<![a-z0-9_])(bearer|basic) [^ ,;)\\]}]{8,}");

  private ReferenceNormalForm() {}

  static String of(String text) {
    String plain = maskSecrets(collapseSpace(limit(text.replace(WILD, ' '))));
    String masked =
        maskWords(ReferenceQuotes.mask(plain.replace(WILDCARD, String.valueOf(WILD)), WILD));
    return joinWildcards(masked).replace(String.valueOf(WILD), WILDCARD);
  }

  private static String limit(String text) {
    return text.codePointCount(0, text.length()) <= MAX_CODE_POINTS
        ? text
        : text.substring(0, text.offsetByCodePoints(0, MAX_CODE_POINTS));
  }

  private static String maskSecrets(String text) {
    String keys = SECRET.matcher(text).replaceAll("$1$2" + WILDCARD);
    return BEARER.matcher(keys).replaceAll("$1 " + WILDCARD);
  }

  private static String collapseSpace(String text) {
    StringBuilder out = new StringBuilder(text.length());
    boolean space = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ' ' || (c >= '\t' && c <= '\r')) {
        space = out.length() > 0;
        continue;
      }
      if (space) {
        out.append(' ');
        space = false;
      }
      out.append(c);
    }
    return out.toString();
  }

  private static String maskWords(String text) {
    StringBuilder out = new StringBuilder(text.length());
    int i = 0;
    while (i < text.length()) {
      int end = i;
      while (end < text.length() && DELIMITERS.indexOf(text.charAt(end)) < 0) {
        end++;
      }
      int word = end;
      while (word > i && ".!?".indexOf(text.charAt(word - 1)) >= 0) {
        word--;
      }
      if (isVariable(text, i, word)) {
        out.append(WILD).append(text, word, end);
      } else {
        out.append(text, i, end);
      }
      if (end < text.length()) {
        out.append(text.charAt(end));
      }
      i = end + 1;
    }
    return out.toString();
  }

  private static boolean isVariable(String text, int from, int to) {
    if (from == to) {
      return false;
    }
    boolean opaque = to - from >= OPAQUE_LENGTH;
    int slashes = 0;
    boolean name = from > 0 && text.charAt(from - 1) == '=';
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if ((c >= '0' && c <= '9') || c == WILD) {
        return true;
      }
      opaque &= isLetter(c) || "+/_-".indexOf(c) >= 0;
      name |= (c == '@' || c == '.') && i > from && i < to - 1;
      slashes += c == '/' || c == '\\' ? 1 : 0;
    }
    char first = text.charAt(from);
    boolean path = to - from > 1 && (first == '/' || first == '\\' || slashes > 1);
    boolean hex = text.substring(from, to).matches("[a-f]{8,}|[A-F]{8,}");
    return hex || opaque || path || name || VALUES.contains(text.substring(from, to));
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /** Makes one wildcard of several with nothing but spaces, commas and colons between them. */
  private static String joinWildcards(String text) {
    StringBuilder out = new StringBuilder(text.length());
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i++);
      out.append(c);
      if (c != WILD) {
        continue;
      }
      int next = i;
      while (next < text.length() && JOINERS.indexOf(text.charAt(next)) >= 0) {
        next++;
        if (next < text.length() && text.charAt(next) == WILD) {
          i = ++next;
        }
      }
    }
    return out.toString();
  }
}
