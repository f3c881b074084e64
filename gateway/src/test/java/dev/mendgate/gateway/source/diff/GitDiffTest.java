package dev.mendgate.gateway.source.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.RawText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The oracle is the real {@code git diff}. */
final class GitDiffTest {
  private static final Pattern HUNK =
      Pattern.compile("(?m)^@@ -(\\d+)(?:,(\\d+))? \\+(\\d+)(?:,(\\d+))? @@");

  private final Path folder;

  GitDiffTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private void assertSameAsGit(String before, String after, String name) throws Exception {
    List<String> ours =
        GitDiff.diff(text(before), text(after)).stream().map(GitDiffTest::describe).toList();
    assertEquals(git(before, after), ours, name);
  }

  private static RawText text(String text) {
    return new RawText(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String describe(Edit edit) {
    return edit.getBeginA() + "-" + edit.getEndA() + " " + edit.getBeginB() + "-" + edit.getEndB();
  }

  private List<String> git(String before, String after) throws IOException, InterruptedException {
    Files.writeString(folder.resolve("a"), before);
    Files.writeString(folder.resolve("b"), after);
    ProcessBuilder builder =
        new ProcessBuilder("git", "diff", "--no-index", "--no-color", "--text", "-U0", "a", "b")
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
    builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
    Process process = builder.start();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    assertEquals(before.equals(after) ? 0 : 1, process.waitFor(), output);
    List<String> hunks = new ArrayList<>();
    for (Matcher hunk = HUNK.matcher(output); hunk.find(); ) {
      hunks.add(range(hunk.group(1), hunk.group(2)) + " " + range(hunk.group(3), hunk.group(4)));
    }
    return hunks;
  }

  private static String range(String start, String length) {
    int lines = length == null ? 1 : Integer.parseInt(length);
    int from = Integer.parseInt(start) - (lines == 0 ? 0 : 1);
    return from + "-" + (from + lines);
  }

  /** Writes something like source: braces, blank lines, repeated statements, indentation. */
  private static List<String> source(Random random, int lines, int vocabulary) {
    List<String> source = new ArrayList<>();
    int depth = 0;
    for (int i = 0; i < lines; i++) {
      int kind = random.nextInt(8);
      String indent = random.nextInt(20) == 0 ? "\t".repeat(depth) : "  ".repeat(depth);
      if (kind == 0) {
        source.add(random.nextBoolean() ? "" : "  ");
      } else if (kind == 1 && depth < 5) {
        source.add(indent + "if (x" + random.nextInt(3) + ") {");
        depth++;
      } else if (kind == 2 && depth > 0) {
        depth--;
        source.add("  ".repeat(depth) + "}");
      } else {
        source.add(indent + "call(" + random.nextInt(vocabulary) + ");");
      }
    }
    return source;
  }

  private static List<String> edited(
      Random random, List<String> source, int edits, int vocabulary) {
    List<String> lines = new ArrayList<>(source);
    for (int i = 0; i < edits; i++) {
      int at = random.nextInt(lines.size() + 1);
      int length = Math.min(1 + random.nextInt(6), lines.size() - at);
      switch (random.nextInt(3)) {
        case 0 -> lines.subList(at, at + length).clear();
        case 1 -> lines.addAll(at, new ArrayList<>(lines.subList(at, at + length)));
        default -> lines.addAll(at, source(random, 1 + random.nextInt(5), vocabulary));
      }
    }
    return lines;
  }

  private static String join(List<String> lines, boolean ending) {
    return String.join("\n", lines) + (ending && !lines.isEmpty() ? "\n" : "");
  }

  @Test
  void agreesWithGitOnSmallTexts() throws Exception {
    for (int seed = 0; seed < 60; seed++) {
      Random random = new Random(seed);
      List<String> before = source(random, 5 + random.nextInt(120), 12);
      List<String> after = edited(random, before, 1 + random.nextInt(12), 12);
      assertSameAsGit(
          join(before, random.nextInt(5) > 0), join(after, random.nextInt(5) > 0), "seed " + seed);
    }
  }

  @Test
  void agreesWithGitWhereTheSearchIsCutOff() throws Exception {
    for (int seed = 0; seed < 4; seed++) {
      Random random = new Random(seed);
      List<String> before = source(random, 3000, seed % 2 == 0 ? 40 : 5000);
      List<String> after = seed < 2 ? source(random, 3000, 40) : edited(random, before, 700, 40);
      assertSameAsGit(join(before, true), join(after, true), "seed " + seed);
    }
  }

  @Test
  void agreesWithGitAtTheEdges() throws Exception {
    assertSameAsGit("", "", "both empty");
    assertSameAsGit("", "a\n", "from nothing");
    assertSameAsGit("a\nb", "", "to nothing");
    assertSameAsGit("a\nb", "a\nb\n", "line ending added");
    assertSameAsGit("a\r\nb\n", "a\nb\n", "line ending changed");
    assertSameAsGit("\n\n\n", "\n\n\n\n", "blank lines");
    assertSameAsGit("x\n" + "a\n".repeat(3000), "y\n" + "a\n".repeat(2999), "long equal end");
  }
}
