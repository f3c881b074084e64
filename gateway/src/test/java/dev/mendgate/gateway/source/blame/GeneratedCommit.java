package dev.mendgate.gateway.source.blame;

import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A commit of a generated history.
 *
 * @param mark its number, from 1, parents before children
 * @param parents in order, none twice
 * @param tree its files by path, in order
 * @param ancestors marks of all commits it can reach, its own included
 */
record GeneratedCommit(
    int mark, List<GeneratedCommit> parents, Map<String, TreeEntry> tree, BitSet ancestors) {

  static GeneratedCommit of(int mark, List<GeneratedCommit> parents, Map<String, TreeEntry> tree) {
    BitSet ancestors = new BitSet();
    parents.forEach(parent -> ancestors.or(parent.ancestors));
    ancestors.set(mark);
    return new GeneratedCommit(
        mark, List.copyOf(parents), Collections.unmodifiableMap(new TreeMap<>(tree)), ancestors);
  }

  /** Returns the mark of the youngest common ancestor, 0 for none. */
  int base(GeneratedCommit other) {
    BitSet common = (BitSet) ancestors.clone();
    common.and(other.ancestors);
    return Math.max(0, common.length() - 1);
  }

  /** Within a history the mark says all. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof GeneratedCommit commit && commit.mark == mark;
  }

  @Override
  public int hashCode() {
    return mark;
  }
}
