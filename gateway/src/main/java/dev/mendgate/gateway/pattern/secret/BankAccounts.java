package dev.mendgate.gateway.pattern.secret;

/** Finds IBANs (ISO 13616): a country's length, and a remainder of 1 by 97. */
final class BankAccounts implements Detector {
  /** Countries and the lengths of their IBANs, from the SWIFT registry. */
  private static final String LENGTHS =
      "AD24AE23AL28AT20AZ28BA20BE16BG22BH22BI27BR29BY28CH21CR22CY28CZ24DE22DJ27DK18DO28EE20EG29ES24"
          + "FI18FK18FO18FR27GB22GE22GI23GL18GR27GT28HR21HU28IE22IL23IQ23IS26IT27JO30KW30KZ20LB28"
          + "LC32LI21LT20LU20LV21LY25MC27MD24ME22MK19MN20MR27MT31MU30NI28NL18NO15OM23PK24PL28PS29"
          + "PT25QA29RO24RS22RU33SA24SC31SD18SE24SI19SK24SM27SO23ST25SV28TL23TN24TR26UA29VA22VG24"
          + "XK20YE30";

  @Override
  public String triggers() {
    return "0123456789";
  }

  @Override
  public boolean follows(char second, char first) {
    return Letters.isUpper(second) && Letters.isUpper(first);
  }

  @Override
  public boolean find(Scan scan, int at) {
    String text = scan.text;
    int from = at - 2;
    if (from < 0
        || !Letters.isUpper(text.charAt(from))
        || !Letters.isUpper(text.charAt(from + 1))
        || !Letters.startsWord(text, from)) {
      return false;
    }
    int length = length(text.charAt(from), text.charAt(from + 1));
    return length > 0 && checked(scan, from, length);
  }

  private static int length(char first, char second) {
    for (int i = 0; i < LENGTHS.length(); i += 4) {
      if (LENGTHS.charAt(i) == first && LENGTHS.charAt(i + 1) == second) {
        return 10 * (LENGTHS.charAt(i + 2) - '0') + LENGTHS.charAt(i + 3) - '0';
      }
    }
    return 0;
  }

  private static boolean checked(Scan scan, int from, int length) {
    StringBuilder account = new StringBuilder(length);
    int end = from;
    while (end < scan.text.length() && account.length() < length) {
      char c = scan.text.charAt(end);
      if (Letters.isUpper(c) || Letters.isDigit(c)) {
        account.append(c);
      } else if (c != ' ' || account.length() % 4 != 0) {
        return false;
      }
      end++;
    }
    return account.length() == length
        && Letters.endsWord(scan.text, end)
        && remainder(account.substring(4) + account.substring(0, 4)) == 1
        && scan.found(from, end);
  }

  private static int remainder(String account) {
    int rest = 0;
    for (int i = 0; i < account.length(); i++) {
      int value = Character.digit(account.charAt(i), 36);
      rest = (value > 9 ? 100 * rest + value : 10 * rest + value) % 97;
    }
    return rest;
  }
}
