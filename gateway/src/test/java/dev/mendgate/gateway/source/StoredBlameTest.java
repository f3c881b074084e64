package dev.mendgate.gateway.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The oracle is the real {@code git blame}. */
final class StoredBlameTest {
  private final ScratchRepository scratch;
  private final Path data;
  private final String commit;

  StoredBlameTest(@TempDir Path folder) throws Exception {
    this.scratch = ScratchRepository.in(Files.createDirectory(folder.resolve("work")));
    this.data = folder.resolve("data");
    scratch.write("a/A.java", "a\nb\nc\n").write("note.txt", "n\n").commit("first");
    scratch.git("mv", "a", "b");
    this.commit =
        scratch
            .write("b/A.java", "a\nb\nnew\nc\n")
            .write("B.java", "")
            .write("image", "\0\0\n")
            .commit("next");
  }

  private List<Path> files() throws IOException {
    try (var files = Files.list(data.resolve("blame"))) {
      return files.filter(file -> !file.endsWith("lock")).sorted().toList();
    }
  }

  private void assertSameAsGit(StoredBlame blame, String head, String... paths) {
    for (String path : paths) {
      assertEquals(
          GitBlame.of(scratch, head, path), GitBlame.of(blame.blame(head, path).all()), path);
    }
  }

  @Test
  void answersFromItsFilesAloneAfterIndexing() {
    try (GitRepository repository = GitRepository.open(scratch.root())) {
      new StoredBlame(repository, data).index(commit, IndexProgress.SILENT);
    }
    try (GitRepository repository = GitRepository.open(scratch.root())) {
      StoredBlame blame = new StoredBlame(repository, data);
      scratch.git("reflog", "expire", "--expire=now", "--all");

      assertSameAsGit(blame, commit, "b/A.java", "note.txt");
      assertEquals(0, blame.blame(commit, "B.java").lines());
      assertEquals(blame.blame(commit, "b/A.java").line(3), blame.blame(commit, "b/A.java", 3));
      assertThrows(UnknownPathException.class, () -> blame.blame(commit, "image"));
      assertThrows(UnknownPathException.class, () -> blame.blame(commit, "absent.java"));
      assertThrows(UnknownPathException.class, () -> blame.blame(commit, "b/A.java", 5));
    }
  }

  @Test
  void countsReportsProgressAndReusesWhatIsThere() {
    try (GitRepository repository = GitRepository.open(scratch.root())) {
      List<String> steps = new ArrayList<>();
      IndexProgress progress = (stage, done, total) -> steps.add(stage + " " + done + "/" + total);

      IndexSummary first = new StoredBlame(repository, data).index(commit, progress);
      IndexSummary again = new StoredBlame(repository, data).index(commit, IndexProgress.SILENT);

      assertEquals(new IndexSummary(commit, 3, 5, false), first);
      assertEquals(new IndexSummary(commit, 3, 5, true), again);
      assertEquals(List.of("history 2/2", "blame 0/4", "blame 4/4"), steps);
    }
  }

  @Test
  void isBuiltAnewWhereverItWasDamaged() throws Exception {
    List<String> expected = GitBlame.of(scratch, commit, "b/A.java");
    try (GitRepository repository = GitRepository.open(scratch.root())) {
      new StoredBlame(repository, data).index(commit, IndexProgress.SILENT);
      for (Path file : files()) {
        byte[] whole = Files.readAllBytes(file);
        for (int at = 0; at < whole.length; at += 1 + whole.length / 8) {
          byte[] damaged = whole.clone();
          damaged[at] ^= 0x10;
          assertSurvives(repository, file, damaged, expected);
        }
        assertSurvives(repository, file, Arrays.copyOf(whole, whole.length / 2), expected);
        assertSurvives(repository, file, new byte[0], expected);
      }
    }
  }

  private void assertSurvives(
      GitRepository repository, Path file, byte[] damaged, List<String> expected)
      throws IOException {
    Files.write(file, damaged);
    StoredBlame blame = new StoredBlame(repository, data);
    assertEquals(expected, GitBlame.of(blame.blame(commit, "b/A.java").all()));
    blame.index(commit, IndexProgress.SILENT);
    StoredBlame again = new StoredBlame(repository, data);
    assertEquals(expected, GitBlame.of(again.blame(commit, "b/A.java").all()));
  }

