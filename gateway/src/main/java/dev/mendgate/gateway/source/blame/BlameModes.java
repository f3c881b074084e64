package dev.mendgate.gateway.source.blame;

import java.util.Set;
import org.eclipse.jgit.lib.ObjectId;

/**
 * Which changes a blame looks through.
 *
 * @param ignoreWhitespace whether lines stay the same where only spaces, tabs or line endings
 *     differ: {@code git blame -w}
 * @param ignoredRevisions commits whose changes belong to the lines they most resemble before:
 *     {@code git blame --ignore-rev}; those the repository does not have are of no account
 * @param moves where to look for lines that were moved or copied
 */
public record BlameModes(
    boolean ignoreWhitespace, Set<ObjectId> ignoredRevisions, MoveDetection moves) {
  /** What git does by default. */
  public static final BlameModes NONE = new BlameModes(false, Set.of(), MoveDetection.NONE);

  /** Takes a copy of the set. */
  public BlameModes {
    ignoredRevisions = Set.copyOf(ignoredRevisions);
  }

  /** Returns modes that only ignore some commits. */
  public static BlameModes ignoring(Set<ObjectId> revisions) {
    return new BlameModes(false, revisions, MoveDetection.NONE);
  }
}
