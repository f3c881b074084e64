package dev.mendgate.gateway.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GitRepositoryTest {
  private final Path folder;
  private final ScratchRepository scratch;
  private final String first;

  GitRepositoryTest(@TempDir Path folder) throws Exception {
    this.folder = folder;
    scratch = ScratchRepository.in(Files.createDirectory(folder.resolve("work")));
    first = scratch.write("src/A.java", "class A {}\n").commit("first");
  }

  @Test
  void opensAWorkingCopyItsGitFolderABareCloneAndALinkedWorktree() {
    scratch.git("clone", "-q", "--bare", ".", "../bare.git");
    scratch.git("worktree", "add", "-q", "-b", "side", "../linked");

    for (String path : List.of("work", "work/.git", "bare.git", "linked")) {
      try (GitRepository repository = GitRepository.open(folder.resolve(path))) {
        assertEquals(first, repository.head(), path);
        assertEquals(List.of("src/A.java"), repository.tree(first).javaPaths(), path);
      }
    }
    try (GitRepository linked = GitRepository.open(folder.resolve("linked"))) {
      assertEquals(Optional.of("side"), linked.branch());
    }
  }

  @Test
  void readsObjectsOfABorrowedObjectStore() {
    scratch.git("clone", "-q", "--shared", ".", "../shared");

    try (GitRepository repository = GitRepository.open(folder.resolve("shared"))) {
      assertEquals(Optional.of("class A {}\n"), repository.tree(first).read("src/A.java"));
    }
  }

  @Test
  void saysWhatToDoWhereThereIsNoRepository() throws Exception {
    Path plain = Files.createDirectory(folder.resolve("plain"));

    String folderMessage =
        assertThrows(UnknownRepositoryException.class, () -> GitRepository.open(plain))
            .getMessage();
    String absentMessage =
        assertThrows(
                UnknownRepositoryException.class,
                () -> GitRepository.open(folder.resolve("absent")))
            .getMessage();

    assertTrue(folderMessage.contains("give the folder that holds .git"), folderMessage);
    assertTrue(absentMessage.contains("there is no such folder"), absentMessage);
  }

  @Test
  void resolvesEveryKindOfName() {
    String second = scratch.write("B.java", "class B {}").commit("second");
    scratch.git("tag", "-a", "-m", "x", "annotated");

    try (GitRepository repository = GitRepository.open(scratch.root())) {
      assertEquals(second, repository.resolve("HEAD"));
      assertEquals(first, repository.resolve("main~1"));
      assertEquals(second, repository.resolve(second.substring(0, 8)));
      assertEquals(second, repository.resolve("annotated"));
    }
  }

  @Test
  void findsTheTagOfADeployedVersion() {
    scratch.git("tag", "v1.2");
    scratch.git("tag", "rel/thing-1.3");
    String second = scratch.commit("second");
    scratch.git("tag", "2.0");

    try (GitRepository repository = GitRepository.open(scratch.root())) {
      assertEquals(Optional.of(first), repository.deployed(null, "1.2"));
      assertEquals(Optional.of(first), repository.deployed("no-such-revision", "1.3"));
      assertEquals(Optional.of(second), repository.deployed(null, "v2.0"));
      assertEquals(Optional.of(first), repository.deployed(first, "2.0"));
      assertEquals(Optional.empty(), repository.deployed(null, "2"));
      assertEquals(Optional.empty(), repository.deployed(null, null));
    }
  }

  @Test
  void doesNotChooseBetweenTagsOfTheSameVersion() {
    scratch.git("tag", "one-1.0");
    scratch.commit("second");
    scratch.git("tag", "two-1.0");

    try (GitRepository repository = GitRepository.open(scratch.root())) {
      assertEquals(Optional.empty(), repository.deployed(null, "1.0"));
    }
  }

  @Test
  void refusesRevisionsItDoesNotHave() {
    try (GitRepository repository = GitRepository.open(scratch.root())) {
      for (String revision :
          List.of("nope", "", "0123456789012345678901234567890123456789", "HEAD~5", "^{", "a..b")) {
        String message =
            assertThrows(UnknownRevisionException.class, () -> repository.resolve(revision))
                .getMessage();
        assertTrue(message.contains("no revision '" + revision + "'"), message);
        assertEquals(1, message.lines().count());
      }
    }
  }

  @Test
  void tellsThatNothingIsCommittedYet() throws Exception {
    ScratchRepository empty = ScratchRepository.in(Files.createDirectory(folder.resolve("empty")));

    try (GitRepository repository = GitRepository.open(empty.root())) {
      assertThrows(UnknownRevisionException.class, repository::head);
      assertEquals(Optional.of("main"), repository.branch());
    }
  }

  @Test
  void readsTextInUtf8OrLatin1AndLeavesOutBinaryHugeAndAbsentFiles() {
    String commit =
        scratch
            .write("Utf8.java", "// \u00e9\r\nclass U {}")
            .write("Latin.java", "// \u00e9".getBytes(StandardCharsets.ISO_8859_1))
            .write("Binary.java", new byte[] {1, 0, 2})
            .write("Huge.java", " ".repeat(CommitTree.MAX_TEXT_BYTES + 1))
            .commit("kinds");

    try (GitRepository repository = GitRepository.open(scratch.root())) {
      CommitTree tree = repository.tree(commit);

      assertEquals(Optional.of("// \u00e9\r\nclass U {}"), tree.read("Utf8.java"));
      assertEquals(Optional.of("// \u00e9"), tree.read("Latin.java"));
      assertEquals(StandardCharsets.ISO_8859_1, tree.require("Latin.java").charset());
      for (String path :
          List.of("Binary.java", "Huge.java", "absent", "src", "", "/src/A.java", "src/A.java/")) {
        assertEquals(Optional.empty(), tree.read(path), path);
        assertThrows(UnknownPathException.class, () -> tree.require(path));
      }
    }
  }

  @Test
  void readsTheReplacementOfAnObject() {
    scratch.write("other", "class Other {}");
    String other = scratch.git("hash-object", "-w", "other").strip();
    String original = scratch.git("rev-parse", "HEAD:src/A.java").strip();
    scratch.git("replace", original, other);

    try (GitRepository repository = GitRepository.open(scratch.root())) {
      assertEquals(Optional.of("class Other {}"), repository.tree(first).read("src/A.java"));
    }
  }
}
