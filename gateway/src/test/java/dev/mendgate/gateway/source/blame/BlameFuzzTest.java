package dev.mendgate.gateway.source.blame;

import static org.junit.jupiter.api.Assertions.fail;

import dev.mendgate.gateway.source.BlameIndex;
import dev.mendgate.gateway.source.GitRepository;
import dev.mendgate.gateway.source.IndexProgress;
import dev.mendgate.gateway.source.StoredBlame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compares the blame index with {@code git blame} on generated histories, for every line of every
 * text file at the head. {@code -Dmendgate.blame.seeds=FROM-TO} (or one number) tries other
 * histories than the usual ones, {@code -Dmendgate.blame.commits=NUMBER} cuts them short, {@code
 * -Dmendgate.blame.keep=FOLDER} leaves the repositories there.
 */
final class BlameFuzzTest {
  private static final int EXPLAINED = 3;
  private static final int COMMITS = Integer.getInteger("mendgate.blame.commits", 1000);

  private final Path folder;

  BlameFuzzTest(@TempDir Path folder) {
    String kept = System.getProperty("mendgate.blame.keep");
    this.folder = kept == null ? folder : Path.of(kept);
  }

  /** The index under test: built at some commits of the history, at last at the head. */
  private static BlameIndex index(
      GitRepository repository, Path data, List<String> commits, Random random) {
    StoredBlame blame = new StoredBlame(repository, data);
    for (int i = random.nextInt(4); i > 0; i--) {
      blame.index(commits.get(random.nextInt(commits.size())), IndexProgress.SILENT);
      if (random.nextBoolean()) {
        blame = new StoredBlame(repository, data);
      }
    }
    blame.index(commits.get(commits.size() - 1), IndexProgress.SILENT);
    return random.nextBoolean() ? blame : new StoredBlame(repository, data);
  }

  @Test
  void agreesWithGitOnGeneratedHistories() throws Exception {
    String[] seeds = System.getProperty("mendgate.blame.seeds", "1-120").split("-");
    long last = Long.parseLong(seeds[seeds.length - 1]);
    List<String> differences = new ArrayList<>();
    for (long seed = Long.parseLong(seeds[0]); seed <= last; seed++) {
      compare(seed, differences);
    }
    if (!differences.isEmpty()) {
      fail(differences.size() + " seeds differ:\n" + String.join("\n", differences));
    }
  }

  private void compare(long seed, List<String> differences) throws IOException {
    List<GeneratedCommit> commits = RandomHistory.of(seed, COMMITS);
    Path bare = Files.createDirectories(folder.resolve("seed" + seed));
    List<String> ids = GeneratedRepository.write(bare, seed, commits);
    try (GitRepository repository = GitRepository.open(bare)) {
      BlameIndex blame = index(repository, bare.resolve("data"), ids, new Random(seed));
      String wrong = difference(blame, bare, commits.get(commits.size() - 1), ids);
      if (wrong.isEmpty() && seed % 4 == 0) {
        wrong = difference(blame, bare, commits.get(commits.size() / 2), ids);
      }
      if (!wrong.isEmpty()) {
        boolean explain = differences.size() < EXPLAINED;
        differences.add(
            "seed "
                + seed
                + " of "
                + commits.size()
                + " commits: "
                + wrong
                + (explain ? "\n  " + firstDifference(blame, bare, commits, ids) : ""));
      }
    }
  }

  /** Looks for the oldest commit with a difference: blame follows from the parents' blame. */
  private static String firstDifference(
      BlameIndex blame, Path bare, List<GeneratedCommit> commits, List<String> ids) {
    BitSet reached = commits.get(commits.size() - 1).ancestors();
    for (GeneratedCommit commit : commits) {
      String wrong = reached.get(commit.mark()) ? difference(blame, bare, commit, ids) : "";
      if (!wrong.isEmpty()) {
        return "first at commit "
            + commit.mark()
            + " = "
            + ids.get(commit.mark() - 1)
            + ": "
            + wrong;
      }
    }
    return "nowhere else";
  }

  /** Returns the first line that differs, in words; nothing where none does. */
  private static String difference(
      BlameIndex blame, Path bare, GeneratedCommit commit, List<String> ids) {
    List<String> paths = GeneratedRepository.textPaths(commit);
    String id = ids.get(commit.mark() - 1);
    if (Files.exists(bare.resolve("refs/replace").resolve(id))) {
      return "";
    }
    Map<String, List<String>> git = PorcelainBlame.of(bare, id, paths);
    for (String path : paths) {
      List<String> ours = blame.blame(id, path).all().stream().map(PorcelainBlame::words).toList();
      List<String> theirs = git.getOrDefault(path, List.of());
      for (int i = 0; i < Math.max(ours.size(), theirs.size()); i++) {
        String our = i < ours.size() ? ours.get(i) : "none";
        String their = i < theirs.size() ? theirs.get(i) : "none";
        if (!our.equals(their)) {
          return path + ":" + (i + 1) + "\n  git  " + their + "\n  ours " + our;
        }
      }
    }
    return "";
  }
}
