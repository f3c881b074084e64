package dev.mendgate.gateway.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mendgate.gateway.pattern.LogPattern;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PatternsCommandTest {
  private static final String LEFT = LogPattern.ofTemplate("user {} left").hash();

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
  void aRecordIsLocatedByTheMessageOfItsException() throws Exception {
    Path repository = folder.resolve("repository");
    try (Git git = Git.init().setDirectory(repository.toFile()).call()) {
      Files.writeString(
          repository.resolve("A.java"),
          "class A {\n  void m(String x) {\n"
              + "    throw new IllegalStateException(\"drawer \" + x + \" is stuck\");\n  }\n}\n");
      git.add().addFilepattern("A.java").call();
      git.commit().setMessage("A").setAuthor("a", "a@b").setSign(false).call();
    }
    String trace = "java.lang.IllegalStateException: drawer left is stuck\n\tat A.m(A.java:3)\n";
    Path log = folder.resolve("app.log");
    Files.writeString(
        log,
        "12:00:01.123 [main] ERROR b.C - nobody wrote this\n"
            + trace
            + "Exception in thread \"main\" "
            + trace);

    assertEquals(
        0,
        run("patterns", "--repo=" + repository, "--data=" + folder.resolve("data"), log.toString()),
        err.toString());
    String row = LogPattern.ofTemplate("drawer {} is stuck").hash() + "\tdrawer <*> is stuck\t";
    assertEquals((row + "A.java:3-3\n").repeat(2), out.toString());
  }

  @Test
  void aMissingFileIsBadInputAndTheOthersAreReadNevertheless() throws Exception {
    Path log = folder.resolve("app.log");
    Files.writeString(log, "up\n");
    Path none = folder.resolve("none");

    assertEquals(2, run("patterns", none.toString(), folder.toString(), log.toString()));
    assertEquals(LogPattern.ofMessage("up").hash() + "\tup\n", out.toString());
    assertEquals(
        List.of(
            "mendgate: cannot read " + none + ": no such file",
            "mendgate: cannot read " + folder + ": is a folder"),
        err.toString().lines().toList());
  }

  @Test
  void givesAllRecordsOfATemplateItsFinalHash() throws Exception {
    Path log = users("alice", "bob", "carol", "dave");

    assertEquals(0, run("patterns", log.toString()));
    assertEquals((LEFT + "\tuser <*> left\n").repeat(4), out.toString());
  }

  @Test
  void streamsWhatIsKnownAtOnce() throws Exception {
    Path log = users("alice", "bob", "carol", "dave");

    assertEquals(0, run("patterns", "--stream", log.toString()));
    assertEquals(
        LogPattern.ofMessage("user alice left").hash() + "\tuser alice left",
        out.toString().lines().findFirst().orElseThrow());
    assertTrue(out.toString().endsWith(LEFT + "\tuser <*> left\n"), out.toString());
  }

  @Test
  void goesOnWithTheTemplatesOfAFile() throws Exception {
    String templates = folder.resolve("templates").toString();
    assertEquals(0, run("patterns", "--templates", templates, users("ann", "bob").toString()));
    assertEquals(0, run("patterns", "--templates", templates, users("carol", "dave").toString()));
    assertTrue(out.toString().endsWith((LEFT + "\tuser <*> left\n").repeat(2)), out.toString());
  }

  private Path users(String... names) throws Exception {
    Path log = folder.resolve("users-" + names[0] + ".log");
    return Files.writeString(
        log, "user " + String.join(" left\nuser ", names) + " left\n", StandardCharsets.UTF_8);
  }

  @Test
  void readsCompressedFiles() throws Exception {
    Path log = folder.resolve("app.log.gz");
    try (OutputStream file = new GZIPOutputStream(Files.newOutputStream(log))) {
      file.write("12:00:01.123 [main] INFO a.B - up\n".getBytes(StandardCharsets.UTF_8));
    }
    assertEquals(0, run("patterns", log.toString()));
    assertEquals(LogPattern.ofMessage("up").hash() + "\tup\n", out.toString());
  }

  @Test
  void keepsControlCharactersOutOfTheColumns() throws Exception {
    Path log = folder.resolve("app.log");
    Files.writeString(log, "bell \u0007 and \u009b end\n");
    assertEquals(0, run("patterns", log.toString()));
    assertTrue(out.toString().endsWith("\tbell ? and ? end\n"), out.toString());
  }

  @Test
  void stopsQuietlyWhenNobodyReadsOn() throws Exception {
    Path log = folder.resolve("app.log");
    Files.writeString(log, "up\n".repeat(100_000));
    AtomicLong written = new AtomicLong();
    Writer closing =
        new Writer() {
          @Override
          public void write(char[] text, int from, int length) throws IOException {
            if (written.addAndGet(length) > 10_000) {
              throw new IOException("Broken pipe");
            }
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    int code =
        Main.commands()
            .setOut(new PrintWriter(closing))
            .setErr(new PrintWriter(err))
            .execute("patterns", log.toString());

    assertEquals(0, code);
    assertEquals("", err.toString());
    assertTrue(written.get() < 100_000, "written: " + written);
  }

  private int run(String... arguments) {
    return Main.commands()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(arguments);
  }
}
