package dev.mendgate.gateway.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ScanCommandTest {
  private static final String WEAK = "package a;\nclass A {\n  int m(int a) { return m(a); }\n}\n";

  private Path folder;
  private TestRepository repository;

  @BeforeEach
  void makeRepository(@TempDir Path made) throws Exception {
    folder = made;
    repository =
        new TestRepository(folder.resolve("repo"))
            .write("src/main/java/a/A.java", WEAK)
            .write("src/test/java/a/ATest.java", WEAK.replace("class A", "class ATest"));
    repository.commit("ann");
  }

  @Test
  void findingsAreToldAndAreNoFailure() {
    CommandRun run = scan();
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(run.out().startsWith("src/main/java/a/A.java:3:25: [endless-recursion]"), run.out());
    assertTrue(run.out().contains("1 finding in 1 files"), run.out());
  }

  @Test
  void testSourcesAreLookedAtWhenAskedFor() {
    assertTrue(scan("--tests").out().contains("ATest.java:3"));
  }

  @Test
  void aGateFailsOnNewFindingsOnly() throws Exception {
    String baseline = folder.resolve("baseline.txt").toString();
    assertEquals(1, scan("--fail-on-new").exitCode());
    assertEquals(0, scan("--write-baseline", baseline).exitCode());
    repository.write("src/main/java/a/A.java", "// a line more\n" + WEAK);
    repository.commit("ann");
    assertEquals(0, scan("--baseline", baseline, "--fail-on-new").exitCode());
    repository.write("src/main/java/a/B.java", WEAK.replace("class A", "class B"));
    repository.commit("ann");
    CommandRun run = scan("--baseline", baseline, "--fail-on-new");
    assertEquals(1, run.exitCode());
    assertTrue(run.out().contains("2 findings, 1 of them new"), run.out());
  }

  @Test
  void aSarifLogIsABaseline() throws Exception {
    String log = scan("--format", "sarif").out();
    java.nio.file.Files.writeString(folder.resolve("old.sarif"), log);
    CommandRun run =
        scan(
            "--baseline",
            folder.resolve("old.sarif").toString(),
            "--fail-on-new",
            "--format",
            "sarif");
    assertEquals(0, run.exitCode());
    assertTrue(run.out().contains("\"baselineState\": \"unchanged\""), run.out());
  }

  @Test
  void onlyChangedLinesCountAgainstABase() throws Exception {
    String base = repository.commit("ann");
    repository.write("src/main/java/a/B.java", WEAK.replace("class A", "class B"));
    repository.commit("ann");
    String out = scan("--diff-base", base).out();
    assertTrue(out.contains("B.java:3"), out);
    assertFalse(out.contains("A.java:3"), out);
  }

  @Test
  void rulesPathsAndConfidenceNarrowItDown() {
    assertTrue(scan("--rule", "lost-cause").out().startsWith("0 findings"));
    assertTrue(scan("--exclude", "src/main/**").out().startsWith("0 findings"));
    assertTrue(scan("--min-confidence", "0.99").out().startsWith("0 findings"));
  }

  @Test
  void mistakesAreExplainedInOneLine() {
    assertEquals(2, scan("--rule", "no-such").exitCode());
    assertEquals(2, scan("--min-confidence", "2").exitCode());
    CommandRun run = scan("--baseline", folder.resolve("none").toString());
    assertEquals(2, run.exitCode());
    assertTrue(run.err().contains("cannot read the baseline"), run.err());
  }

  @Test
  void siblingsOfAFailureAreFound() throws Exception {
    repository.write(
        "src/main/java/a/Names.java",
        """
        package a;
        import java.util.Map;
        class Names {
          private final Map<String, String> names = Map.of();
          int length(String key) {
            return names.get(key).length();
          }
          String upper(String key) {
            return names.get(key).toUpperCase();
          }
        }
        """);
    repository.commit("ann");
    Path failure = folder.resolve("failure.txt");
    java.nio.file.Files.writeString(
        failure,
        "java.lang.NullPointerException\n\tat a.Names.length(Names.java:6)\n\tat a.Main.main(Main.java:3)\n");
    CommandRun run = scan("--failure", failure.toString());
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(run.out().startsWith("src/main/java/a/Names.java:9:"), run.out());
    assertTrue(run.out().contains("fix: "), run.out());
  }

  private CommandRun scan(String... more) {
    String[] first = {
      "scan", "--repo", repository.folder().toString(), "--data", folder.resolve("data").toString()
    };
    String[] all = java.util.Arrays.copyOf(first, first.length + more.length);
    System.arraycopy(more, 0, all, first.length, more.length);
    return CommandRun.of(all);
  }
}
