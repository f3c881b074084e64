package dev.mendgate.gateway.pattern.secret;

/** Finds addresses of IP versions 4 and 6. */
final class MachineAddresses implements Detector {
  private static final int MAX_LENGTH = 45;
  private static final int GROUPS = 8;

  @Override
  public String triggers() {
    return ".:";
  }

  @Override
  public boolean follows(char second, char first) {
    return Letters.isHex(first) || first == ':' || !Letters.isAlphanumeric(first);
  }

  @Override
  public boolean find(Scan scan, int at) {
    String text = scan.text;
    boolean six = text.charAt(at) == ':';
    int from = at;
    while (from > scan.done && from > at - 5 && isPart(text.charAt(from - 1), six)) {
      from--;
    }
    if (!Letters.startsWord(text, from) || (from > 0 && ".:".indexOf(text.charAt(from - 1)) >= 0)) {
      return false;
    }
    int end = from;
    while (end < text.length()
        && end < from + MAX_LENGTH
        && (isPart(text.charAt(end), six) || text.charAt(end) == text.charAt(at))) {
      end++;
    }
    end -= !six && text.charAt(end - 1) == '.' ? 1 : 0;
    String address = text.substring(from, end);
    return Letters.endsWord(text, end)
        && (six ? isSix(address) : isFour(address))
        && scan.found(from, end);
  }

  private static boolean isPart(char c, boolean six) {
    return six ? Letters.isHex(c) : Letters.isDigit(c);
  }

  private static boolean isFour(String address) {
    String[] parts = address.split("\\.", -1);
    for (String part : parts) {
      if (part.isEmpty() || part.length() > 3 || Integer.parseInt(part) > 255) {
        return false;
      }
    }
    return parts.length == 4;
  }

  private static boolean isSix(String address) {
    int gap = address.indexOf("::");
    if (gap >= 0 && address.indexOf("::", gap + 1) >= 0) {
      return false;
    }
    int groups = 0;
    for (String part : address.split(":", -1)) {
      if (part.length() > 4) {
        return false;
      }
      groups += part.isEmpty() ? 0 : 1;
    }
    boolean digit = address.chars().anyMatch(c -> c >= '0' && c <= '9');
    return gap >= 0 ? groups < GROUPS && digit : groups == GROUPS && !address.endsWith(":");
  }
}
