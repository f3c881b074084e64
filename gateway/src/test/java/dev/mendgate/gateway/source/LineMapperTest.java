package dev.mendgate.gateway.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LineMapperTest {
  private static final String BEFORE =
      """
      class A {
        int first(String s) {
          if (s.isEmpty()) {
            log(s);
            return s.length() - 1;
          }
          return 0;
        }
      }
      """;

  private final ScratchRepository scratch;
  private final Path data;
  private final String deployed;

  LineMapperTest(@TempDir Path folder) throws Exception {
    this.scratch = ScratchRepository.in(Files.createDirectory(folder.resolve("work")));
    this.data = folder.resolve("data");
    this.deployed = scratch.write("src/A.java", BEFORE).commit("deployed");
  }

  private LineMapping map(String path, int line, String to) {
    try (GitRepository repository = GitRepository.open(scratch.root())) {
      return new LineMapper(repository, new StoredBlame(repository, data))
          .map(deployed, path, line, to);
    }
  }

  @Test
  void movesALineByWhatWasAddedAndDeletedAboveIt() {
    String head =
        scratch
            .write("src/A.java", "// licence\n\n" + BEFORE.replace("      log(s);\n", ""))
            .commit("edit");

    assertEquals(new LineMapping.Exact("src/A.java", 5), map("src/A.java", 3, head));
    assertEquals(new LineMapping.Exact("src/A.java", 6), map("src/A.java", 5, head));
  }

  @Test
  void keepsALineOfTheSameCommit() {
    assertEquals(new LineMapping.Exact("src/A.java", 9), map("src/A.java", 9, deployed));
  }

  @Test
  void followsARenamedAndEditedFile() {
    scratch.git("mv", "src", "moved");
    scratch.git("mv", "moved/A.java", "moved/B.java");
    String head =
        scratch.write("moved/B.java", "\n" + BEFORE.replace("class A", "class B")).commit("rename");

    assertEquals(new LineMapping.Exact("moved/B.java", 6), map("src/A.java", 5, head));
  }

  @Test
  void offersTheEnclosingLineForOneThatChanged() {
    String head =
        scratch.write("src/A.java", "\n" + BEFORE.replace("s.length() - 1", "1")).commit("edit");

    LineMapping.Near near = assertInstanceOf(LineMapping.Near.class, map("src/A.java", 5, head));

    assertEquals("src/A.java", near.path());
    assertEquals(4, near.line());
    assertTrue(near.reason().contains("line 5 was changed"), near.reason());
  }

  @Test
  void saysThatALineWasDeleted() {
    String head = scratch.write("src/A.java", BEFORE.replace("      log(s);\n", "")).commit("edit");

    LineMapping.Near near = assertInstanceOf(LineMapping.Near.class, map("src/A.java", 4, head));

    assertTrue(near.reason().contains("line 4 was deleted"), near.reason());
    assertEquals(3, near.line());
  }

  @Test
  void doesNotGuessForADeletedFileOrALineThatNeverWas() {
    scratch.git("rm", "-q", "src/A.java");
    String head = scratch.write("src/Other.java", "interface Other {}\n").commit("delete");

    for (LineMapping mapping :
        java.util.List.of(
            map("src/A.java", 5, head),
            map("src/A.java", 99, deployed),
            map("src/A.java", 0, deployed),
            map("absent.java", 1, head))) {
      assertInstanceOf(LineMapping.Gone.class, mapping);
    }
  }

  @Test
  void saysThatTheFileIsEmptyNow() {
    String head = scratch.write("src/A.java", "").commit("empty");

    assertInstanceOf(LineMapping.Gone.class, map("src/A.java", 5, head));
  }
}
