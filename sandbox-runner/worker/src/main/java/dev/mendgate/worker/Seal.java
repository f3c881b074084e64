package dev.mendgate.worker;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tells the worker's messages from those that code under test might write into the same pipe: an
 * HMAC-SHA256 over a running number and the message, so that messages can be neither made up, nor
 * repeated, nor left out.
 */
public final class Seal {
  /** Length of a key. */
  public static final int KEY_BYTES = 32;

  static final int MAC_BYTES = 32;
  private static final String ALGORITHM = "HmacSHA256";

  private final Mac mac;
  private long number;

  /** Starts counting at the first message. */
  public Seal(byte[] key) {
    try {
      mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
    }
  }

  /** Returns the seal of the next message. */
  byte[] next(byte[] message) {
    mac.update(ByteBuffer.allocate(Long.BYTES).putLong(number++).array());
    return mac.doFinal(message);
  }
}
