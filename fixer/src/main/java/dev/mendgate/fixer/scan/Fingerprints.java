package dev.mendgate.fixer.scan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells findings apart in a way that outlives edits elsewhere: by rule, enclosing member, code
 * without layout, and the occurrence among equals; lines and paths play no part.
 */
public final class Fingerprints {
  private static final int BYTES = 12;

  private Fingerprints() {}

  /**
   * Returns the findings by fingerprint, in the order given, which has to be that of path and
   * position.
   */
  public static Map<String, Finding> of(List<Finding> findings) {
    Map<String, Integer> seen = new HashMap<>();
    Map<String, Finding> named = new LinkedHashMap<>();
    for (Finding finding : findings) {
      String identity =
          String.join("\n", finding.rule(), finding.place().member(), finding.place().code());
      int occurrence = seen.merge(identity, 1, Integer::sum);
      named.put(hash(identity + "\n" + occurrence), finding);
    }
    return named;
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
