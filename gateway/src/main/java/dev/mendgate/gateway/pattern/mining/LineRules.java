package dev.mendgate.gateway.pattern.mining;

/** Makes one value of several tokens that are one: quantities, lists, enumerations. */
final class LineRules {
  private LineRules() {}

  static void apply(Line line) {
    if (line.masks > 0) {
      readQuantities(line);
      joinMasks(line);
    }
    if (line.numbered > 1) {
      joinEnumerations(line);
    }
  }

  /** Drops what tells a quantity again: {@code 2048 bytes (2 KB)}; a bound is a value. */
  private static void readQuantities(Line line) {
    int out = 0;
    int at = 0;
    while (at < line.size) {
      boolean free = out == 0 || line.isSpace(out - 1);
      boolean bound = free && line.is(at, '<') && line.isMask(at + 1) && isUnit(line, at + 2);
      if (bound) {
        line.move(out++, at + 1);
        at += 4;
        continue;
      }
      boolean quantity = line.isMask(at) && isUnit(line, at + 1);
      line.move(out++, at++);
      if (quantity) {
        line.move(out++, at++);
        line.move(out++, at++);
        at = behindApposition(line, at);
      }
    }
    line.size = out;
  }

  private static boolean isUnit(Line line, int space) {
    return line.isSpace(space) && space + 1 < line.size && Units.isUnit(line.hash[space + 1]);
  }

  private static int behindApposition(Line line, int at) {
    if (!line.isSpace(at) || !line.is(at + 1, '(') || !line.isMask(at + 2)) {
      return at;
    }
    int close = isUnit(line, at + 3) ? at + 5 : at + 3;
    return line.is(close, ')') ? close + 1 : at;
  }

  /** Makes one mask of several with nothing but spaces, commas, colons and semicolons between. */
  private static void joinMasks(Line line) {
    int out = 0;
    int at = 0;
    while (at < line.size) {
      boolean mask = line.kind[at] == Line.MASK;
      line.move(out++, at++);
      while (mask) {
        int next = at;
        while (next < line.size && isJoiner(line, next)) {
          next++;
        }
        if (!line.isMask(next)) {
          break;
        }
        at = next + 1;
      }
    }
    line.size = out;
  }

  private static boolean isJoiner(Line line, int token) {
    return line.isSpace(token) || line.is(token, ',') || line.is(token, ':') || line.is(token, ';');
  }

  /** Makes one token of {@code disk1 disk2 disk3}. */
  private static void joinEnumerations(Line line) {
    int out = 0;
    long stem = 0;
    for (int at = 0; at < line.size; at++) {
      if (line.kind[at] != Line.NUMBERED) {
        line.move(out++, at);
        continue;
      }
      long own = stem(line, at);
      boolean follows =
          out > 1 && line.isSpace(out - 1) && line.kind[out - 2] == Line.NUMBERED && stem == own;
      if (follows) {
        out--;
        line.to[out - 1] = line.to[at];
        line.hash[out - 1] =
            Hashing.finish(Hashing.add(Hashing.add(line.hash[out - 1], ' '), line.hash[at]));
      } else {
        line.move(out++, at);
      }
      stem = own;
    }
    line.size = out;
  }

  private static long stem(Line line, int token) {
    long running = Hashing.START;
    for (int i = line.from[token]; i < line.to[token]; i++) {
      if (!Characters.isDigit(line.text[i])) {
        running = Hashing.add(running, line.text[i]);
      }
    }
    return running;
  }
}
