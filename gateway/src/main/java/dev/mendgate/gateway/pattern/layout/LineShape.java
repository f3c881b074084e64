package dev.mendgate.gateway.pattern.layout;

import java.util.ArrayList;
import java.util.List;

/**
 * What the lines of one log have in common, learned from its first lines: parts of the header that
 * no single line shows to be such. The same lines always lead to the same shape.
 *
 * @param isKnown whether there were enough lines to learn from
 * @param skip words that all lines have before the timestamp
 * @param stamped records begin with a timestamp
 * @param named a logger's name and a separator stand before each message
 * @param bars most parts before a message where bars divide them
 * @param tail parts behind what is generally known, in order
 */
public record LineShape(
    boolean isKnown, int skip, boolean stamped, boolean named, int bars, List<TailPart> tail) {
  /** Says nothing. */
  public static final LineShape UNKNOWN =
      new LineShape(false, 0, false, false, Integer.MAX_VALUE, List.of());

  private static final int LEAST_LINES = 8;
  private static final int MAX_SKIP = 6;
  private static final int MAX_TAIL = 5;
  private static final double NEARLY_ALL = 0.95;
  private static final double USUAL = 0.9;
  private static final double MOST = 0.8;

  public LineShape {
    tail = List.copyOf(tail);
  }

  /**
   * Learns.
   *
   * @param lines lines that may begin records: no stack traces, no blank lines
   */
  public static LineShape learn(List<String> lines) {
    if (lines.size() < LEAST_LINES) {
      return UNKNOWN;
    }
    int skip = learnSkip(lines);
    LineShape plain = UNKNOWN.withSkip(skip);
    List<Header> headers = new ArrayList<>();
    List<String> kept = new ArrayList<>();
    int open = 0;
    int stamped = 0;
    int named = 0;
    int bars = Integer.MAX_VALUE;
    for (String line : lines) {
      Header header = Header.of(line, ShippedLine.of(line, plain).start(), plain);
      if (header.isPresent()) {
        headers.add(header);
        kept.add(line);
        open += header.closed() ? 0 : 1;
        stamped += header.timestamp() == null ? 0 : 1;
        named += header.closed() && header.logger() != null ? 1 : 0;
        bars = Math.min(bars, BarLayout.count(line, header.start()));
      }
    }
    boolean enough = headers.size() >= Math.max(LEAST_LINES, lines.size() * MOST);
    boolean allStamped = enough && stamped >= headers.size() * USUAL;
    boolean tailed = enough && open > headers.size() / 2;
    boolean allNamed = enough && named >= headers.size() * NEARLY_ALL;
    List<TailPart> tail = tailed ? learnTail(kept, headers) : List.of();
    return new LineShape(true, skip, allStamped, allNamed, bars, tail);
  }

  private LineShape withSkip(int words) {
    return new LineShape(true, words, stamped, named, bars, tail);
  }

  /** Looks for a timestamp behind other words, where hardly a line begins with a header. */
  private static int learnSkip(List<String> lines) {
    long headed =
        lines.stream()
            .filter(
                line -> ShippedLine.of(line, UNKNOWN).start() > 0 || Header.of(line).isPresent())
            .count();
    if (headed > lines.size() / 2) {
      return 0;
    }
    int best = 0;
    for (int skip = 1; skip <= MAX_SKIP; skip++) {
      int stamped = 0;
      for (String line : lines) {
        int at = wordStart(line, 0, skip);
        // The time of a timestamp that began further left is none of its own.
        int before = best == 0 ? 0 : Timestamps.end(line, wordStart(line, 0, best));
        stamped += at > before && Timestamps.end(line, at) > at ? 1 : 0;
      }
      best = stamped >= lines.size() * MOST ? skip : best;
    }
    return best;
  }

  private static List<TailPart> learnTail(List<String> lines, List<Header> headers) {
    int[] at = headers.stream().mapToInt(Header::start).toArray();
    List<TailPart> tail = new ArrayList<>();
    for (int round = 0; round < MAX_TAIL; round++) {
      TailPart found = null;
      for (TailPart part : TailPart.values()) {
        boolean possible = part != TailPart.LEVEL || headers.get(0).level() == null;
        if (found == null && possible && !tail.contains(part) && share(part, lines, headers, at)) {
          found = part;
        }
      }
      if (found == null) {
        return tail;
      }
      tail.add(found);
      for (int i = 0; i < at.length; i++) {
        int end = headers.get(i).closed() ? at[i] : found.end(lines.get(i), at[i]);
        at[i] = end > at[i] ? TailPart.skipSpaces(lines.get(i), end) : at[i];
      }
      if (found == TailPart.SEPARATED || found == TailPart.LEVEL) {
        return tail;
      }
    }
    return tail;
  }

  private static boolean share(TailPart part, List<String> lines, List<Header> headers, int[] at) {
    int open = 0;
    int having = 0;
    for (int i = 0; i < at.length; i++) {
      if (!headers.get(i).closed()) {
        open++;
        having += part.end(lines.get(i), at[i]) > at[i] ? 1 : 0;
      }
    }
    return having >= open * NEARLY_ALL;
  }

  /** Returns where the header begins: at the timestamp behind the words to skip. */
  int skip(String line, int from) {
    if (skip == 0 || from > 0) {
      return from;
    }
    int at = wordStart(line, from, skip);
    return at > from && Timestamps.end(line, at) > at ? at : from;
  }

  private static int wordStart(String line, int from, int words) {
    int at = from;
    for (int i = 0; i < words; i++) {
      int space = line.indexOf(' ', at);
      if (space < 0) {
        return from;
      }
      at = TailPart.skipSpaces(line, space);
    }
    return at;
  }

  /** Takes what all lines of the log have behind the header that one line shows. */
  void takeTail(String line, HeaderFields fields) {
    for (TailPart part : tail) {
      int at = TailPart.skipSpaces(line, fields.proven);
      int end = part.end(line, at);
      if (end == at || fields.closed) {
        return;
      }
      part.take(line.substring(at, end), fields);
      fields.prove(end);
    }
  }
}
