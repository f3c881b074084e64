package dev.mendgate.gateway.source.blame;

import dev.mendgate.gateway.source.diff.RandomText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes up a history of branches, merges and edits; the same seed makes the same one, and a shorter
 * one is a prefix of a longer one.
 */
final class RandomHistory {
  private static final int MAX_TIPS = 5;
  private static final int MAX_LINES = 1500;
  private static final int MAX_FILES = 160;

  private final Random random;
  private final RandomText texts;
  private final int usualLines;
  private final int branching;
  private final boolean moving;
  private final List<GeneratedCommit> commits = new ArrayList<>();
  private final List<GeneratedCommit> tips = new ArrayList<>();

  private RandomHistory(long seed, boolean moving) {
    this.random = new Random(seed);
    this.moving = moving;
    this.texts = new RandomText(random);
    this.usualLines = new int[] {4, 12, 30, 60, 200}[random.nextInt(5)];
    this.branching = random.nextInt(5) * 9;
  }

  /**
   * Returns commits, the last of them the head.
   *
   * @param most how many at most, whatever the seed says
   */
  static List<GeneratedCommit> of(long seed, int most) {
    return of(new RandomHistory(seed, false), most);
  }

  /** Returns commits of which many move, copy or reformat blocks of lines; as {@link #of} else. */
  static List<GeneratedCommit> withMoves(long seed, int most) {
    return of(new RandomHistory(seed, true), most);
  }

  private static List<GeneratedCommit> of(RandomHistory history, int most) {
    int length = new int[] {3, 6, 12, 25, 60, 150}[history.random.nextInt(6)];
    while (history.commits.size() < Math.min(length, most)) {
      history.next();
    }
    return history.commits;
  }

  private void next() {
    int kind = random.nextInt(100);
    if (tips.isEmpty() || kind == 0) {
      commit(List.of(), Map.of());
    } else if (kind < branching && tips.size() > 1) {
      merge();
    } else if (kind < branching * 2) {
      commit(List.of(anyCommit()), null);
    } else {
      commit(List.of(anyTip()), null);
    }
  }

  private GeneratedCommit anyTip() {
    return tips.get(random.nextInt(tips.size()));
  }

  private GeneratedCommit anyCommit() {
    return commits.get(Math.max(0, commits.size() - 1 - random.nextInt(20)));
  }

  /** Adds a commit; without files given, those of the first parent, changed. */
  private void commit(List<GeneratedCommit> parents, @Nullable Map<String, TreeEntry> given) {
    Map<String, TreeEntry> start = given != null ? given : parents.get(0).tree();
    if (given == null && random.nextInt(30) == 0) {
      start = anyCommit().tree();
    }
    TreeEditor editor = new TreeEditor(random, texts, usualLines, start, moving);
    int changes = parents.isEmpty() ? 1 + random.nextInt(8) : changes(parents.size() > 1);
    for (int i = 0; i < changes; i++) {
      editor.change();
    }
    GeneratedCommit commit =
        GeneratedCommit.of(commits.size() + 1, parents, bounded(editor.tree()));
    commits.add(commit);
    boolean forks = random.nextInt(100) < branching && tips.size() < MAX_TIPS;
    if (!forks) {
      tips.removeAll(parents);
    }
    tips.add(commit);
    if (tips.size() > MAX_TIPS) {
      tips.remove(random.nextInt(MAX_TIPS));
    }
  }

  private int changes(boolean merge) {
    if (merge) {
      return random.nextInt(4) == 0 ? 1 + random.nextInt(2) : 0;
    }
    return random.nextInt(20) == 0 ? random.nextInt(12) : random.nextInt(4);
  }

  /** Keeps doubled blocks and copies from growing without end. */
  private static Map<String, TreeEntry> bounded(Map<String, TreeEntry> tree) {
    Map<String, TreeEntry> kept = new TreeMap<>();
    tree.forEach(
        (path, entry) -> {
          if (kept.size() < MAX_FILES) {
            kept.put(
                path,
                entry.text().size() > MAX_LINES
                    ? entry.with(entry.text().subList(0, MAX_LINES))
                    : entry);
          }
        });
    return kept;
  }

  private void merge() {
    List<GeneratedCommit> sides = new ArrayList<>(tips);
    Collections.shuffle(sides, random);
    if (random.nextInt(30) == 0) {
      sides.clear();
      random.ints(20).forEach(i -> sides.add(anyCommit()));
    }
    int count = random.nextInt(6) == 0 ? 3 + random.nextInt(20) : 2;
    List<GeneratedCommit> parents = sides.stream().distinct().limit(count).toList();
    if (parents.size() == 1) {
      return;
    }
    Map<String, TreeEntry> tree = mergedTree(parents);
    commit(parents, tree);
    if (random.nextInt(4) == 0) {
      List<GeneratedCommit> crossed = new ArrayList<>(parents);
      Collections.reverse(crossed);
      commit(crossed, random.nextBoolean() ? tree : mergedTree(crossed));
    }
  }

  private Map<String, TreeEntry> mergedTree(List<GeneratedCommit> parents) {
    if (random.nextInt(8) == 0) {
      return parents.get(random.nextInt(parents.size())).tree();
    }
    TreeMerger merger = new TreeMerger(random);
    Map<String, TreeEntry> merged = parents.get(0).tree();
    for (GeneratedCommit side : parents.subList(1, parents.size())) {
      int base = parents.get(0).base(side);
      Map<String, TreeEntry> baseTree = base == 0 ? Map.of() : commits.get(base - 1).tree();
      merged = merger.merge(baseTree, merged, side.tree());
    }
    return merged;
  }
}
