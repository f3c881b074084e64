package dev.mendgate.gateway.source.blame;

import dev.mendgate.gateway.source.history.CorruptIndexException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/**
 * Packs the runs of a file: four bytes for the length of all that follows and four for the number
 * of marks; the marks; then numbers in groups of seven bits, lowest first, the top bit set on all
 * but the last. Of each run these are its length, its commit and original line as differences from
 * what would continue the run before (signs folded into the lowest bit), and its path where that is
 * another than the run before had. A mark stands for every 128th run and holds what is needed to
 * read from there: line, offset among the numbers, commit, original line that would continue, path.
 */
final class RunCodec {
  private static final int HEADER = 8;
  private static final int RUNS_PER_MARK = 128;
  private static final int MARK = 5 * Integer.BYTES;
  private static final int LOW_BITS = 0x7f;
  private static final int MORE = 0x80;

  private RunCodec() {}

  static byte[] encode(Runs runs) {
    ByteArrayOutputStream body = new ByteArrayOutputStream(runs.size() * 6 + 8);
    int marks = (runs.size() + RUNS_PER_MARK - 1) / RUNS_PER_MARK;
    ByteBuffer head = ByteBuffer.allocate(HEADER + marks * MARK);
    head.putInt(0).putInt(marks);
    int commit = 0;
    int next = 0;
    int path = -1;
    for (int run = 0; run < runs.size(); run++) {
      if (run % RUNS_PER_MARK == 0) {
        head.putInt(runs.line(run)).putInt(body.size()).putInt(commit).putInt(next).putInt(path);
      }
      boolean samePath = runs.path(run) == path;
      number(body, runs.length(run) << 1 | (samePath ? 0 : 1));
      number(body, folded(runs.commit(run) - commit));
      number(body, folded(runs.original(run) - next));
      if (!samePath) {
        number(body, runs.path(run));
      }
      commit = runs.commit(run);
      path = runs.path(run);
      next = runs.original(run) + runs.length(run);
    }
    head.putInt(0, head.capacity() - Integer.BYTES + body.size());
    byte[] packed = body.toByteArray();
    return ByteBuffer.allocate(head.capacity() + packed.length)
        .put(head.flip())
        .put(packed)
        .array();
  }

  /** Returns the number of bytes that encoded runs take. */
  static int length(ByteBuffer all, int offset) throws CorruptIndexException {
    if (offset < 0 || offset > all.limit() - HEADER) {
      throw new CorruptIndexException("no runs at " + offset);
    }
    int length = all.getInt(offset);
    if (length < Integer.BYTES || length > all.limit() - offset - Integer.BYTES) {
      throw new CorruptIndexException("the runs at " + offset + " are cut off");
    }
    return Integer.BYTES + length;
  }

  /** Reads all runs. */
  static Runs decode(ByteBuffer all, int offset) throws CorruptIndexException {
    Runs runs = new Runs();
    int end = offset + length(all, offset);
    int marks = all.getInt(offset + Integer.BYTES);
    if (marks > 0) {
      read(all, offset, 0, end, Integer.MAX_VALUE, runs);
    }
    return runs;
  }

  /** Reads some runs, the one of a line among them. */
  static Runs decode(ByteBuffer all, int offset, int line) throws CorruptIndexException {
    Runs runs = new Runs();
    int end = offset + length(all, offset);
    int low = 0;
    int high = all.getInt(offset + Integer.BYTES) - 1;
    while (low < high) {
      int middle = low + high + 1 >>> 1;
      if (all.getInt(offset + HEADER + middle * MARK) <= line) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    if (high >= 0) {
      read(all, offset, low, end, line, runs);
    }
    return runs;
  }

  private static void read(ByteBuffer all, int offset, int mark, int end, int untilLine, Runs runs)
      throws CorruptIndexException {
    int numbers = offset + HEADER + all.getInt(offset + Integer.BYTES) * MARK;
    int at = offset + HEADER + mark * MARK;
    int line = all.getInt(at);
    int commit = all.getInt(at + 2 * Integer.BYTES);
    int next = all.getInt(at + 3 * Integer.BYTES);
    int path = all.getInt(at + 4 * Integer.BYTES);
    int start = numbers + all.getInt(at + Integer.BYTES);
    if (start < offset || start > end) {
      throw new CorruptIndexException("the runs at " + offset + " are damaged");
    }
    ByteBuffer in = all.slice(start, end - start);
    while (in.hasRemaining() && line <= untilLine) {
      int head = number(in);
      int length = head >>> 1;
      commit += unfolded(number(in));
      int original = next + unfolded(number(in));
      if ((head & 1) != 0) {
        path = number(in);
      }
      runs.add(line, length, commit, path, original);
      line += length;
      next = original + length;
    }
  }

  private static int folded(int number) {
    return number << 1 ^ number >> 31;
  }

  private static int unfolded(int number) {
    return number >>> 1 ^ -(number & 1);
  }

  private static void number(ByteArrayOutputStream out, int value) {
    int rest = value;
    while ((rest & ~LOW_BITS) != 0) {
      out.write(rest & LOW_BITS | MORE);
      rest >>>= 7;
    }
    out.write(rest);
  }

  private static int number(ByteBuffer in) {
    int value = 0;
    int shift = 0;
    byte part;
    do {
      part = in.get();
      value |= (part & LOW_BITS) << shift;
      shift += 7;
    } while (part < 0);
    return value;
  }
}
