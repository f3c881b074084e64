package dev.mendgate.gateway.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BlameModesCommandTest {
  private static final String CODE =
      "int count = items.length();\nint total = count * price;\nreturn total;\n";

  private final Path folder;
  private final TestRepository repository;
  private final String formatted;

  BlameModesCommandTest(@TempDir Path folder) throws Exception {
    this.folder = folder;
    this.repository = new TestRepository(folder.resolve("repository"));
    repository.write("A.java", CODE).commit("ana");
    this.formatted = repository.write("A.java", CODE.replace("int ", "\tint  ")).commit("bot");
  }

  @Test
  void withoutOptionsTheCommitThatFormattedIsTold() {
    assertEquals(List.of("bot", "bot", "ana"), authors("A.java"));
  }

  @Test
  void whitespaceIsIgnoredOnDemand() {
    assertEquals(List.of("ana", "ana", "ana"), authors("-w", "A.java"));
    assertEquals(List.of("ana", "ana", "ana"), authors("--ignore-whitespace", "A.java"));
  }

  @Test
  void listedCommitsAreIgnored() throws Exception {
    Path none = Files.writeString(folder.resolve("none"), "# nothing yet\n");
    Path list = Files.writeString(folder.resolve("list"), formatted + " # format\n");
    String option = "--ignore-revs-file";

    assertEquals(List.of("bot", "bot", "ana"), authors(option, none.toString(), "A.java"));
    assertEquals(
        List.of("ana", "ana", "ana"),
        authors(option, list.toString(), option, none.toString(), "A.java"));
  }

  @Test
  void theListOfTheRepositoryIsReadOnDemandOnly() throws Exception {
    CommandRun without = run("--ignore-revs", "A.java");
    assertEquals(2, without.exitCode());
    assertTrue(
        without.err().startsWith("mendgate: no .git-blame-ignore-revs at HEAD of "), without.err());

    repository.write(".git-blame-ignore-revs", formatted + "\n").commit("cy");
    assertEquals(List.of("ana", "ana", "ana"), authors("--ignore-revs", "A.java"));
    assertEquals(List.of("bot", "bot", "ana"), authors("A.java"));
  }

  @Test
  void linesAreFollowedToWhereTheyWere() throws Exception {
    repository.write("B.java", "// b\n").commit("bo");
    repository.write("A.java", "// a\n").write("B.java", "// b\n" + CODE).commit("cy");

    assertEquals(List.of("bo", "cy", "cy", "cy"), authors("-M", "B.java"));
    assertEquals(List.of("bo", "ana", "ana", "ana"), authors("-w", "-C", "B.java"));

    repository.write("C.java", CODE).commit("dee");
    assertEquals(List.of("dee", "dee", "dee"), authors("-C", "C.java"));
    assertEquals(List.of("ana", "ana", "ana"), authors("-w", "-C", "-C", "C.java"));
  }

  @Test
  void aBadListIsBadInput() throws Exception {
    Path list = Files.writeString(folder.resolve("list"), "HEAD~1\n");
    CommandRun bad = run("--ignore-revs-file", list.toString(), "A.java");
    assertEquals(2, bad.exitCode());
    assertTrue(
        bad.err().contains("list, line 1: 'HEAD~1' is no commit id; give all 40"), bad.err());

    CommandRun absent = run("--ignore-revs-file", folder.resolve("absent").toString(), "A.java");
    assertEquals(2, absent.exitCode());
    assertTrue(absent.err().startsWith("mendgate: cannot read "), absent.err());
  }

  private List<String> authors(String... arguments) {
    CommandRun run = run(arguments);
    assertEquals(0, run.exitCode(), run.err());
    return run.out().lines().map(row -> row.split("\t")[3].replace("@example.com", "")).toList();
  }

  private CommandRun run(String... arguments) {
    List<String> all = new ArrayList<>(List.of("blame"));
    all.addAll(List.of("--repo", repository.folder().toString()));
    all.addAll(List.of("--data", folder.resolve("data").toString()));
    all.addAll(List.of(arguments));
    return CommandRun.of(all.toArray(String[]::new));
  }
}
