package dev.mendgate.gateway.source.ownership;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A pattern with wildcards for a text without structure: {@code *} is any characters, {@code ?} one
 * of them, a backslash takes the next character literally. Matching takes time in proportion to
 * pattern times text, whatever is in them: patterns come from repositories that nobody vouches for.
 */
final class Glob {
  /** What a pattern may say besides. */
  enum Kind {
    /** Brackets are characters like others. */
    PLAIN,
    /** As {@link #PLAIN}, without regard to case. */
    ANY_CASE,
    /** {@code [a-z]} is one of these characters, {@code [!a-z]} and {@code [^a-z]} none of them. */
    CLASSES
  }

  private sealed interface Part {}

  private enum Wild implements Part {
    RUN,
    ONE
  }

  private record Literal(int character) implements Part {}

  private final List<Part> parts;
  private final boolean anyCase;

  private Glob(List<Part> parts, boolean anyCase) {
    this.parts = List.copyOf(parts);
    this.anyCase = anyCase;
  }

  /** Reads a pattern; a bracket that is never closed makes one that matches nothing. */
  static Glob of(String pattern, Kind kind) {
    boolean anyCase = kind == Kind.ANY_CASE;
    int[] text = folded(pattern, anyCase);
    List<Part> parts = new ArrayList<>();
    int i = 0;
    while (i < text.length) {
      int c = text[i++];
      if (c == '[' && kind == Kind.CLASSES) {
        CharacterClass read = CharacterClass.read(text, i);
        parts.add(read);
        i = read.end();
      } else if (c == '*') {
        parts.add(Wild.RUN);
      } else if (c == '?') {
        parts.add(Wild.ONE);
      } else {
        parts.add(new Literal(c == '\\' && i < text.length ? text[i++] : c));
      }
    }
    return new Glob(parts, anyCase);
  }

  /** Says whether the pattern is {@code *} and nothing else. */
  boolean isAnything() {
    return parts.equals(List.of(Wild.RUN));
  }

  /** Says whether it is about the whole text. */
  boolean matches(String text) {
    int[] all = folded(text, anyCase);
    int part = 0;
    int at = 0;
    int lastRun = -1;
    int runFrom = 0;
    while (at < all.length) {
      if (part < parts.size() && parts.get(part) == Wild.RUN) {
        lastRun = part++;
        runFrom = at;
      } else if (part < parts.size() && matches(parts.get(part), all[at])) {
        part++;
        at++;
      } else if (lastRun >= 0) {
        // What matched since the last run was too early: let the run take one more.
        part = lastRun + 1;
        at = ++runFrom;
      } else {
        return false;
      }
    }
    while (part < parts.size() && parts.get(part) == Wild.RUN) {
      part++;
    }
    return part == parts.size();
  }

  private static boolean matches(Part part, int character) {
    if (part instanceof Literal literal) {
      return literal.character == character;
    }
    return !(part instanceof CharacterClass set) || set.contains(character);
  }

  private static int[] folded(String text, boolean anyCase) {
    return (anyCase ? text.toLowerCase(Locale.ROOT) : text).codePoints().toArray();
  }

  /**
   * A set of characters.
   *
   * @param ranges first and last of each
   * @param negated whether it is about all others
   * @param end index behind the closing bracket
   */
  private record CharacterClass(List<int[]> ranges, boolean negated, int end) implements Part {
    static CharacterClass read(int[] text, int from) {
      int i = from;
      boolean negated = i < text.length && (text[i] == '!' || text[i] == '^');
      i += negated ? 1 : 0;
      List<int[]> ranges = new ArrayList<>();
      while (i < text.length && text[i] != ']') {
        i += escape(text, i);
        int first = text[i++];
        int last = first;
        if (i + 1 < text.length && text[i] == '-' && text[i + 1] != ']') {
          i++;
          i += escape(text, i);
          last = text[i++];
        }
        ranges.add(new int[] {first, last});
      }
      boolean closed = i < text.length;
      return closed
          ? new CharacterClass(List.copyOf(ranges), negated, i + 1)
          : new CharacterClass(List.of(), false, text.length);
    }

    private static int escape(int[] text, int at) {
      return text[at] == '\\' && at + 1 < text.length ? 1 : 0;
    }

    boolean contains(int character) {
      boolean listed = ranges.stream().anyMatch(r -> r[0] <= character && character <= r[1]);
      return listed != negated;
    }
  }
}
