package dev.mendgate.gateway.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevCommit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;

final class RepositoryCommandsTest {
  private static final PersonIdent ADA =
      new PersonIdent(
          "Ada Writer", "ada@example.org", Instant.ofEpochSecond(1_600_000_000), ZoneOffset.UTC);

  private final Path folder;
  private final Path repository;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Command(
      name = "test",
      subcommands = {
        BlameCommand.class,
        IndexCommand.class,
        HistoryCommand.class,
        MapCommand.class
      })
  private static final class Commands {}

  RepositoryCommandsTest(@TempDir Path folder) throws Exception {
    this.folder = folder;
    this.repository = Files.createDirectory(folder.resolve("work"));
    Git.init().setDirectory(repository.toFile()).call().close();
  }

  private String commit(String path, String text) throws Exception {
    Path file = repository.resolve(path);
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, text);
    try (Git git = Git.open(repository.toFile())) {
      git.add().addFilepattern(".").call();
      RevCommit commit =
          git.commit()
              .setMessage("edit " + path)
              .setAuthor(ADA)
              .setCommitter(ADA)
              .setSign(false)
              .call();
      return commit.name();
    }
  }

  private int run(String... arguments) {
    List<String> all = new java.util.ArrayList<>(List.of(arguments));
    all.addAll(1, List.of("--data", folder.resolve("data").toString()));
    CommandLine commands = ExitCodes.install(new CommandLine(new Commands()));
    commands.setOut(new PrintWriter(out, true));
    commands.setErr(new PrintWriter(err, true));
    return commands.execute(all.toArray(String[]::new));
  }

  @Test
  void blamePrintsSevenColumnsForEachLine() throws Exception {
    String first = commit("src/A.java", "one\ntwo\n");
    String second = commit("src/A.java", "zero\none\ntwo\n");

    assertEquals(0, run("blame", "--repo", repository.toString()));

    assertEquals(row(1, second, 1) + row(2, first, 1) + row(3, first, 2), out.toString());
  }

  private static String row(int line, String commit, int originalLine) {
    return "src/A.java\t"
        + line
        + "\t"
        + commit
        + "\tada@example.org\t1600000000\tsrc/A.java\t"
        + originalLine
        + "\n";
  }

  @Test
  void blameTakesARevisionFilesAndFolders() throws Exception {
    String first = commit("src/A.java", "one\ntwo\n");
    commit("src/A.java", "new\n");
    commit("other/B.java", "b\n");
    commit("notes.txt", "n\n");
    String path = repository.toString();

    assertEquals(0, run("blame", "--repo", path, "--rev", "HEAD~3", "src/A.java"));
    assertEquals(row(1, first, 1) + row(2, first, 2), out.toString());
    out.getBuffer().setLength(0);

    assertEquals(0, run("blame", "--repo", path, "other", "notes.txt"));
    assertEquals(List.of("other/B.java", "notes.txt"), firstColumn());
  }

  @Test
  void blameOfEverythingLeavesOutWhatIsNoText() throws Exception {
    commit("b/B.java", "b\n");
    commit("notes.txt", "n\n");
    commit("image.bin", "\0\n");

    assertEquals(0, run("blame", "--repo", repository.toString()));
    assertEquals(List.of("b/B.java", "notes.txt"), firstColumn());
  }

  private List<String> firstColumn() {
    return out.toString().lines().map(row -> row.substring(0, row.indexOf('\t'))).toList();
  }

  @Test
  void aBadRepositoryRevisionOrPathIsOneLineAndExitCodeTwo() throws Exception {
    commit("src/A.java", "one\n");
    String path = repository.toString();

    for (List<String> arguments :
        List.of(
            List.of("blame", "--repo", path + "/none"),
            List.of("index", "--repo", path + "/none"),
            List.of("index", "--repo", "file://" + path + "/none"),
            List.of("index", "--repo", "https://me:secret@forge.invalid/x.git"),
            List.of("blame", "--repo", path, "--rev", "none"),
            List.of("blame", "--repo", path, "none.java"))) {
      err.getBuffer().setLength(0);
      assertEquals(2, run(arguments.toArray(String[]::new)), arguments.toString());
      assertEquals(1, err.toString().lines().count(), err.toString());
      assertEquals("", out.toString());
    }
  }

  @Test
  void aUrlIsClonedIntoTheDataFolderAndFetchedTheNextTime() throws Exception {
    String first = commit("src/A.java", "one\n");
    String url = repository.toUri().toString();

    assertEquals(0, run("blame", "--repo", url), err.toString());
    String second = commit("src/A.java", "zero\none\n");
    assertEquals(0, run("blame", "--repo", url), err.toString());

    assertEquals(row(1, first, 1) + row(1, second, 1) + row(2, first, 1), out.toString());
    assertTrue(err.toString().contains("fetch: "), err.toString());
    try (var clones = Files.list(folder.resolve("data/clones"))) {
      assertEquals(1, clones.filter(Files::isDirectory).count());
    }
  }

  @Test
  void historyPrintsTheCommitsThatChangedAMethod() throws Exception {
    String text = "class A {\n  void a() {\n    int x;\n  }\n}\n";
    String first = commit("src/A.java", text);
    commit("src/A.java", "// licence\n" + text);
    String third = commit("src/A.java", "// licence\n" + text.replace("int x", "long x"));

    assertEquals(0, run("history", "--repo", repository.toString(), "src/A.java:4"));

    String columns = "\tada@example.org\t1600000000\tsrc/A.java\t";
    assertEquals(
        third + columns + "3\t5\tedit src/A.java\n" + first + columns + "2\t4\tedit src/A.java\n",
        out.toString());
  }

  @Test
  void mapFollowsALineAndSaysWhereItWasLost() throws Exception {
    String first = commit("src/A.java", "one\ntwo\n");
    String second = commit("src/A.java", "zero\none\n2\n");
    String path = repository.toString();

    assertEquals(0, run("map", "--repo", path, "--from", first, "src/A.java:1"));
    assertEquals(1, run("map", "--repo", path, "--from", first, "src/A.java:2"));
    assertEquals(0, run("map", "--repo", path, "--from", second, "--to", first, "src/A.java:2"));
    assertEquals(
        "present\tsrc/A.java\t2\t\nchanged\tsrc/A.java\t\t"
            + second
            + "\npresent\tsrc/A.java\t1\t\n",
        out.toString());
    assertEquals(2, run("map", "--repo", path, "--from", first, "src/A.java:3"));
    assertEquals(2, run("map", "--repo", path, "--from", first, "src/A.java"));
  }

  @Test
  void indexSaysWhatItDidAndDoesItOnce() throws Exception {
    String head = commit("src/A.java", "one\ntwo\n");

    assertEquals(0, run("index", "--repo", repository.toString()));
    assertTrue(out.toString().startsWith("indexed " + head + ": 1 files, 2 lines"), out.toString());
    assertEquals(1, out.toString().lines().count());
    assertTrue(err.toString().contains("blame 1/1\n"), err.toString());
    out.getBuffer().setLength(0);

    assertEquals(0, run("index", "--repo", repository.toString()));
    assertTrue(out.toString().startsWith("already indexed " + head), out.toString());
  }
}
