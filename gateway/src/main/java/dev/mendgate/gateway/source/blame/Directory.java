package dev.mendgate.gateway.source.blame;

import dev.mendgate.gateway.source.history.PathTable;
import dev.mendgate.gateway.source.history.Texts;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.CRC32C;

/**
 * The files of one commit and where their runs are, in the order of their paths' bytes.
 *
 * <p>Format, all four bytes big-endian: {@code MGBD}, generation (8), number of the runs file,
 * commit, whether all files are in it, count; for each file its path, the commit its version began
 * with, its path there, its lines (-1 for what is no text) and the offset of its runs; last,
 * CRC-32C of all before.
 */
final class Directory {
  private static final int MAGIC = 0x4d474244;
  private static final int WIDTH = 5;
  private static final int HEADER = 7 * Integer.BYTES;

  private final int commit;
  private final boolean whole;
  private final int[] words;
  private final int count;

  /** A file of the commit. */
  record FileEntry(int path, int changedAt, int changedPath, int lines, int offset) {}

  Directory(int commit, boolean whole, int[] words, int count) {
    this.commit = commit;
    this.whole = whole;
    this.words = words;
    this.count = count;
  }

  int commit() {
    return commit;
  }

  boolean whole() {
    return whole;
  }

  int count() {
    return count;
  }

  long lines() {
    long lines = 0;
    for (int file = 0; file < count; file++) {
      lines += Math.max(0, words[file * WIDTH + 3]);
    }
    return lines;
  }

  int texts() {
    int texts = 0;
    for (int file = 0; file < count; file++) {
      texts += words[file * WIDTH + 3] >= 0 ? 1 : 0;
    }
    return texts;
  }

  FileEntry file(int index) {
    int at = index * WIDTH;
    return new FileEntry(words[at], words[at + 1], words[at + 2], words[at + 3], words[at + 4]);
  }

  /** Finds a file by its path. */
  Optional<FileEntry> find(byte[] path, Texts paths) {
    int low = 0;
    int high = count - 1;
    while (low <= high) {
      int middle = low + high >>> 1;
      int order = paths.compare(words[middle * WIDTH], path);
      if (order == 0) {
        return Optional.of(file(middle));
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return Optional.empty();
  }

  /** Returns the offsets of the runs of all files that have some. */
  IntStream offsets() {
    return IntStream.range(0, count)
        .filter(file -> words[file * WIDTH + 3] >= 0)
        .map(file -> words[file * WIDTH + 4]);
  }

  /** Returns the same directory for runs that were moved. */
  Directory moved(Map<Integer, Integer> offsets) {
    int[] moved = words.clone();
    for (int file = 0; file < count; file++) {
      if (words[file * WIDTH + 3] >= 0) {
        moved[file * WIDTH + 4] =
            Objects.requireNonNull(offsets.get(words[file * WIDTH + 4]), "offset");
      }
    }
    return new Directory(commit, whole, moved, count);
  }

  byte[] encode(long generation, int runsFile) {
    ByteBuffer out = ByteBuffer.allocate(HEADER + count * WIDTH * Integer.BYTES + Integer.BYTES);
    out.putInt(MAGIC).putLong(generation).putInt(runsFile);
    out.putInt(commit).putInt(whole ? 1 : 0).putInt(count);
    for (int i = 0; i < count * WIDTH; i++) {
      out.putInt(words[i]);
    }
    return out.putInt(checksum(out.array(), out.position())).array();
  }

  /** Reads a directory; empty where it is damaged or belongs to another index. */
  static Optional<Directory> decode(byte[] bytes, long generation, int runsFile) {
    int body = bytes.length - Integer.BYTES;
    ByteBuffer in = ByteBuffer.wrap(bytes);
    if (body < HEADER
        || in.getInt(body) != checksum(bytes, body)
        || in.getInt() != MAGIC
        || in.getLong() != generation
        || in.getInt() != runsFile) {
      return Optional.empty();
    }
    int commit = in.getInt();
    boolean whole = in.getInt() == 1;
    int count = in.getInt();
    int[] words = new int[count * WIDTH];
    in.asIntBuffer().get(words);
    return Optional.of(new Directory(commit, whole, words, count));
  }

  private static int checksum(byte[] bytes, int length) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes, 0, length);
    return (int) checksum.getValue();
  }

  /** Gathers files. */
  static final class Builder {
    private int[] words = new int[64 * WIDTH];
    private int count;

    void add(FileEntry file) {
      int at = count * WIDTH;
      if (at == words.length) {
        words = Arrays.copyOf(words, at * 2);
      }
      words[at] = file.path();
      words[at + 1] = file.changedAt();
      words[at + 2] = file.changedPath();
      words[at + 3] = file.lines();
      words[at + 4] = file.offset();
      count++;
    }

    Directory build(int commit, boolean whole, PathTable paths) {
      int[] sorted = new int[count * WIDTH];
      int at = 0;
      for (Integer file :
          IntStream.range(0, count)
              .boxed()
              .sorted((a, b) -> paths.compare(words[a * WIDTH], words[b * WIDTH]))
              .toList()) {
        System.arraycopy(words, file * WIDTH, sorted, at, WIDTH);
        at += WIDTH;
      }
      return new Directory(commit, whole, sorted, count);
    }
  }
}
