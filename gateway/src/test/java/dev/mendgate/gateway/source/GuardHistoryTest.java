package dev.mendgate.gateway.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mendgate.fixer.habit.Guard.Kind;
import dev.mendgate.fixer.habit.Guard.Shape;
import dev.mendgate.fixer.habit.PastFixes.Fix;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GuardHistoryTest {
  private static final String BEFORE =
      "class A {\n  int f(String s) {\n    return s.length();\n  }\n}\n";
  private static final String AFTER =
      BEFORE.replace("    return", "    if (s == null) {\n      return 0;\n    }\n    return");

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  @Test
  void findsGuardsThatSmallChangesAddedAndLeavesHeadOut() throws Exception {
    try (Git git = Git.init().setDirectory(folder.resolve("repo").toFile()).call()) {
      commit(git, "src/A.java", BEFORE);
      String fixed = commit(git, "src/A.java", AFTER);
      commit(git, "src/A.java", AFTER + "\n");
      String head =
          commit(
              git,
              "src/A.java",
              AFTER.replace("return s", "if (s.isEmpty()) return 1;\n    return s"));
      try (GitRepository repository = GitRepository.open(folder.resolve("repo"))) {
        Fix expected = new Fix(fixed, "src/A.java", Kind.NULL, Shape.RETURN);
        assertEquals(List.of(expected), history(repository, 10_000).before(head).fixes());
        assertEquals(List.of(expected), history(repository, 0).before(head).fixes(), "kept");
        String next = commit(git, "src/B.java", BEFORE);
        assertEquals(
            List.of(new Fix(head, "src/A.java", Kind.EMPTY, Shape.RETURN), expected),
            history(repository, 10_000).before(next).fixes());
      }
    }
  }

  @Test
  void goesOnWhereTheTimeRanOut() throws Exception {
    try (Git git = Git.init().setDirectory(folder.resolve("repo").toFile()).call()) {
      commit(git, "src/A.java", BEFORE);
      commit(git, "src/A.java", AFTER);
      String head = commit(git, "src/B.java", BEFORE);
      try (GitRepository repository = GitRepository.open(folder.resolve("repo"))) {
        assertEquals(0, history(repository, 0).before(head).fixes().size());
        assertEquals(1, history(repository, 10_000).before(head).fixes().size());
      }
    }
  }

  @Test
  void largeChangesMovedGuardsAndTestsTellNothing() throws Exception {
    try (Git git = Git.init().setDirectory(folder.resolve("repo").toFile()).call()) {
      commit(git, "src/A.java", AFTER);
      commit(
          git,
          "src/A.java",
          AFTER.replace("return 0;", "return 1;").replace("if (s == null)", "if (s  ==  null)"));
      commit(git, "src/test/T.java", BEFORE);
      commit(git, "src/test/T.java", AFTER);
      commit(git, "src/A.java", AFTER + "// more\n".repeat(50) + AFTER.replace("s", "t"));
      String head = commit(git, "src/B.java", BEFORE);
      try (GitRepository repository = GitRepository.open(folder.resolve("repo"))) {
        assertEquals(List.of(), history(repository, 10_000).before(head).fixes());
      }
    }
  }

  private GuardHistory history(GitRepository repository, int millis) {
    return new GuardHistory(repository, folder.resolve("data"), Duration.ofMillis(millis));
  }

  private static String commit(Git git, String path, String text) throws Exception {
    Path file = git.getRepository().getWorkTree().toPath().resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    git.add().addFilepattern(".").call();
    return git.commit()
        .setMessage(path)
        .setSign(false)
        .setAuthor("a", "a@b")
        .setCommitter("a", "a@b")
        .call()
        .name();
  }
}
