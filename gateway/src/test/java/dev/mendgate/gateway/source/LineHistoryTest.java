package dev.mendgate.gateway.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LineHistoryTest {
  private static final String METHODS =
      """
      class A {
        int one() {
          int a = 1;
          return a;
        }

        int two() {
          int b = 2;
          return b;
        }
      }
      """;

  private final ScratchRepository scratch;
  private final GitRepository repository;
  private final StoredBlame history;

  LineHistoryTest(@TempDir Path folder) throws Exception {
    this.scratch = ScratchRepository.in(Files.createDirectory(folder.resolve("work")));
    scratch.write("A.java", METHODS).write("B.java", "b\n").commit("write");
    this.repository = GitRepository.open(scratch.root());
    this.history = new StoredBlame(repository, folder.resolve("data"));
  }

  @AfterEach
  void close() {
    repository.close();
  }

  private String edit(String before, String after) throws Exception {
    String text = Files.readString(scratch.root().resolve("A.java"));
    assertEquals(1, text.split(java.util.regex.Pattern.quote(before), -1).length - 1, before);
    return scratch.write("A.java", text.replace(before, after)).commit("edit");
  }

  @Test
  void followsALineToTheFutureAndBack() throws Exception {
    String old = repository.head();
    edit("class A {\n", "// licence\nclass A {\n");
    scratch.git("mv", "A.java", "C.java");
    String now = scratch.commit("move");

    assertEquals(new LineFate.Present("C.java", 9), history.follow(old, "A.java", 8, now));
    assertEquals(new LineFate.Present("A.java", 8), history.follow(now, "C.java", 9, old));
  }

  @Test
  void namesTheCommitThatChangedALine() throws Exception {
    String old = repository.head();
    String changed = edit("int a = 1;", "int a = 3;");
    String now = edit("int b = 2;", "int b = 4;");

    LineFate.Lost lost =
        assertInstanceOf(LineFate.Lost.class, history.follow(old, "A.java", 3, now));
    assertEquals(changed, lost.in().commit());
    assertEquals(LineFate.How.CHANGED, lost.how());
    assertEquals("A.java", lost.path());
    assertEquals("Ada Writer", lost.in().authorName());

    LineFate.Lost notYet =
        assertInstanceOf(LineFate.Lost.class, history.follow(now, "A.java", 3, old));
    assertEquals(changed, notYet.in().commit());
  }

  @Test
  void namesTheCommitThatDeletedALineOrItsFile() throws Exception {
    String old = repository.head();
    String deleted = edit("    int a = 1;\n", "");
    scratch.git("rm", "-q", "B.java");
    String gone = scratch.commit("remove");

    LineFate.Lost line =
        assertInstanceOf(LineFate.Lost.class, history.follow(old, "A.java", 3, gone));
    assertEquals(deleted, line.in().commit());
    assertEquals(LineFate.How.DELETED, line.how());
    LineFate.Lost file =
        assertInstanceOf(LineFate.Lost.class, history.follow(old, "B.java", 1, gone));
    assertEquals(gone, file.in().commit());
    assertEquals(LineFate.How.FILE_DELETED, file.how());
    assertNull(file.path());
  }

  @Test
  void followsALineFromAReleaseBranchToMain() throws Exception {
    scratch.git("checkout", "-q", "-b", "release");
    String deployed = edit("class A {\n", "// release\nclass A {\n");
    scratch.git("checkout", "-q", "main");
    String head = edit("class A {\n", "// one\n// two\nclass A {\n");

    assertEquals(new LineFate.Present("A.java", 10), history.follow(deployed, "A.java", 9, head));
    assertInstanceOf(LineFate.Lost.class, history.follow(deployed, "A.java", 1, head));
  }

  @Test
  void followsALineThatCameWithAMerge() throws Exception {
    scratch.git("checkout", "-q", "-b", "side");
    String side = edit("int b = 2;", "int b = 5;");
    scratch.git("checkout", "-q", "main");
    edit("class A {\n", "// one\nclass A {\n");
    scratch.git("merge", "-q", "-m", "merge", "side");
    String head = scratch.git("rev-parse", "HEAD").strip();

    assertEquals(new LineFate.Present("A.java", 9), history.follow(side, "A.java", 8, head));
    assertEquals(new LineFate.Present("A.java", 8), history.follow(head, "A.java", 9, side));
  }

  @Test
  void leadsEachLineToWhereBlameSaysItComesFromAndBack() {
    Random random = new Random(7);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      lines.add("line " + i);
    }
    String path = "f0.txt";
    scratch.write(path, String.join("\n", lines)).commit("start");
    for (int step = 1; step < 25; step++) {
      int at = random.nextInt(lines.size() - 2);
      switch (random.nextInt(4)) {
        case 0 -> lines.add(at, "new " + step);
        case 1 -> lines.remove(at);
        case 2 -> lines.set(at, "set " + step);
        default -> {
          scratch.git("mv", path, "f" + step + ".txt");
          path = "f" + step + ".txt";
        }
      }
      scratch.write(path, String.join("\n", lines)).commit("step " + step);
    }
    String head = repository.head();
    List<BlamedLine> blame = history.blame(head, path).all();
    for (int line = 1; line <= blame.size(); line++) {
      BlamedLine origin = blame.get(line - 1);
      assertEquals(
          new LineFate.Present(origin.originalPath(), origin.originalLine()),
          history.follow(head, path, line, origin.commit()));
      assertEquals(
          new LineFate.Present(path, line),
          history.follow(origin.commit(), origin.originalPath(), origin.originalLine(), head));
    }
  }

  @Test
  void tellsWhoChangedAMethodAsGitLogDoes() throws Exception {
    edit("int a = 1;", "int a = 3;");
    edit("int b = 2;", "int b = 4;");
    edit("  int two() {\n", "  int three() {\n    return 3;\n  }\n\n  int two() {\n");
    edit("    return b;\n", "    b++;\n    return b;\n");
    scratch.git("mv", "A.java", "C.java");
    String head = scratch.commit("move");

    List<LineChange> changes = history.changes(head, "C.java", 11, 15, 10);

    String expected = scratch.git("log", "-s", "--format=%H", "-L", "11,15:C.java", head).strip();
    assertEquals(
        expected.lines().toList(), changes.stream().map(c -> c.commit().commit()).toList());
    assertEquals("A.java", changes.get(0).path());
    assertEquals(7, changes.get(changes.size() - 1).firstLine());
    assertEquals(1, history.changes(head, "C.java", 11, 15, 1).size());
  }

  @Test
  void refusesPathsThatNeverWere() {
    String head = repository.head();

    assertThrows(UnknownPathException.class, () -> history.follow(head, "No.java", 1, head));
    assertThrows(UnknownPathException.class, () -> history.changes(head, "No.java", 1, 2, 3));
  }
}
