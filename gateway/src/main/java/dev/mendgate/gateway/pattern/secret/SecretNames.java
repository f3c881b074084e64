package dev.mendgate.gateway.pattern.secret;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Names whose values are secret. */
final class SecretNames {
  /** How sure a name is of its value. */
  enum Strength {
    NONE,
    /** The name means other things as well, as a parser's token does. */
    WEAK,
    /** The name may be that of a small number as well. */
    KEY,
    STRONG,
    /** The value is a list of secrets up to the line's end. */
    HEADER
  }

  /** Names that count wherever an identifier ends in them. */
  private static final String STRONG =
      "password passwd pwd passphrase passcode secret authorization accesstoken authtoken"
          + " refreshtoken idtoken sessiontoken securitytoken bearertoken csrftoken apitoken"
          + " xamzsignature awsaccesskeyid";

  private static final String KEYS =
      "apikey accesskey secretkey privatekey accountkey signingkey encryptionkey sessionid";

  /** Names that count as a word of their own. */
  private static final String WEAK = "token credential credentials pass sig cvv cvc otp";

  private static final String HEADERS = "cookie";
  private static final int LETTERS = 32;

  private record Name(String letters, Strength strength) {}

  /** The names by their last two letters. */
  private final List<List<Name>> byEnd = new ArrayList<>();

  SecretNames(List<String> further) {
    for (int i = 0; i < LETTERS * LETTERS; i++) {
      byEnd.add(new ArrayList<>(1));
    }
    add(STRONG.split(" "), Strength.STRONG);
    add(KEYS.split(" "), Strength.KEY);
    add(WEAK.split(" "), Strength.WEAK);
    add(HEADERS.split(" "), Strength.HEADER);
    add(further.toArray(String[]::new), Strength.STRONG);
  }

  private void add(String[] names, Strength strength) {
    for (String name : names) {
      String letters = name.toLowerCase(Locale.ROOT).replaceAll("[ _.-]", "");
      if (letters.length() > 1) {
        byEnd
            .get(index(letters.charAt(letters.length() - 2), letters.charAt(letters.length() - 1)))
            .add(new Name(letters, strength));
      }
    }
  }

  /** Returns whether a name may end in these letters. */
  boolean mayEnd(char secondLast, char last) {
    return Letters.isToken(last) && !byEnd.get(index(secondLast, last)).isEmpty();
  }

  /** Returns what is known of the name that ends here. */
  Strength before(String text, int end) {
    if (end < 2) {
      return Strength.NONE;
    }
    List<Name> names = byEnd.get(index(text.charAt(end - 2), text.charAt(end - 1)));
    for (int i = 0; i < names.size(); i++) {
      Name name = names.get(i);
      int start = start(name.letters(), text, end);
      if (start >= 0 && (name.strength() != Strength.WEAK || startsWord(text, start))) {
        return name.strength();
      }
    }
    return Strength.NONE;
  }

  private static int index(char secondLast, char last) {
    return (secondLast & (LETTERS - 1)) * LETTERS + (last & (LETTERS - 1));
  }

  /** A capital letter begins a word within a name, as does any letter after another character. */
  private static boolean startsWord(String text, int start) {
    if (start == 0 || !Letters.isAlphanumeric(text.charAt(start - 1))) {
      return true;
    }
    return Letters.isUpper(text.charAt(start)) && !Letters.isUpper(text.charAt(start - 1));
  }

  private static int start(String name, String text, int end) {
    int at = end - 1;
    for (int i = name.length() - 1; i >= 0; i--) {
      while (at >= 0 && i < name.length() - 1 && isSeparator(text, at, end)) {
        at--;
      }
      if (at < 0 || lower(text.charAt(at)) != name.charAt(i)) {
        return -1;
      }
      at--;
    }
    return at + 1;
  }

  /** One character may part the words of a name. */
  private static boolean isSeparator(String text, int at, int end) {
    char c = text.charAt(at);
    return (c == '_' || c == '-' || c == ' ' || c == '.')
        && at + 1 < end
        && Letters.isAlphanumeric(text.charAt(at + 1));
  }

  private static char lower(char c) {
    return Letters.isUpper(c) ? (char) (c | 0x20) : c;
  }
}
