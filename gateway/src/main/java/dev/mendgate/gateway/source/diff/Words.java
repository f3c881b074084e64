package dev.mendgate.gateway.source.diff;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.SplittableRandom;

/** Looks at bytes eight at a time. */
final class Words {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final long SEED = new SplittableRandom().nextLong();
  private static final long PRIME = 0x9E3779B97F4A7C15L;

  private Words() {}

  static long at(byte[] bytes, int index) {
    return (long) LONGS.get(bytes, index);
  }

  /** Returns where a byte comes first, {@code to} where it does not. */
  static int indexOf(byte[] bytes, byte wanted, int from, int to) {
    long pattern = (wanted & 0xffL) * ONES;
    int at = from;
    for (; at + Long.BYTES <= to; at += Long.BYTES) {
      long difference = at(bytes, at) ^ pattern;
      long zeros = difference - ONES & ~difference & HIGH_BITS;
      if (zeros != 0) {
        return at + Long.numberOfTrailingZeros(zeros) / Byte.SIZE;
      }
    }
    while (at < to && bytes[at] != wanted) {
      at++;
    }
    return at;
  }

  /** Returns where the line ends that an offset is in: its line feed, or {@code to}. */
  static int lineEnd(byte[] bytes, int from, int to) {
    return indexOf(bytes, (byte) '\n', from, to);
  }

  /** Returns a hash of some bytes that stands for them: nobody can tell which bytes share one. */
  static long hash(byte[] bytes, int from, int to) {
    long hash = SEED + to - from;
    int at = from;
    for (; at + Long.BYTES <= to; at += Long.BYTES) {
      hash = mixed(hash, at(bytes, at));
    }
    if (at < to) {
      hash = mixed(hash, rest(bytes, at, to));
    }
    return hash;
  }

  /** Returns a hash of the bytes that git does not take for space. */
  static long hashWithoutSpace(byte[] bytes, int from, int to) {
    long hash = SEED;
    long word = 0;
    int length = 0;
    for (int at = from; at < to; at++) {
      byte b = bytes[at];
      if (b == ' ' || b == '\t' || b == '\n' || b == '\r') {
        continue;
      }
      word = word << Byte.SIZE | b & 0xff;
      if (++length % Long.BYTES == 0) {
        hash = mixed(hash, word);
        word = 0;
      }
    }
    return mixed(mixed(hash, word), length);
  }

  private static long rest(byte[] bytes, int from, int to) {
    long rest = 0;
    for (int at = to - 1; at >= from; at--) {
      rest = rest << Byte.SIZE | bytes[at] & 0xff;
    }
    return rest;
  }

  private static long mixed(long hash, long word) {
    long mixed = (hash ^ word) * PRIME;
    return mixed ^ mixed >>> 32;
  }
}
