package dev.mendgate.gateway.source.statement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mendgate.gateway.source.GitRepository;
import dev.mendgate.gateway.source.ScratchRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StoredStatementsTest {
  private static final String LOGS =
      "class A { org.slf4j.Logger log; void m() { log.info(Texts.ONE + \" {}\", this); } }";

  private final ScratchRepository scratch;
  private final Path data;

  StoredStatementsTest(@TempDir Path folder) throws Exception {
    this.scratch = ScratchRepository.in(Files.createDirectory(folder.resolve("work")));
    this.data = Files.createDirectory(folder.resolve("data"));
    scratch.write("A.java", LOGS).write("copy/A.java", LOGS).write("Bad.java", "class {");
  }

  /** A class with a text for the others. */
  private static String texts(String text) {
    return "class Texts { static final String ONE = \"" + text + "\"; }";
  }

  /** An index, and how many files had to be read for it. */
  private record Opened(StatementIndex index, int read) {
    List<String> shapes() {
      return index.statements().stream().map(StatementsOf::shape).toList();
    }
  }

  private Opened open(String commit) {
    AtomicInteger read = new AtomicInteger();
    try (GitRepository repository = GitRepository.open(scratch.root())) {
      StatementIndex index =
          StoredStatements.open(
              repository.tree(commit), data, (stage, done, total) -> read.set(total));
      return new Opened(index, read.get());
    }
  }

  @Test
  void theNextCommitReadsNothingButWhatItChanges() {
    String first = scratch.write("Texts.java", texts("one")).commit("first");
    String second = scratch.write("Texts.java", texts("two")).commit("second");
    String third = scratch.write("B.java", "class B {}").commit("third");

    Opened before = open(first);
    Opened after = open(second);

    assertEquals(3, before.read(), "equal files are read once");
    assertEquals(List.of("one <>"), before.shapes().subList(0, 1));
    assertEquals(List.of("Bad.java"), before.index().skipped());
    assertEquals(1, after.read());
    assertEquals(List.of("two <>", "two <>"), after.shapes().subList(0, 2));
    assertEquals(List.of("Bad.java"), after.index().skipped());
    assertEquals(1, open(third).read());
  }

  @Test
  void aCommitThatWasSeenBeforeIsPutTogetherWithoutReadingFiles() throws IOException {
    String first = scratch.write("Texts.java", texts("one")).commit("first");
    String second = scratch.write("Texts.java", texts("two")).commit("second");
    Opened before = open(first);
    open(second);

    assertEquals(0, open(first).read());
    Files.delete(data.resolve("statements-" + first));
    Opened again = open(first);

    assertEquals(0, again.read());
    assertEquals(before.index().statements(), again.index().statements());
    assertTrue(Files.exists(data.resolve("statements-" + first)));
  }

  @Test
  void theIndexesOfTheLastFourCommitsAreKept() throws IOException {
    for (int i = 0; i < 6; i++) {
      open(scratch.write("Texts.java", texts("number " + i)).commit("commit " + i));
    }

    try (var files = Files.list(data)) {
      List<String> names = files.map(f -> f.getFileName().toString()).toList();
      assertEquals(4, names.stream().filter(n -> n.startsWith("statements-")).count());
      assertEquals(5, names.size(), names::toString);
    }
  }

  @Test
  void damageIsRepaired() throws IOException {
    String commit = scratch.write("Texts.java", texts("one")).commit("first");
    Opened whole = open(commit);
    Path scans = data.resolve("statement-scans");
    Path index = data.resolve("statements-" + commit);
    byte[] bytes = Files.readAllBytes(scans);

    for (int i = 0; i < bytes.length; i += 3) {
      byte[] damaged = bytes.clone();
      damaged[i] ^= 0x11;
      Files.write(scans, damaged);
      Files.write(index, new byte[] {1, 2, 3});
      Opened repaired = open(commit);
      assertEquals(whole.index().statements(), repaired.index().statements(), "byte " + i);
      assertTrue(repaired.read() > 0, "byte " + i);
    }
    for (int length : List.of(0, 5, 30, bytes.length - 1)) {
      Files.write(scans, Arrays.copyOf(bytes, length));
      Files.delete(index);
      assertEquals(whole.index().statements(), open(commit).index().statements());
    }
    Files.delete(index);
    assertEquals(0, open(commit).read());
    try (var files = Files.list(data)) {
      assertFalse(files.anyMatch(f -> f.toString().endsWith(".part")));
    }
  }
}
