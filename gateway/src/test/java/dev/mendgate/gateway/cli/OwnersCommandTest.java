package dev.mendgate.gateway.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OwnersCommandTest {
  private final Path folder;
  private final TestRepository repository;

  OwnersCommandTest(@TempDir Path folder) throws Exception {
    this.folder = folder;
    this.repository = new TestRepository(folder.resolve("repository"));
    repository.write("src/A.java", "class A {}\n").write("docs/a.md", "a\n").commit("ana");
  }

  @Test
  void printsOwnersAndReasonsOfFiles() throws Exception {
    repository.write(".github/CODEOWNERS", "docs/ @acme/docs @bo\n").commit("bo");
    Path owners = Files.writeString(folder.resolve("owners"), "team @acme/docs responds 30m\n");

    CommandRun run = run("--owners", owners.toString(), "docs/a.md", "src/A.java");

    assertEquals(0, run.exitCode(), run.err());
    assertEquals(
        """
        docs/a.md\t@acme/docs, @bo\t.github/CODEOWNERS line 1 (docs/); answers within 30m
        src/A.java\tana <ana@example.com>\tlast to change the line
        """,
        run.out());
  }

  @Test
  void codeOwnersAreThoseOfTheRevision() throws Exception {
    repository.write("CODEOWNERS", "* @bo\n").commit("bo");

    assertEquals("@bo", run("src/A.java").out().split("\t")[1]);
    assertEquals("ana <ana@example.com>", run("--rev", "HEAD~1").out().split("\t")[1]);
  }

  @Test
  void aFileThatIsNotThereIsBadInput() {
    CommandRun run = run("src/B.java");

    assertEquals(2, run.exitCode());
    assertTrue(run.err().contains("src/B.java"), run.err());
  }

  private CommandRun run(String... arguments) {
    List<String> all = new ArrayList<>(List.of("owners", "--repo", "", "--data", ""));
    all.set(2, repository.folder().toString());
    all.set(4, folder.resolve("data").toString());
    all.addAll(List.of(arguments));
    return CommandRun.of(all.toArray(String[]::new));
  }
}
