package dev.mendgate.gateway.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The oracle is the real {@code git blame}. */
final class UnindexedBlameTest {
  private final ScratchRepository scratch;
  private final Path data;

  UnindexedBlameTest(@TempDir Path folder) throws Exception {
    this.scratch = ScratchRepository.in(Files.createDirectory(folder.resolve("work")));
    this.data = folder.resolve("data");
  }

  private static String numbered(int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i <= to; i++) {
      text.append("  int field").append(i).append(" = ").append(i * 7).append(";\n");
    }
    return text.toString();
  }

  /** Writes a tree with modes as some old tools wrote them. */
  private ObjectId zeroPadded(ObjectId tree) throws IOException {
    ByteArrayOutputStream raw = new ByteArrayOutputStream();
    try (GitRepository repository = GitRepository.open(scratch.root());
        ObjectInserter inserter = repository.git().newObjectInserter();
        TreeWalk walk = new TreeWalk(repository.git())) {
      walk.addTree(tree);
      while (walk.next()) {
        ObjectId id = walk.getObjectId(0);
        String mode = "0" + Integer.toOctalString(walk.getRawMode(0));
        raw.writeBytes((mode + " " + walk.getPathString() + "\0").getBytes(StandardCharsets.UTF_8));
        (walk.isSubtree() ? zeroPadded(id) : id).copyRawTo(raw);
      }
      ObjectId written = inserter.insert(Constants.OBJ_TREE, raw.toByteArray());
      inserter.flush();
      return written;
    }
  }

  private void assertSameAsGit(String path) {
    try (GitRepository repository = GitRepository.open(scratch.root())) {
      String head = repository.head();
      List<BlamedLine> lines = new StoredBlame(repository, data).blame(head, path).all();
      assertEquals(GitBlame.of(scratch, head, path), GitBlame.of(lines), path);
    }
  }

  @Test
  void tellsCommitAuthorTimeOriginAndSummaryOfALine() {
    scratch.write("A.java", "one\ntwo\n").commit("write two lines\n\nbody");
    String second = scratch.write("A.java", "zero\none\ntwo\n").commit("add a line");

    try (GitRepository repository = GitRepository.open(scratch.root())) {
      BlamedLine line = new StoredBlame(repository, data).blame(second, "A.java", 3);

      assertEquals("Ada Writer", line.authorName());
      assertEquals("ada@example.org", line.authorMail());
      assertEquals("write two lines", line.summary());
      assertEquals(2, line.originalLine());
      Instant written =
          Instant.ofEpochSecond(
              Long.parseLong(scratch.git("log", "-1", "--format=%at", line.commit()).strip()));
      assertEquals(written, line.authoredAt());
    }
  }

  @Test
  void followsARenameAlsoWhenTheFileChangedAtTheSameTime() {
    scratch.write("old/A.java", "class A {\n" + numbered(1, 40) + "}\n").commit("first");
    scratch.git("mv", "old", "new");
    scratch
        .write(
            "new/A.java", "class A {\n" + numbered(1, 20) + "  // new\n" + numbered(22, 40) + "}\n")
        .commit("move and change");
    scratch.git("mv", "new/A.java", "new/B.java");
    scratch.commit("rename");

    assertSameAsGit("new/B.java");
    try (GitRepository repository = GitRepository.open(scratch.root())) {
      BlamedLine line = new StoredBlame(repository, data).blame(repository.head(), "new/B.java", 5);
      assertEquals("old/A.java", line.originalPath());
    }
  }

  @Test
  void followsARenameOfAFileThatWasHalfRewritten() {
    scratch.write("A.java", numbered(1, 100)).commit("first");
    scratch.git("mv", "A.java", "B.java");
    scratch.write("B.java", numbered(1, 56) + numbered(201, 244)).commit("move and rewrite");

    assertSameAsGit("B.java");
  }

  @Test
  void looksForTheNamesakeOfARenamedFileAmongAHundredEqualOnes() {
    for (int equalOnes : List.of(99, 100)) {
      for (int i = 0; i < equalOnes; i++) {
        scratch.write("many/" + i, "the same\n");
      }
      scratch.write("old/A.java", "the same\n").commit("equal files");
      scratch.git("mv", "old", "new" + equalOnes);
      scratch.git("rm", "-q", "-r", "many");
      scratch.commit("keep one");

      assertSameAsGit("new" + equalOnes + "/A.java");
    }
  }

  @Test
  void readsTreesWhoseModesHaveAZeroInFront() throws Exception {
    scratch.write("a/A.java", "one\ntwo\n").write("b/B.java", numbered(1, 9)).commit("first");
    ObjectId tree = ObjectId.fromString(scratch.git("rev-parse", "HEAD^{tree}").strip());
    String other = zeroPadded(tree).name();
    String commit = scratch.git("commit-tree", "-p", "HEAD", "-m", "other modes", other).strip();
    scratch.git("reset", "-q", "--hard", commit);
    scratch.git("mv", "b", "c");
    scratch.write("a/A.java", "one\nmore\ntwo\n").commit("edit and rename");

    assertSameAsGit("a/A.java");
    assertSameAsGit("c/B.java");
  }

  @Test
  void creditsBothSidesOfAMerge() {
    scratch.write("A.java", numbered(1, 30)).commit("first");
    scratch.git("checkout", "-q", "-b", "side");
    scratch.write("A.java", "  // side\n" + numbered(1, 30)).commit("side");
    scratch.git("checkout", "-q", "main");
    scratch.write("A.java", numbered(1, 30) + "  // main\n").commit("main");
    scratch.git("merge", "-q", "-m", "merge", "side");

    assertSameAsGit("A.java");
  }

  @Test
  void treatsAChangeOfLineEndingsAsAChange() {
    scratch.write("A.java", "a\nb\nc\n").commit("first");
    scratch.write("A.java", "a\r\nb\nc").commit("second");

    assertSameAsGit("A.java");
  }

  @Test
  void readsFilesThatAreNotUtf8() {
    scratch.write("A.java", "// \u00e9\nx\n".getBytes(StandardCharsets.ISO_8859_1)).commit("first");
    scratch.write("A.java", "// \u00e9\ny\n".getBytes(StandardCharsets.ISO_8859_1)).commit("next");

    assertSameAsGit("A.java");
  }

  @Test
  void countsOnlyWhatIsCommitted() {
    String commit = scratch.write("A.java", "a\n").commit("first");
    scratch.write("A.java", "a\nb\n");

    try (GitRepository repository = GitRepository.open(scratch.root())) {
      assertEquals(1, new StoredBlame(repository, data).blame(commit, "A.java").lines());
    }
  }

  @Test
  void refusesFilesAndLinesThatAreNotThere() {
    String commit = scratch.write("A.java", "a\n").commit("first");

    try (GitRepository repository = GitRepository.open(scratch.root())) {
      BlameIndex blame = new StoredBlame(repository, data);
      assertThrows(UnknownPathException.class, () -> blame.blame(commit, "B.java"));
      assertThrows(UnknownPathException.class, () -> blame.blame(commit, "A.java", 0));
      String message =
          assertThrows(UnknownPathException.class, () -> blame.blame(commit, "A.java", 2))
              .getMessage();
      assertTrue(message.contains("it has 1"), message);
    }
  }

  @Test
  void agreesWithGitOnManySmallEdits() {
    for (long seed = 1; seed <= 3; seed++) {
      Random random = new Random(seed);
      StringBuilder text = new StringBuilder(numbered(1, 120));
      String path = "R" + seed + ".java";
      for (int commit = 0; commit < 25; commit++) {
        List<String> lines = new java.util.ArrayList<>(text.toString().lines().toList());
        int at = random.nextInt(lines.size());
        if (random.nextInt(3) == 0 && lines.size() > 20) {
          lines.subList(at, Math.min(lines.size(), at + 1 + random.nextInt(5))).clear();
        } else {
          lines.add(at, "  call" + seed + "_" + commit + "(" + random.nextInt() + ");");
        }
        text = new StringBuilder(String.join("\n", lines)).append('\n');
        scratch.write(path, text.toString()).commit("edit " + commit);
      }
      assertSameAsGit(path);
    }
  }
}
