package dev.mendgate.gateway.pattern;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The first eight bytes of a SHA-256 digest: a hash that every language has at hand. */
public final class ShortHash {
  private static final int BYTES = 8;

  private ShortHash() {}

  /** Returns 16 lower-case hexadecimal digits for the text's UTF-8 bytes. */
  public static String of(String text) {
    byte[] digest = sha256().digest(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest, 0, BYTES);
  }

  /** Returns whether the text is such a hash. */
  public static boolean isHash(String text) {
    return text.length() == 2 * BYTES && isLowerHex(text);
  }

  private static boolean isLowerHex(String text) {
    return text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
