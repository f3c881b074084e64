package dev.mendgate.gateway.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StoredBlameTest {
  private final ScratchRepository scratch;
  private final Path data;
  private final String commit;

  StoredBlameTest(@TempDir Path folder) throws Exception {
    this.scratch = ScratchRepository.in(Files.createDirectory(folder.resolve("work")));
    this.data = folder.resolve("data");
    scratch.write("a/A.java", "a\nb\nc\n").write("note.txt", "n\n").commit("first");
    scratch.git("mv", "a", "b");
    this.commit = scratch.write("b/A.java", "a\nb\nnew\nc\n").write("B.java", "").commit("next");
  }

  private Path indexFile() throws IOException {
    try (var files = Files.list(data)) {
      return files.findFirst().orElseThrow();
    }
  }

  @Test
  void answersFromTheFileAloneAfterIndexing() throws Exception {
    List<BlamedLine> expected;
    try (GitRepository repository = GitRepository.open(scratch.root())) {
      expected = new HistoryBlame(repository).blame(commit, "b/A.java").all();
      new StoredBlame(repository, data).index(commit, IndexProgress.SILENT);
    }

    BlameArchive archive = BlameArchive.read(Files.readAllBytes(indexFile())).orElseThrow();

    assertEquals(expected, archive.blame("b/A.java").orElseThrow().all());
    assertEquals(0, archive.blame("B.java").orElseThrow().lines());
    assertTrue(archive.blame("note.txt").isEmpty());
  }

  @Test
  void countsReportsProgressAndReusesWhatIsThere() {
    try (GitRepository repository = GitRepository.open(scratch.root())) {
      List<String> steps = new ArrayList<>();
      IndexProgress progress = (stage, done, total) -> steps.add(stage + " " + done + "/" + total);

      IndexSummary first = new StoredBlame(repository, data).index(commit, progress);
      IndexSummary again = new StoredBlame(repository, data).index(commit, IndexProgress.SILENT);

      assertEquals(new IndexSummary(commit, 2, 4, false), first);
      assertEquals(new IndexSummary(commit, 2, 4, true), again);
      assertEquals(List.of("blame 0/2", "blame 1/2", "blame 2/2"), steps);
    }
  }

  @Test
  void rebuildsAnIndexFileThatIsDamagedAnywhere() throws Exception {
    try (GitRepository repository = GitRepository.open(scratch.root())) {
      new StoredBlame(repository, data).index(commit, IndexProgress.SILENT);
      Path file = indexFile();
      byte[] whole = Files.readAllBytes(file);
      for (int at = 0; at < whole.length; at++) {
        byte[] damaged = whole.clone();
        damaged[at] ^= 0x10;
        assertTrue(BlameArchive.read(damaged).isEmpty(), "byte " + at);
      }
      for (int length : List.of(0, 3, 20, whole.length / 2, whole.length - 1)) {
        Files.write(file, java.util.Arrays.copyOf(whole, length));
        StoredBlame blame = new StoredBlame(repository, data);
        assertEquals(4, blame.blame(commit, "b/A.java").lines());
        assertFalse(blame.index(commit, IndexProgress.SILENT).reused());
        assertEquals(whole.length, Files.size(file));
      }
    }
  }

  @Test
  void doesNotTakeAnotherCommitsIndexForThisOne() throws Exception {
    try (GitRepository repository = GitRepository.open(scratch.root())) {
      new StoredBlame(repository, data).index(commit, IndexProgress.SILENT);
      String next = scratch.write("b/A.java", "only\n").commit("rewrite");
      Files.copy(indexFile(), data.resolve(next + ".blame"));

      assertEquals(1, new StoredBlame(repository, data).blame(next, "b/A.java").lines());
    }
  }

  @Test
  void computesWhatIsNotIndexed() {
    try (GitRepository repository = GitRepository.open(scratch.root())) {
      StoredBlame blame = new StoredBlame(repository, data);
      blame.index(commit, IndexProgress.SILENT);

      assertEquals(1, blame.blame(commit, "note.txt").lines());
      assertThrows(UnknownPathException.class, () -> blame.blame(commit, "absent.java"));
    }
  }

  @Test
  void keepsOnlyTheLastFewCommits() throws Exception {
    try (GitRepository repository = GitRepository.open(scratch.root())) {
      StoredBlame blame = new StoredBlame(repository, data);
      for (int i = 0; i < 8; i++) {
        blame.index(scratch.write("B.java", "x" + i).commit("edit"), IndexProgress.SILENT);
      }
      try (var files = Files.list(data)) {
        assertEquals(4, files.count());
      }
    }
  }
}
