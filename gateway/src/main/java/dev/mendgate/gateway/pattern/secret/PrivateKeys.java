package dev.mendgate.gateway.pattern.secret;

/** Finds private keys in PEM and PGP armour; one that is cut off goes on to the text's end. */
final class PrivateKeys implements Detector {
  private static final String DASHES = "-----";
  private static final String BEGIN = DASHES + "BEGIN ";
  private static final String END = DASHES + "END ";
  private static final int MAX_LABEL = 64;

  @Override
  public String triggers() {
    return "B";
  }

  @Override
  public boolean follows(char second, char first) {
    return second == '-' && first == '-';
  }

  @Override
  public boolean find(Scan scan, int at) {
    String text = scan.text;
    int from = at - DASHES.length();
    if (!text.startsWith(BEGIN, from)) {
      return false;
    }
    int label = from + BEGIN.length();
    String head = text.substring(label, Math.min(text.length(), label + MAX_LABEL));
    int dashes = head.indexOf(DASHES);
    int key = head.indexOf("PRIVATE KEY");
    if (key < 0 || dashes < key) {
      return false;
    }
    int end = text.indexOf(END, label + dashes);
    int close = end < 0 ? -1 : text.indexOf(DASHES, end + END.length());
    return scan.found(from, close < 0 ? text.length() : close + DASHES.length());
  }
}