  @Test
  void takesOverWhatAPushLeftAlone() throws Exception {
    try (GitRepository repository = GitRepository.open(scratch.root())) {
      StoredBlame blame = new StoredBlame(repository, data);
      blame.index(commit, IndexProgress.SILENT);
      String next = scratch.write("note.txt", "n\nm\n").commit("push");
      List<String> steps = new ArrayList<>();

      blame.index(next, (stage, done, total) -> steps.add(stage + " " + done + "/" + total));

      assertEquals(List.of("history 1/1", "blame 3/4", "blame 4/4"), steps);
      assertSameAsGit(blame, next, "b/A.java", "note.txt");
      assertSameAsGit(blame, commit, "b/A.java", "note.txt");
    }
  }

  @Test
  void agreesWithGitAfterEveryPushOfBranchesAndMerges() {
    try (GitRepository repository = GitRepository.open(scratch.root())) {
      StoredBlame blame = new StoredBlame(repository, data);
      blame.index(commit, IndexProgress.SILENT);
      scratch.git("checkout", "-q", "-b", "side");
      String side = scratch.write("b/A.java", "a\nside\nb\nnew\nc\n").commit("side");
      scratch.git("checkout", "-q", "main");
      scratch.write("b/A.java", "a\nb\nnew\nc\nmain\n").commit("main");
      scratch.write("note.txt", "n\nm\n").commit("note");
      String main = scratch.write("note.txt", "n\n").commit("note back");
      blame.index(main, IndexProgress.SILENT);
      assertSameAsGit(blame, main, "b/A.java", "note.txt");
      blame.index(side, IndexProgress.SILENT);
      assertSameAsGit(blame, side, "b/A.java", "note.txt");
      scratch.git("checkout", "-q", "side");
      scratch.git("merge", "-q", "-m", "merge", "main");
      String merge = scratch.git("rev-parse", "HEAD").strip();
      blame.index(merge, IndexProgress.SILENT);
      assertSameAsGit(blame, merge, "b/A.java", "note.txt");
    }
  }

  @Test
  void keepsAnsweringWhileTheNextCommitIsIndexed() {
    try (GitRepository repository = GitRepository.open(scratch.root())) {
      StoredBlame blame = new StoredBlame(repository, data);
      blame.index(commit, IndexProgress.SILENT);
      String next = scratch.write("note.txt", "n\nm\n").commit("push");
      List<Integer> answers = new ArrayList<>();

      blame.index(
          next,
          (stage, done, total) ->
              answers.add(
                  CompletableFuture.supplyAsync(
                          () ->
                              blame.blame(commit, "b/A.java").lines()
                                  + blame.changes(commit, "b/A.java", 3, 3, 9).size())
                      .orTimeout(1, TimeUnit.MINUTES)
                      .join()));

      assertEquals(List.of(5, 5, 5), answers);
    }
  }

  @Test
  void followsAForcePush() {
    try (GitRepository repository = GitRepository.open(scratch.root())) {
      StoredBlame blame = new StoredBlame(repository, data);
      blame.index(commit, IndexProgress.SILENT);
      scratch.git("reset", "-q", "--hard", "HEAD~1");
      String forced = scratch.write("a/A.java", "a\nother\nc\n").commit("forced");

      assertFalse(blame.index(forced, IndexProgress.SILENT).reused());
      assertSameAsGit(blame, forced, "a/A.java", "note.txt");
    }
  }

  @Test
  void keepsAnsweringAndGoesOnAfterItWasInterrupted() throws Exception {
    for (int i = 0; i < 70 * 16; i++) {
      scratch.write("many/F" + i + ".java", "x\n" + i + "\n");
    }
    String many = scratch.commit("many");
    try (GitRepository repository = GitRepository.open(scratch.root())) {
      StoredBlame blame = new StoredBlame(repository, data);
      blame.index(commit, IndexProgress.SILENT);
      assertThrows(
          IllegalStateException.class,
          () ->
              blame.index(
                  many,
                  (stage, done, total) -> {
                    if (done > 1100) {
                      throw new IllegalStateException("the process dies here");
                    }
                  }));

      StoredBlame next = new StoredBlame(repository, data);
      assertSameAsGit(next, commit, "b/A.java");
      assertTrue(files().stream().anyMatch(file -> file.toString().endsWith(".partial")));
      next.index(many, IndexProgress.SILENT);
      assertSameAsGit(next, many, "many/F3.java", "many/F1100.java");
      assertFalse(files().stream().anyMatch(file -> file.toString().endsWith(".partial")));
    }
  }

