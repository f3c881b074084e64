package dev.mendgate.gateway.source.blame;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;

/** What a history depends on beside the commits: where a clone was cut off, replaced objects. */
final class HistoryView {
  private HistoryView() {}

  /** Returns a text that changes when the same commits have another history. */
  static String of(Repository repository) throws IOException {
    Set<String> parts = new TreeSet<>();
    for (ObjectId shallow : repository.getObjectDatabase().getShallowCommits()) {
      parts.add("shallow " + shallow.name());
    }
    for (Ref ref : repository.getRefDatabase().getRefsByPrefix("refs/replace/")) {
      parts.add(ref.getName() + " " + ref.getObjectId());
    }
    return parts.isEmpty() ? "" : hash(String.join("\n", parts));
  }

  private static String hash(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
