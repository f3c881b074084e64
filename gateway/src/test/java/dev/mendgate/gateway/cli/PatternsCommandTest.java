package dev.mendgate.gateway.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mendgate.gateway.pattern.LogPattern;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PatternsCommandTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void printsHashAndTemplateOfEachRecord() throws Exception {
    Path log = folder.resolve("app.log");
    Files.writeString(
        log,
        "2026-11-20 12:00:01,123 ERROR [t] a.B - order 7 failed\njava.lang.Error: x\n"
            + "\tat a.C.m(C.java:1)\n2026-11-20 12:00:02,123 INFO [t] a.B - up\n");

    assertEquals(0, run("patterns", log.toString()));
    LogPattern failed = LogPattern.ofTemplate("order {} failed");
    LogPattern up = LogPattern.ofTemplate("up");
    assertEquals(failed.hash() + "\torder <*> failed\n" + up.hash() + "\tup\n", out.toString());
  }

  @Test
  void namesTheStatementsOfARepository() throws Exception {
    Path repository = folder.resolve("repository");
    try (Git git = Git.init().setDirectory(repository.toFile()).call()) {
      Files.writeString(
          repository.resolve("A.java"),
          "class A {\n  org.slf4j.Logger log;\n  void m(String user) {\n"
              + "    log.info(\"user {} left\", user);\n    log.warn(\"all\"\n        + \" left\");"
              + "\n    log.info(\"all left\");\n  }\n}\n");
      git.add().addFilepattern("A.java").call();
      git.commit().setMessage("A").setAuthor("a", "a@b").setSign(false).call();
    }
    Path log = folder.resolve("app.log");
    Files.writeString(log, "user root left\nall left\nnobody wrote this\n");

    int status =
        run(
            "patterns",
            "--repo",
            repository.toString(),
            "--data",
            folder.resolve("data").toString(),
            log.toString());

    assertEquals(0, status, err.toString());
    assertEquals(
        LogPattern.ofTemplate("user {} left").hash()
            + "\tuser <*> left\tA.java:4-4\n"
            + LogPattern.ofTemplate("all left").hash()
            + "\tall left\tA.java:5-6,A.java:7-7\n"
            + LogPattern.ofMessage("nobody wrote this").hash()
            + "\tnobody wrote this\t\n",
        out.toString());
  }

  @Test
  void aMissingFileIsBadInput() {
    assertEquals(2, run("patterns", folder.resolve("none").toString()));
    assertTrue(err.toString().contains("cannot read"), err.toString());
  }

  private int run(String... arguments) {
    return Main.commands()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(arguments);
  }
}
