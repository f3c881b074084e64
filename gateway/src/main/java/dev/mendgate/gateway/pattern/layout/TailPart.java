package dev.mendgate.gateway.pattern.layout;

import java.util.Locale;

/**
 * A part of a header that one line does not show to be one: that nearly all lines have it in the
 * same place does.
 */
enum TailPart {
  /** A level behind one to four words. */
  LEVEL {
    @Override
    int end(String line, int from) {
      int at = from;
      for (int word = 0; word <= MAX_WORDS && at < line.length(); word++) {
        int end = wordEnd(line, at);
        boolean upper = Levels.end(line, at) == end && end > at;
        if (word > 0 && (upper || isUpperCase(line, at, end))) {
          return upper || word == MAX_WORDS - 1 ? end : nextLevel(line, end, word);
        }
        at = skipSpaces(line, end);
      }
      return from;
    }

    /** Words in capitals before the level are none. */
    private int nextLevel(String line, int end, int word) {
      int at = skipSpaces(line, end);
      for (int i = word + 1; i <= MAX_WORDS; i++) {
        int next = wordEnd(line, at);
        if (Levels.end(line, at) == next && next > at) {
          return next;
        }
        at = skipSpaces(line, next);
      }
      return end;
    }

    @Override
    void take(String text, HeaderFields fields) {
      fields.level = text.substring(text.lastIndexOf(' ') + 1);
    }
  },

  /** Text in brackets. */
  GROUP {
    @Override
    int end(String line, int from) {
      char close = line.startsWith("[", from) ? ']' : line.startsWith("(", from) ? ')' : '\0';
      int end = close == '\0' ? -1 : line.indexOf(close, from);
      boolean apart = end > 0 && (end + 1 == line.length() || line.charAt(end + 1) == ' ');
      return apart && end - from < LONGEST ? end + 1 : from;
    }

    @Override
    void take(String text, HeaderFields fields) {
      fields.group(text.substring(1, text.length() - 1).strip());
    }
  },

  /** A number. */
  NUMBER {
    @Override
    int end(String line, int from) {
      Scanner s = new Scanner(line, from, line.length());
      s.take("-");
      return s.digits(1, 12) && s.peek(0) == ' ' ? s.at : from;
    }

    @Override
    void take(String text, HeaderFields fields) {}
  },

  /** Up to four words before a dash or bar. */
  SEPARATED {
    @Override
    int end(String line, int from) {
      int at = from;
      for (int word = 0; word < MAX_WORDS && at < line.length(); word++) {
        int end = wordEnd(line, at);
        int next = skipSpaces(line, end);
        if (end > at && next > end && line.startsWith("- ", next) && end - from < LONGEST) {
          return next + 1;
        }
        at = next;
      }
      return from;
    }

    @Override
    void take(String text, HeaderFields fields) {
      fields.logger =
          fields.logger == null ? text.substring(0, text.length() - 1).strip() : fields.logger;
      fields.closed = true;
    }
  },

  /** A word and at least two spaces. */
  PADDED {
    @Override
    int end(String line, int from) {
      int end = wordEnd(line, from);
      return end > from && line.startsWith("  ", end) && end - from < LONGEST ? end + 2 : from;
    }

    @Override
    void take(String text, HeaderFields fields) {
      fields.logger = fields.logger == null ? text.strip() : fields.logger;
    }
  };

  private static final int MAX_WORDS = 4;
  private static final int LONGEST = 120;

  /** Returns where the part that starts at {@code from} ends; {@code from} without one. */
  abstract int end(String line, int from);

  /** Reads what the part says. */
  abstract void take(String text, HeaderFields fields);

  static int skipSpaces(String line, int from) {
    int at = from;
    while (at < line.length() && line.charAt(at) == ' ') {
      at++;
    }
    return at;
  }

  static int wordEnd(String line, int from) {
    int end = line.indexOf(' ', from);
    return end < 0 ? line.length() : end;
  }

  private static boolean isUpperCase(String line, int from, int to) {
    String word = line.substring(from, to);
    return to - from > 3
        && word.chars().allMatch(Character::isLetter)
        && word.equals(word.toUpperCase(Locale.ROOT));
  }
}