  @Test
  void isBuiltAnewWhenAShallowCloneWasDeepened() {
    Path shallow = data.resolveSibling("shallow");
    scratch.git(
        "clone", "-q", "--depth", "1", scratch.root().toUri().toString(), shallow.toString());
    try (GitRepository repository = GitRepository.open(shallow)) {
      StoredBlame blame = new StoredBlame(repository, data);
      blame.index(commit, IndexProgress.SILENT);
      assertEquals(commit, blame.blame(commit, "note.txt", 1).commit());
    }
    scratch.git("-C", shallow.toString(), "fetch", "-q", "--unshallow");
    try (GitRepository repository = GitRepository.open(shallow)) {
      StoredBlame blame = new StoredBlame(repository, data);
      assertFalse(blame.index(commit, IndexProgress.SILENT).reused());
      assertSameAsGit(blame, commit, "b/A.java", "note.txt");
    }
  }

  @Test
  void keepsOnlyTheLastCommits() throws Exception {
    try (GitRepository repository = GitRepository.open(scratch.root())) {
      StoredBlame blame = new StoredBlame(repository, data);
      for (int i = 0; i < 20; i++) {
        blame.index(scratch.write("B.java", "x" + i).commit("edit"), IndexProgress.SILENT);
      }
      assertEquals(8, files().stream().filter(file -> file.toString().endsWith(".files")).count());
    }
  }

  @Test
  void givesBackTheSpaceOfRunsThatNoCommitNeeds() throws Exception {
    StringBuilder odd = new StringBuilder();
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      odd.append("odd ").append(i).append('\n');
      all.append("odd ").append(i).append("\neven ").append(i).append('\n');
    }
    scratch.write("B.java", odd.toString()).commit("odd");
    scratch.write("B.java", all.toString()).commit("even");
    try (GitRepository repository = GitRepository.open(scratch.root())) {
      StoredBlame blame = new StoredBlame(repository, data);
      String head = commit;
      for (int i = 0; i < 40 && !Files.exists(data.resolve("blame/runs-1")); i++) {
        head = scratch.write("B.java", "edit " + i + "\n" + all).commit("edit");
        blame.index(head, IndexProgress.SILENT);
      }

      assertTrue(Files.exists(data.resolve("blame/runs-1")));
      assertFalse(Files.exists(data.resolve("blame/runs-0")));
      assertSameAsGit(blame, head, "b/A.java", "B.java");
      assertSameAsGit(new StoredBlame(repository, data), head, "b/A.java", "B.java");
    }
  }

  @Test
  void refusesAMalformedTreeOrCommitInOneLine() throws Exception {
    Path object = Files.write(data.resolveSibling("object"), new byte[] {'1', '0', '0', ' ', 'a'});
    String tree = write("tree", object);
    String withTree = scratch.git("commit-tree", "-m", "bad tree", "-p", commit, tree).strip();
    Files.writeString(object, "tree " + tree + "\nparent nonsense\n\nbad\n");
    String malformed = write("commit", object);
    String child =
        scratch.git("commit-tree", "-m", "child", "-p", malformed, commit + "^{tree}").strip();
    for (String bad : List.of(withTree, child)) {
      try (GitRepository repository = GitRepository.open(scratch.root())) {
        StoredBlame blame = new StoredBlame(repository, data.resolve(bad));
        SourceException refused =
            assertThrows(SourceException.class, () -> blame.index(bad, IndexProgress.SILENT));
        assertTrue(String.valueOf(refused.getMessage()).contains("malformed"), refused.toString());
      }
    }
  }

  private String write(String type, Path object) {
    return scratch.git("hash-object", "-w", "--literally", "-t", type, object.toString()).strip();
  }

  @Test
  void namesPeopleAsTheMailmapSays() {
    String named =
        scratch.write(".mailmap", "Ada Lovelace <ada@new.example> <ada@example.org>\n").commit("m");
    try (GitRepository repository = GitRepository.open(scratch.root())) {
      StoredBlame blame = new StoredBlame(repository, data);
      blame.index(named, IndexProgress.SILENT);

      BlamedLine line = blame.blame(named, "note.txt", 1);

      assertEquals("Ada Lovelace", line.authorName());
      assertEquals("ada@new.example", line.authorMail());
    }
  }
}
