package dev.mendgate.gateway.pattern.mining;

/**
 * Cuts a log line into tokens and masks what is a value by its very look, in one pass: numbers,
 * hexadecimal, addresses, paths, dates, and words with several digits. Keeps its buffers from line
 * to line, so that a line costs no garbage; not safe for use by several threads.
 */
final class LineScanner {
  /** What a line has beyond these is not read. */
  static final int MAX_LENGTH = 4_096;

  private static final long[] DELIMITER_HASHES = delimiterHashes();

  private final Line line = new Line();
  private final Addresses addresses = new Addresses();
  private final Values values = new Values();
  private char[] text = new char[256];
  private int length;

  /** Returns the line's tokens, which stay until the next call. */
  Line scan(String message) {
    length = Math.min(message.length(), MAX_LENGTH);
    if (text.length < length) {
      text = new char[Math.max(length, Math.min(MAX_LENGTH, 2 * text.length))];
    }
    message.getChars(0, length, text, 0);
    line.clear();
    line.text = text;
    addresses.reset(text, length);
    values.reset(text);
    int at = skipSpace(0);
    while (at < length && !line.isFull()) {
      at = next(at);
    }
    if (at < length) {
      line.addMask(at, length);
    }
    LineRules.apply(line);
    return line;
  }

  private int skipSpace(int from) {
    int at = from;
    while (at < length && Characters.kind(text[at]) == Characters.SPACE) {
      at++;
    }
    return at;
  }

  private int next(int at) {
    char c = text[at];
    byte kind = Characters.kind(c);
    if (kind == Characters.SPACE) {
      int end = skipSpace(at);
      if (end < length) {
        line.add(Line.DELIMITER, at, at + 1, Line.SPACE_HASH);
      }
      return end;
    }
    boolean starts = kind != Characters.DELIMITER || isWildcard(at);
    if (starts || (c == ':' && isFree(at) && addresses.hexRunEnd(at) > 0)) {
      return word(at);
    }
    line.add(Line.DELIMITER, at, at + 1, DELIMITER_HASHES[c]);
    return at + 1;
  }

  /** Returns whether an address may start here: behind a word the colon belongs to that. */
  private boolean isFree(int at) {
    return at == 0 || (text[at - 1] != ':' && Characters.endsWord(text[at - 1]));
  }

  private boolean isWildcard(int at) {
    return text[at] == '<' && at + 2 < length && text[at + 1] == '*' && text[at + 2] == '>';
  }

  /** Reads the word that starts here, an address with its colons included; returns its end. */
  private int word(int start) {
    char[] chars = text;
    int size = length;
    boolean masked = false;
    long running = Hashing.START;
    long hash = running;
    int digits = 0;
    int kinds = 0;
    int end = start;
    int at = start;
    while (at < size) {
      char c = chars[at];
      byte kind = Characters.KINDS[c];
      if ((kind & (Characters.SPACE | Characters.DELIMITER)) != 0) {
        int next = kind == Characters.SPACE ? -1 : behindDelimiter(start, at);
        if (next < 0) {
          break;
        }
        masked = true;
        at = next;
        end = at;
        continue;
      }
      running = Hashing.add(running, c);
      at++;
      kinds |= kind;
      if (kind != Characters.STOP) {
        digits += (kind & Characters.DIGIT) >> 2;
        hash = running;
        end = at;
      }
    }
    if (end == start) {
      line.add(Line.WORD, start, at, Hashing.finish(running));
      return at;
    }
    addWord(start, end, masked, digits, kinds, Hashing.finish(hash));
    if (at > end) {
      line.add(Line.WORD, end, at, Hashing.of(new String(text, end, at - end)));
    }
    return at;
  }

  /** Returns where the word goes on that seems to end here; -1 where it ends. */
  private int behindDelimiter(int start, int at) {
    if (isWildcard(at)) {
      return at + 3;
    }
    return text[at] == ':' || text[start] == '/' ? addresses.end(start, at) : -1;
  }

  private void addWord(int start, int end, boolean masked, int digits, int kinds, long hash) {
    int dots = (kinds & Characters.STOP) == 0 ? -1 : leader(start, end);
    if (dots >= 0) {
      split(start, end, dots);
    } else if (masked || values.isValue(start, end, digits, kinds, hash)) {
      line.addMask(start, end);
    } else {
      boolean numbered = digits > 0 && Character.isLetter(text[start]);
      line.numbered += numbered ? 1 : 0;
      line.add(numbered ? Line.NUMBERED : Line.WORD, start, end, hash);
    }
  }

  /** Returns where a leader of dots starts, as in {@code depth....5}; -1 without one. */
  private int leader(int start, int end) {
    for (int i = start; i + 1 < end; i++) {
      if (text[i] == '.' && text[i + 1] == '.') {
        return i;
      }
    }
    return -1;
  }

  private void split(int start, int end, int dots) {
    if (dots > start) {
      addPart(start, dots);
    }
    int behind = dots;
    while (behind < end && text[behind] == '.') {
      behind++;
    }
    line.add(Line.WORD, dots, behind, Hashing.of(new String(text, dots, behind - dots)));
    if (behind < end && !line.isFull()) {
      addPart(behind, end);
    }
  }

  private void addPart(int start, int end) {
    int digits = 0;
    int kinds = 0;
    boolean masked = false;
    long running = Hashing.START;
    for (int i = start; i < end; i++) {
      kinds |= Characters.kind(text[i]);
      masked |= isWildcard(i);
      digits += Characters.isDigit(text[i]) ? 1 : 0;
      running = Hashing.add(running, text[i]);
    }
    addWord(start, end, masked, digits, kinds, Hashing.finish(running));
  }

  private static long[] delimiterHashes() {
    long[] hashes = new long[128];
    for (char c = 0; c < hashes.length; c++) {
      hashes[c] = Hashing.of(String.valueOf(c));
    }
    return hashes;
  }
}
