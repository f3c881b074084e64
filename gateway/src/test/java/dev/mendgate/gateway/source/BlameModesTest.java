package dev.mendgate.gateway.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.mendgate.gateway.source.blame.BlameModes;
import dev.mendgate.gateway.source.blame.MoveDetection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The oracle is the real {@code git blame}. */
final class BlameModesTest {
  private static final String METHOD =
      """
        int total(int[] prices) {
          int total = 0;
          for (int price : prices) {
            total += price;
          }
          return total;
        }
      """;
  private static final String CART = "class Cart {\n" + METHOD + "}\n";

  private final ScratchRepository scratch;
  private final GitRepository repository;
  private final StoredBlame blame;
  private final String first;

  BlameModesTest(@TempDir Path folder) throws Exception {
    this.scratch = ScratchRepository.in(Files.createDirectory(folder.resolve("work")));
    this.first = scratch.write("Cart.java", CART).write("B.java", "class B {\n}\n").commit("first");
    this.repository = GitRepository.open(scratch.root());
    this.blame = new StoredBlame(repository, folder.resolve("data"));
  }

  @AfterEach
  void close() {
    repository.close();
  }

  private void assertSameAsGit(BlameModes modes, String commit, String path, String... options) {
    List<String> git = GitBlame.of(scratch, commit, path, options);
    assertEquals(git, GitBlame.of(blame.blame(commit, path, modes).all()));
    assertNotEquals(git, GitBlame.of(scratch, commit, path), "the mode makes a difference");
  }

  private static BlameModes moves(MoveDetection moves) {
    return new BlameModes(false, Set.of(), moves);
  }

  private static BlameModes ignoring(String... commits) {
    List<ObjectId> ids = new ArrayList<>();
    List.of(commits).forEach(commit -> ids.add(ObjectId.fromString(commit)));
    return BlameModes.ignoring(Set.copyOf(ids));
  }

  @Test
  void looksThroughChangesOfWhitespaceAndLineEndings() {
    String spaced =
        scratch.write("Cart.java", CART.replace("  ", "\t").replace("\n", "\r\n")).commit("tabs");
    assertSameAsGit(new BlameModes(true, Set.of(), MoveDetection.NONE), spaced, "Cart.java", "-w");
  }

  @Test
  void looksThroughIgnoredCommitsToTheLinesTheirsResemble() {
    String formatted =
        scratch
            .write(
                "Cart.java",
                CART.replace("total", "sum")
                    .replace(" {\n", "\n  {\n")
                    .replace("int sum = 0;\n", ""))
            .commit("format");
    String last = scratch.write("Cart.java", "// a\n" + read()).commit("comment");

    assertSameAsGit(ignoring(formatted), last, "Cart.java", "--ignore-rev", formatted);
    assertSameAsGit(
        ignoring(formatted, last),
        last,
        "Cart.java",
        "--ignore-rev=" + last,
        "--ignore-rev",
        formatted);
    assertEquals(first, blame.blame(last, "Cart.java", ignoring(formatted)).line(4).commit());
  }

  @Test
  void aLineLikeNoneBeforeStaysWithTheIgnoredCommit() {
    String added = scratch.write("Cart.java", CART + "?!\n").commit("add");
    assertEquals(added, blame.blame(added, "Cart.java", ignoring(added)).line(10).commit());
  }

  @Test
  void anEditOfVeryManyLinesStaysWithTheIgnoredCommit() {
    String lines = "statement();\n".repeat(20_000);
    scratch.write("Big.java", lines).commit("big");
    String indented = scratch.write("Big.java", lines.indent(2)).commit("indent");
    assertNotEquals(
        indented, blame.blame(indented, "Big.java", ignoring(indented)).line(9).commit());

    String longer = lines + "statement();\n";
    scratch.write("Big.java", longer).commit("longer");
    String again = scratch.write("Big.java", longer.indent(2)).commit("indent again");
    assertEquals(again, blame.blame(again, "Big.java", ignoring(again)).line(9).commit());
  }

  @Test
  void followsABlockThatMovedWithinItsFile() {
    String before = scratch.write("Cart.java", CART + "1\n2\n3\n4\n5\n6\n7\n8\n9\n").commit("two");
    assertNotEquals(before, first);
    String moved = scratch.write("Cart.java", "1\n2\n3\n4\n5\n6\n7\n8\n9\n" + CART).commit("move");
    String again = scratch.write("Cart.java", METHOD + "1\n2\n3\n4\n5\n6\n7\n8\n9\n").commit("up");
    assertNotEquals(moved, again);
    assertSameAsGit(moves(MoveDetection.WITHIN_FILE), again, "Cart.java", "-M");
  }

  @Test
  void followsABlockOutOfAFileThatTheCommitChanged() {
    scratch.write("Cart.java", "class Cart {\n}\n");
    String moved = scratch.write("B.java", "class B {\n" + METHOD + "}\n").commit("move");
    assertSameAsGit(moves(MoveDetection.FROM_CHANGED_FILES), moved, "B.java", "-C");
    assertEquals(
        GitBlame.of(scratch, moved, "B.java"),
        GitBlame.of(blame.blame(moved, "B.java", moves(MoveDetection.WITHIN_FILE)).all()));
  }

  @Test
  void followsABlockOutOfAnUnchangedFileWhereTheFileWasMade() {
    String copied = scratch.write("C.java", "class C {\n" + METHOD + "}\n").commit("copy");
    BlameModes atCreation = moves(MoveDetection.FROM_ANY_FILE_AT_CREATION);
    assertSameAsGit(atCreation, copied, "C.java", "-C", "-C");

    String later = scratch.write("B.java", "class B {\n" + METHOD + "}\n").commit("copy on");
    assertSameAsGit(moves(MoveDetection.FROM_ANY_FILE), later, "B.java", "-C", "-C", "-C");
    assertEquals(
        GitBlame.of(scratch, later, "B.java"),
        GitBlame.of(blame.blame(later, "B.java", atCreation).all()));
  }

  @Test
  void withoutModesTheAnswerIsTheUsualOne() {
    assertEquals(blame.blame(first, "Cart.java"), blame.blame(first, "Cart.java", BlameModes.NONE));
    assertThrows(UnknownPathException.class, () -> blame.blame(first, "none", ignoring(first)));
  }

  @Test
  void listsOfCommitsAreReadAsGitReadsThem() {
    scratch.git("tag", "-a", "-m", "v1", "v1");
    String tag = scratch.git("rev-parse", "v1").strip();
    String blob = scratch.git("rev-parse", "HEAD:B.java").strip();
    String absent = "0123456789012345678901234567890123456789";
    String list =
        "# format\n\n  \t\n "
            + tag.toUpperCase(java.util.Locale.ROOT)
            + " # with a comment\r\n"
            + blob
            + "\n"
            + absent;

    assertEquals(Set.of(ObjectId.fromString(first)), parse(list));
    assertEquals(Set.of(), parse(""));
    assertEquals(
        "list, line 2: 'abc123' is no commit id; give all 40 hexadecimal digits, # for comments",
        assertThrows(SourceException.class, () -> parse(first + "\nabc123\n")).getMessage());
    assertThrows(SourceException.class, () -> parse(first + " " + first));
  }

  private Set<ObjectId> parse(String list) {
    return IgnoredRevisions.parse(repository, "list", list.getBytes(StandardCharsets.UTF_8));
  }

  private String read() {
    try {
      return Files.readString(scratch.root().resolve("Cart.java"));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
