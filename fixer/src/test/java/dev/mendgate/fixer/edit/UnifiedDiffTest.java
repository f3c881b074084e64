package dev.mendgate.fixer.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.mendgate.fixer.source.LineStarts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UnifiedDiffTest {
  private static final String[] PIECES = {
    "a",
    "b;",
    "\n",
    "\n",
    "\n",
    "\r\n",
    "\r",
    " ",
    "\t",
    "}",
    "\u00e9",
    "\uD83D\uDE00",
    "line\n",
    "-x\n",
    "\\ \n"
  };
  private static final String[] NAMES = {
    "A.java",
    "a b/C d.java",
    "q\"uote.java",
    "back\\slash.java",
    "\u00fc/\u4e2d.java",
    "tab\there.java"
  };

  @SuppressWarnings("NullAway.Init") // JUnit sets it
  @TempDir
  Path repository;

  @Test
  void gitAppliesRandomEditsToTheByte() throws Exception {
    git("init", "-q", ".");
    Random random = new Random(42);
    List<FileEdit> edits = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      String path = "d" + i + "/" + NAMES[i % NAMES.length];
      edits.add(randomEdit(path, random));
    }
    for (FileEdit edit : edits) {
      if (!edit.original().isEmpty()) {
        write(edit.path(), edit.original());
      }
    }
    Files.writeString(repository.resolve("all.patch"), UnifiedDiff.of(edits));

    git("-c", "core.autocrlf=false", "apply", "all.patch");

    for (FileEdit edit : edits) {
      Path file = repository.resolve(edit.path());
      String now = Files.exists(file) ? Files.readString(file) : "";
      assertEquals(edit.patched(), now, () -> UnifiedDiff.of(edit));
    }
  }

  @Test
  void printsHunksWithThreeLinesOfContext() {
    String text = "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n";
    FileEdit edit =
        new FileEdit(
            "a/A.java",
            text,
            List.of(new TextEdit(2, 3, "two"), new TextEdit(text.length(), text.length(), "14")));

    assertEquals(
        """
        diff --git a/a/A.java b/a/A.java
        --- a/a/A.java
        +++ b/a/A.java
        @@ -1,5 +1,5 @@
         1
        -2
        +two
         3
         4
         5
        @@ -11,3 +11,4 @@
         11
         12
         13
        +14
        \\ No newline at end of file
        """,
        UnifiedDiff.of(edit));
  }

  @Test
  void aLineThatNeighbouringEditsMoveAroundIsNotPrintedAsChanged() {
    String original = "import a.A;\nimport a.B;\nclass C {}\n";
    FileEdit edit =
        new FileEdit(
            "C.java",
            original,
            List.of(
                new TextEdit(0, "import a.A;\n".length(), ""),
                new TextEdit(
                    "import a.A;\nimport a.B;\n".length(),
                    "import a.A;\nimport a.B;\n".length(),
                    "import a.Z;\n")));

    List<String> changed =
        UnifiedDiff.of(edit).lines().filter(line -> line.matches("[-+](?![-+]).*")).toList();

    assertEquals(List.of("-import a.A;", "+import a.Z;"), changed);
  }

  @Test
  void anEditThatChangesNothingHasNoDiff() {
    FileEdit edit = new FileEdit("A.java", "a\nb\n", List.of(new TextEdit(2, 3, "b")));

    assertEquals("", UnifiedDiff.of(edit));
  }

  @Test
  void changedLinesAreThoseThatTheOriginalDoesNotHaveThere() {
    FileEdit edit =
        new FileEdit(
            "A.java",
            "a\nb\nc\nd\n",
            List.of(new TextEdit(2, 2, "x\ny\n"), new TextEdit(6, 7, "D")));

    BitSet expected = new BitSet();
    expected.set(2, 4);
    expected.set(6);
    assertEquals(expected, ChangedLines.of(edit));
  }

  @Test
  void aDeletionChangesNoLineOfThePatchedText() {
    FileEdit edit = new FileEdit("A.java", "a\nb\nc\n", List.of(new TextEdit(2, 4, "")));

    assertEquals(new BitSet(), ChangedLines.of(edit));
  }

  @Test
  void everyUnchangedLineWasInTheOriginal() {
    Random random = new Random(7);
    for (int i = 0; i < 500; i++) {
      FileEdit edit = randomEdit("A.java", random);
      List<String> before = edit.original().lines().toList();
      List<String> after = edit.patched().lines().toList();
      BitSet changed = ChangedLines.of(edit);
      for (int line = 1; line <= after.size(); line++) {
        String content = after.get(line - 1);
        assertFalse(!changed.get(line) && !before.contains(content), () -> UnifiedDiff.of(edit));
      }
      assertFalse(changed.length() > LineStarts.of(edit.patched()).count() + 1);
    }
  }

  private static FileEdit randomEdit(String path, Random random) {
    String original = randomText(random, random.nextInt(4) == 0 ? 3 : 60);
    List<TextEdit> edits = new ArrayList<>();
    int at = 0;
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count && at <= original.length(); i++) {
      int start = boundary(original, at + random.nextInt(original.length() - at + 1));
      int end = boundary(original, Math.min(original.length(), start + random.nextInt(8)));
      edits.add(new TextEdit(start, Math.max(start, end), randomText(random, 5)));
      at = Math.max(start, end) + 1;
    }
    return new FileEdit(path, original, edits);
  }

  private static int boundary(String text, int at) {
    boolean insidePair = at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at));
    return insidePair ? at + 1 : at;
  }

  private static String randomText(Random random, int pieces) {
    StringBuilder out = new StringBuilder();
    int count = random.nextInt(pieces + 1);
    for (int i = 0; i < count; i++) {
      out.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return out.toString();
  }

  private void write(String path, String text) throws IOException {
    Path file = repository.resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  private void git(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    Path log = repository.resolve("git.log");
    Process process =
        new ProcessBuilder(command)
            .directory(repository.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    assertEquals(true, process.waitFor(60, TimeUnit.SECONDS), "git is done");
    assertEquals(0, process.exitValue(), () -> read(log));
  }

  private static String read(Path log) {
    try {
      return Files.readString(log);
    } catch (IOException unread) {
      return unread.toString();
    }
  }
}
