package dev.mendgate.gateway.source.history;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Texts of a history as they lie on disk, by their numbers. Safe for concurrent use.
 *
 * @param ends where each text ends
 * @param bytes the bytes of all
 */
public record Texts(IntBuffer ends, ByteBuffer bytes) {
  /** Returns a text; bytes that are not UTF-8 are replaced. */
  public String text(int number) {
    int start = start(number);
    byte[] text = new byte[ends.get(number) - start];
    bytes.get(start, text);
    return new String(text, StandardCharsets.UTF_8);
  }

  /** Compares a text's bytes with others. */
  public int compare(int number, byte[] other) {
    int start = start(number);
    int length = ends.get(number) - start;
    ByteBuffer mine = bytes.slice(start, length);
    ByteBuffer theirs = ByteBuffer.wrap(other);
    int equal = mine.mismatch(theirs);
    return equal < 0 || equal == Math.min(length, other.length)
        ? length - other.length
        : (mine.get(equal) & 0xff) - (theirs.get(equal) & 0xff);
  }

  private int start(int number) {
    return number == 0 ? 0 : ends.get(number - 1);
  }
}
