package dev.mendgate.gateway.source.diff;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Writes texts that look like source and edits them the way people do, with much that misleads a
 * comparison: frequent lines, blank lines, braces, moved and doubled blocks. A text is a list of
 * lines with their endings, one char for each byte.
 */
public final class RandomText {
  private static final int MAX_DEPTH = 5;

  private final Random random;
  private final int vocabulary;
  private final String ending;
  private final int strangeness;
  private final int longestBlock;

  /** Takes its style (how often lines recur, how they end) and its contents from a source. */
  public RandomText(Random random) {
    this.random = random;
    this.vocabulary = new int[] {2, 6, 12, 40, 300, 100_000}[random.nextInt(6)];
    this.ending = random.nextInt(6) == 0 ? "\r\n" : "\n";
    this.strangeness = random.nextInt(4) == 0 ? 12 : 200;
    this.longestBlock = new int[] {3, 6, 40, 500}[random.nextInt(4)];
  }

  /** Joins a text to the bytes of a file. */
  public static byte[] bytes(List<String> text) {
    return String.join("", text).getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Splits the bytes of a file as this class would have written them. */
  public static List<String> lines(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    List<String> lines = new ArrayList<>();
    for (int at = 0; at < text.length(); ) {
      int end = text.indexOf('\n', at) < 0 ? text.length() : text.indexOf('\n', at) + 1;
      lines.add(text.substring(at, end));
      at = end;
    }
    return lines;
  }

  /** Writes a text of about that many lines. */
  public List<String> text(int lines) {
    List<String> text = new ArrayList<>();
    int depth = 0;
    while (text.size() < lines) {
      int kind = random.nextInt(9);
      String indent = random.nextInt(20) == 0 ? "\t".repeat(depth) : "  ".repeat(depth);
      if (kind <= 1) {
        text.add((random.nextInt(8) == 0 ? indent : "") + ending);
      } else if (kind == 2 && depth < MAX_DEPTH) {
        text.add(indent + "if (x" + random.nextInt(3) + ") {" + ending);
        depth++;
      } else if (kind <= 4 && depth > 0) {
        depth--;
        text.add("  ".repeat(depth) + "}" + ending);
      } else {
        text.add(indent + statement() + ending);
      }
    }
    return text;
  }

  private String statement() {
    if (random.nextInt(strangeness) > 0) {
      return "call(" + random.nextInt(vocabulary) + ");";
    }
    return switch (random.nextInt(6)) {
      case 0 -> "\u00e9\u00fc" + random.nextInt(vocabulary);
      case 1 -> "\u00c3\u00a9 = " + random.nextInt(vocabulary);
      case 2 -> "\f";
      case 3 -> "cr \r in the midst " + random.nextInt(vocabulary);
      case 4 -> "long " + "x".repeat(random.nextInt(400));
      default -> "\0" + random.nextInt(vocabulary);
    };
  }

  /** Returns a text changed in so many places. */
  public List<String> edited(List<String> text, int edits) {
    List<String> lines = new ArrayList<>(text);
    for (int i = 0; i < edits; i++) {
      edit(lines);
    }
    return whole(lines);
  }

  private void edit(List<String> lines) {
    int at = random.nextInt(lines.size() + 1);
    int longest = random.nextInt(6) == 0 ? 1 + Math.min(longestBlock, lines.size() / 3) : 4;
    int length = Math.min(1 + random.nextInt(longest), lines.size() - at);
    List<String> block = new ArrayList<>(lines.subList(at, at + length));
    switch (random.nextInt(12)) {
      case 0, 1 -> lines.subList(at, at + length).clear();
      case 2, 3 -> lines.addAll(at, block);
      case 4 -> {
        lines.subList(at, at + length).clear();
        lines.addAll(random.nextInt(lines.size() + 1), block);
      }
      case 5 -> lines.addAll(random.nextInt(lines.size() + 1), block);
      case 6 -> Collections.shuffle(lines.subList(at, at + length), random);
      case 7 -> lines.subList(at, at + length).replaceAll(line -> "  " + line);
      case 8 -> lines.subList(at, at + length).replaceAll(this::otherEnding);
      case 9 -> endingAtTheEnd(lines);
      default -> {
        if (random.nextBoolean()) {
          lines.subList(at, at + length).clear();
        }
        lines.addAll(at, text(1 + random.nextInt(longest)));
      }
    }
  }

  private String otherEnding(String line) {
    if (line.endsWith("\r\n")) {
      return line.substring(0, line.length() - 2) + "\n";
    }
    return line.endsWith("\n") ? line.substring(0, line.length() - 1) + "\r\n" : line;
  }

  private static void endingAtTheEnd(List<String> lines) {
    int last = lines.size() - 1;
    if (last >= 0) {
      lines.set(last, lines.get(last).endsWith("\n") ? "end" : lines.get(last) + "\n");
    }
  }

  /** Lines without an ending are joined with what follows them, as in a file. */
  private static List<String> whole(List<String> lines) {
    return lines(bytes(lines));
  }
}
