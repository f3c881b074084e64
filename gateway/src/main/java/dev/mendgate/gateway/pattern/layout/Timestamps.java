package dev.mendgate.gateway.pattern.layout;

import java.util.Set;

/** Recognises the timestamps that log layouts print; reads no further than one can be long. */
public final class Timestamps {
  private static final int LONGEST = 48;
  private static final Set<String> MONTHS =
      Set.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");
  private static final Set<String> DAYS = Set.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");
  private static final Set<String> ZONES =
      Set.of(
          "UTC", "GMT", "CET", "CEST", "EET", "EEST", "WET", "MSK", "BST", "IST", "JST", "KST",
          "EST", "EDT", "CST", "CDT", "MST", "MDT", "PST", "PDT", "AEST", "AEDT");

  private Timestamps() {}

  /** Returns where the timestamp that starts at {@code from} ends; {@code from} without one. */
  public static int end(String text, int from) {
    if (from >= text.length()) {
      return from;
    }
    char first = text.charAt(from);
    if (!Scanner.isDigit(first) && (first < 'A' || first > 'W')) {
      return from;
    }
    Scanner scanner = new Scanner(text, from, from + LONGEST);
    boolean found = Scanner.isDigit(first) ? numeric(scanner) : named(scanner);
    return found ? scanner.at : from;
  }

  private static boolean numeric(Scanner s) {
    int digits = 0;
    while (digits < 20 && Scanner.isDigit(s.peek(digits))) {
      digits++;
    }
    return switch (digits) {
      case 1, 2 -> s.peek(digits) == ':' ? time(s) : dayFirst(s);
      case 4 -> yearFirst(s);
      case 6 -> compact(s, 6);
      case 8 -> compact(s, 8);
      case 10, 13, 16, 17, 19 -> sinceEpoch(s, digits);
      default -> false;
    };
  }

  private static boolean yearFirst(Scanner s) {
    s.at += 4;
    char separator = s.peek(0);
    return s.take("-/.")
        && s.digits(1, 2)
        && s.peek(0) == separator
        && s.take("-/.")
        && s.digits(1, 2)
        && s.take("T _-,")
        && (s.peek(0) != ' ' || s.take(" "))
        && time(s);
  }

  /** Reads 20-Nov-2026, 20/11/26, 11-20 and the like, and a time. */
  private static boolean dayFirst(Scanner s) {
    s.digits(1, 2);
    char separator = s.peek(0);
    if (!s.take("-/. ")) {
      return false;
    }
    boolean month = s.digits(1, 2) || (word(s, MONTHS) && separatedYear(s, separator));
    if (!month) {
      return false;
    }
    if (s.peek(0) == separator && separator != ' ' && s.take("-/.") && !year(s)) {
      return false;
    }
    return s.take(" T:,") && (s.peek(0) != ' ' || s.take(" ")) && time(s);
  }

  private static boolean separatedYear(Scanner s, char separator) {
    return s.peek(0) == separator && s.take("-/. ") && year(s);
  }

  private static boolean year(Scanner s) {
    return s.digits(4, 4) || s.digits(2, 2);
  }

  private static boolean compact(Scanner s, int digits) {
    s.at += digits;
    if (!s.take(digits == 6 ? " " : "T -")) {
      return false;
    }
    int from = s.at;
    if (s.digits(6, 6)) {
      return fraction(s) && zone(s) && (digits == 8 || s.peek(0) == ' ');
    }
    s.at = from;
    return time(s);
  }

  private static boolean sinceEpoch(Scanner s, int digits) {
    boolean date = digits == 17 ? s.peek(0) == '2' && s.peek(1) == '0' : s.peek(0) == '1';
    s.at += digits;
    if (s.peek(0) == '.' && Scanner.isDigit(s.peek(1))) {
      fraction(s);
    }
    return date && (s.at == s.text.length() || " ]|\t,:".indexOf(s.peek(0)) >= 0);
  }

  /** Reads Nov 20, 2026 12:00:01 PM, Fri Nov 20 12:00:01 UTC 2026 and the like. */
  private static boolean named(Scanner s) {
    if (word(s, DAYS)) {
      s.take(",");
      if (!s.take(" ")) {
        return false;
      }
    }
    if (Scanner.isDigit(s.peek(0))) {
      return dayFirst(s);
    }
    if (!word(s, MONTHS) || !s.take(" ")) {
      return false;
    }
    s.take(" ");
    if (!s.digits(1, 2)) {
      return false;
    }
    s.take(",");
    if (!s.take(" ")) {
      return false;
    }
    int from = s.at;
    if (s.digits(4, 4)) {
      s.take(",");
      return s.take(" ") && time(s);
    }
    s.at = from;
    return time(s) && trailingYear(s);
  }

  private static boolean trailingYear(Scanner s) {
    int from = s.at;
    boolean year = s.take(" ") && s.digits(4, 4) && (s.peek(0) == ' ' || s.peek(0) == ']');
    boolean plausible = year && s.text.startsWith("20", from + 1);
    s.at = plausible ? s.at : from;
    return true;
  }

  private static boolean time(Scanner s) {
    if (!s.digits(1, 2)) {
      return false;
    }
    char separator = s.peek(0);
    return s.take(":.")
        && s.digits(1, 2)
        && s.peek(0) == separator
        && s.take(":.")
        && s.digits(1, 2)
        && fraction(s)
        && half(s)
        && zone(s);
  }

  private static boolean fraction(Scanner s) {
    if (".,:".indexOf(s.peek(0)) >= 0 && Scanner.isDigit(s.peek(1))) {
      int from = s.at++;
      s.at = s.digits(1, 9) ? s.at : from;
    }
    return true;
  }

  private static boolean half(Scanner s) {
    if (s.peek(0) == ' ' && "AaPp".indexOf(s.peek(1)) >= 0 && "Mm".indexOf(s.peek(2)) >= 0) {
      boolean ends = !Scanner.isLetter(s.peek(3));
      s.at += ends ? 3 : 0;
    }
    return true;
  }

  private static boolean zone(Scanner s) {
    int from = s.at;
    if (s.peek(0) == 'Z' && !Scanner.isLetter(s.peek(1))) {
      s.at++;
      return true;
    }
    boolean apart = s.take(" ");
    boolean offset = s.take("+-") && (s.digits(4, 4) || (s.digits(2, 2) && minutes(s, !apart)));
    if (!offset) {
      s.at = from;
      s.take(" ");
      offset = zoneName(s);
    }
    s.at = offset ? s.at : from;
    return true;
  }

  private static boolean minutes(Scanner s, boolean optional) {
    return s.take(":") ? s.digits(2, 2) : optional;
  }

  private static boolean zoneName(Scanner s) {
    int length = 0;
    while (length < 5 && s.peek(length) >= 'A' && s.peek(length) <= 'Z') {
      length++;
    }
    boolean known = length > 2 && ZONES.contains(s.text.substring(s.at, s.at + length));
    s.at += known ? length : 0;
    return known;
  }

  private static boolean word(Scanner s, Set<String> words) {
    boolean known = s.at + 3 <= s.limit && words.contains(s.text.substring(s.at, s.at + 3));
    s.at += known ? 3 : 0;
    return known;
  }
}
