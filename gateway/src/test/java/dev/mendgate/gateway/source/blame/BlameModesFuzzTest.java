package dev.mendgate.gateway.source.blame;

import static org.junit.jupiter.api.Assertions.fail;

import dev.mendgate.gateway.source.BlamedLine;
import dev.mendgate.gateway.source.GitRepository;
import dev.mendgate.gateway.source.StoredBlame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Compares each mode with {@code git blame} on generated histories, for every line of every text
 * file at the head. {@code -Dmendgate.blame.modes.seeds=FROM-TO} (or one number) tries other
 * histories than the usual ones, {@code -Dmendgate.blame.commits=NUMBER} cuts them short, {@code
 * -Dmendgate.blame.keep=FOLDER} leaves the repositories there.
 */
final class BlameModesFuzzTest {
  private static final int COMMITS = Integer.getInteger("mendgate.blame.commits", 1000);
  private static final String SEEDS = System.getProperty("mendgate.blame.modes.seeds", "1-15");

  private final Path folder;

  /** What git is asked for, and what Mendgate is. */
  private enum Mode {
    WHITESPACE(true, false, MoveDetection.NONE, "-w"),
    IGNORED(false, true, MoveDetection.NONE),
    MOVED(false, false, MoveDetection.WITHIN_FILE, "-M"),
    CHANGED_FILES(false, false, MoveDetection.FROM_CHANGED_FILES, "-C"),
    AT_CREATION(false, false, MoveDetection.FROM_ANY_FILE_AT_CREATION, "-C", "-C"),
    ANY_FILE(false, false, MoveDetection.FROM_ANY_FILE, "-C", "-C", "-C"),
    ALL(true, true, MoveDetection.FROM_CHANGED_FILES, "-w", "-C");

    private final boolean whitespace;
    private final boolean ignored;
    private final MoveDetection moves;
    private final List<String> options;

    Mode(boolean whitespace, boolean ignored, MoveDetection moves, String... options) {
      this.whitespace = whitespace;
      this.ignored = ignored;
      this.moves = moves;
      this.options = List.of(options);
    }

    private BlameModes modes(Set<String> ignoredCommits) {
      Set<ObjectId> ids = new HashSet<>();
      ignoredCommits.forEach(id -> ids.add(ObjectId.fromString(id)));
      return new BlameModes(whitespace, ignored ? ids : Set.of(), moves);
    }

    private String[] options(Path list) {
      List<String> all = new ArrayList<>(options);
      if (ignored) {
        all.addAll(List.of("--ignore-revs-file", list.toString()));
      }
      return all.toArray(String[]::new);
    }
  }

  BlameModesFuzzTest(@TempDir Path folder) {
    String kept = System.getProperty("mendgate.blame.keep");
    this.folder = kept == null ? folder : Path.of(kept);
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void agreesWithGitOnGeneratedHistories(Mode mode) throws Exception {
    String[] seeds = SEEDS.split("-");
    long last = Long.parseLong(seeds[seeds.length - 1]);
    List<String> differences = new ArrayList<>();
    for (long seed = Long.parseLong(seeds[0]); seed <= last; seed++) {
      String difference = difference(mode, seed);
      if (!difference.isEmpty()) {
        differences.add("seed " + seed + ": " + difference);
      }
    }
    if (!differences.isEmpty()) {
      fail(differences.size() + " seeds differ:\n" + String.join("\n", differences));
    }
  }

  private String difference(Mode mode, long seed) throws IOException {
    List<GeneratedCommit> commits = RandomHistory.withMoves(seed, COMMITS);
    GeneratedCommit head = commits.get(commits.size() - 1);
    Path bare = Files.createDirectories(folder.resolve(mode + "-" + seed));
    List<String> ids = GeneratedRepository.write(bare, seed, commits);
    String commit = ids.get(head.mark() - 1);
    if (Files.exists(bare.resolve("refs/replace").resolve(commit))) {
      return "";
    }
    Set<String> ignored = some(ids, new Random(seed));
    Path list = Files.write(bare.resolve("ignored"), ignored);
    List<String> paths = GeneratedRepository.textPaths(head);
    try (GitRepository repository = GitRepository.open(bare)) {
      StoredBlame blame = new StoredBlame(repository, bare.resolve("data"));
      Map<String, List<String>> git =
          PorcelainBlame.of(bare, commit, paths, mode.options(list.toAbsolutePath()));
      for (String path : paths) {
        List<BlamedLine> ours = blame.blame(commit, path, mode.modes(ignored)).all();
        String wrong = difference(git.getOrDefault(path, List.of()), ours);
        if (!wrong.isEmpty()) {
          return commits.size() + " commits, " + path + wrong;
        }
      }
    }
    return "";
  }

  private static Set<String> some(List<String> ids, Random random) {
    int share = 1 + random.nextInt(4);
    Set<String> some = new HashSet<>();
    ids.stream().filter(id -> random.nextInt(share) == 0).forEach(some::add);
    return some;
  }

  private static String difference(List<String> git, List<BlamedLine> ours) {
    for (int i = 0; i < Math.max(git.size(), ours.size()); i++) {
      String their = i < git.size() ? git.get(i) : "none";
      String our = i < ours.size() ? PorcelainBlame.words(ours.get(i)) : "none";
      if (!our.equals(their)) {
        return ":" + (i + 1) + "\n  git  " + their + "\n  ours " + our;
      }
    }
    return "";
  }
}
