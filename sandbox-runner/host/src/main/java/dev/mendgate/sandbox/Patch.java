package dev.mendgate.sandbox;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A candidate fix as the sandbox sees it.
 *
 * @param id names it in progress and logs
 * @param files at least one
 * @param throwsInstead exception that the patched code throws on purpose where it failed before;
 *     null where it no longer throws
 */
public record Patch(String id, List<PatchedFile> files, @Nullable String throwsInstead) {
  public Patch {
    files = List.copyOf(files);
  }

  /**
   * One file after the patch.
   *
   * @param path path in the tree, with {@code /}
   * @param text its whole text
   * @param changedLines lines of {@code text}, from 1, that the patch added or changed
   */
  public record PatchedFile(String path, String text, BitSet changedLines) {}
}
