package dev.mendgate.gateway.source.blame;

import dev.mendgate.gateway.source.diff.RandomText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.eclipse.jgit.merge.MergeAlgorithm;
import org.eclipse.jgit.merge.MergeChunk;
import org.eclipse.jgit.merge.MergeResult;
import org.jspecify.annotations.Nullable;

/** Merges the files of generated commits, with a side picked at random where they conflict. */
final class TreeMerger {
  private final Random random;

  TreeMerger(Random random) {
    this.random = random;
  }

  Map<String, TreeEntry> merge(
      Map<String, TreeEntry> base, Map<String, TreeEntry> ours, Map<String, TreeEntry> theirs) {
    TreeSet<String> paths = new TreeSet<>(ours.keySet());
    paths.addAll(theirs.keySet());
    TreeMap<String, TreeEntry> merged = new TreeMap<>();
    for (String path : paths) {
      TreeEntry entry = merge(base.get(path), ours.get(path), theirs.get(path));
      if (entry != null && merged.keySet().stream().noneMatch(p -> path.startsWith(p + "/"))) {
        merged.put(path, entry);
      }
    }
    followRenames(base, ours, theirs, merged);
    return merged;
  }

  private @Nullable TreeEntry merge(
      @Nullable TreeEntry base, @Nullable TreeEntry ours, @Nullable TreeEntry theirs) {
    if (Objects.equals(ours, theirs) || Objects.equals(base, theirs)) {
      return ours;
    }
    if (Objects.equals(base, ours)) {
      return theirs;
    }
    if (ours == null || theirs == null || random.nextInt(8) == 0) {
      return random.nextBoolean() ? ours : theirs;
    }
    return ours.with(merge(base == null ? List.of() : base.text(), ours.text(), theirs.text()));
  }

  private List<String> merge(List<String> base, List<String> ours, List<String> theirs) {
    MergeResult<RawText> result =
        new MergeAlgorithm().merge(RawTextComparator.DEFAULT, raw(base), raw(ours), raw(theirs));
    List<String> merged = new ArrayList<>();
    boolean takeOurs = random.nextBoolean();
    for (MergeChunk chunk : result) {
      boolean taken =
          switch (chunk.getConflictState()) {
            case NO_CONFLICT -> true;
            case FIRST_CONFLICTING_RANGE -> takeOurs;
            case NEXT_CONFLICTING_RANGE -> !takeOurs;
            case BASE_CONFLICTING_RANGE -> false;
          };
      if (taken) {
        List<String> source = List.of(base, ours, theirs).get(chunk.getSequenceIndex());
        merged.addAll(source.subList(chunk.getBegin(), chunk.getEnd()));
      }
    }
    return RandomText.lines(RandomText.bytes(merged));
  }

  private static RawText raw(List<String> text) {
    return new RawText(RandomText.bytes(text));
  }

  /** Brings a change of one side to the place where the other side may have moved the file to. */
  private void followRenames(
      Map<String, TreeEntry> base,
      Map<String, TreeEntry> ours,
      Map<String, TreeEntry> theirs,
      TreeMap<String, TreeEntry> merged) {
    for (Map.Entry<String, TreeEntry> moved : ours.entrySet()) {
      for (Map.Entry<String, TreeEntry> change : theirs.entrySet()) {
        TreeEntry from = base.get(change.getKey());
        boolean renamed =
            from != null
                && !base.containsKey(moved.getKey())
                && !ours.containsKey(change.getKey())
                && from.text().equals(moved.getValue().text());
        if (renamed && merged.containsKey(moved.getKey()) && random.nextInt(4) > 0) {
          merged.put(moved.getKey(), moved.getValue().with(change.getValue().text()));
          merged.remove(change.getKey());
        }
      }
    }
  }
}
