package dev.mendgate.gateway.source.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Compares with the real {@code git diff} on many pairs of texts, all in one run of git. {@code
 * -Dmendgate.diff.seeds=FROM-TO} compares other pairs than the usual ones, {@code
 * -Dmendgate.diff.lines=NUMBER} makes each 50th of them that long.
 */
final class GitDiffFuzzTest {
  private static final Pattern FILE = Pattern.compile("diff --git a/(\\d+) b/\\d+");
  private static final Pattern HUNK =
      Pattern.compile("@@ -(\\d+)(?:,(\\d+))? \\+(\\d+)(?:,(\\d+))? @@.*");
  private static final int AT_ONCE = 500;
  private static final int BIG = Integer.getInteger("mendgate.diff.lines", 4000);

  private record Pair(byte[] before, byte[] after) {
    private static Pair of(int seed) {
      Random random = new Random(seed);
      RandomText source = new RandomText(random);
      boolean big = seed % 50 == 0;
      List<String> before = source.text(random.nextInt(big ? BIG : 1 + random.nextInt(200)));
      List<String> after =
          random.nextInt(12) == 0
              ? source.text(before.size())
              : source.edited(before, 1 + random.nextInt(big ? 300 : 12));
      return new Pair(RandomText.bytes(before), RandomText.bytes(after));
    }

    /** Compares as blame does, with what is known of the newer text. */
    private List<String> ours(boolean ignoringSpace) {
      Text newer = Text.of(after, ignoringSpace);
      newer.hashes();
      Common common = newer.common(before);
      Edits edits = GitDiff.diff(Text.of(before, newer, common), newer, common);
      return IntStream.range(0, edits.count()).mapToObj(i -> describe(edits, i)).toList();
    }

    private List<String> oursAlone(boolean ignoringSpace) {
      Edits edits = GitDiff.diff(Text.of(before, ignoringSpace), Text.of(after, ignoringSpace));
      return IntStream.range(0, edits.count()).mapToObj(i -> describe(edits, i)).toList();
    }
  }

  private static String describe(Edits edits, int edit) {
    return edits.beginA(edit)
        + "-"
        + edits.endA(edit)
        + " "
        + edits.beginB(edit)
        + "-"
        + edits.endB(edit);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void agreesWithGitOnManyPairsOfTexts(boolean ignoringSpace, @TempDir Path folder)
      throws Exception {
    String[] seeds = System.getProperty("mendgate.diff.seeds", "1-1500").split("-");
    int last = Integer.parseInt(seeds[seeds.length - 1]);
    for (int first = Integer.parseInt(seeds[0]); first <= last; first += AT_ONCE) {
      int to = Math.min(last, first + AT_ONCE - 1);
      compare(folder.resolve("from" + first), first, to, ignoringSpace);
    }
  }

  private static void compare(Path folder, int first, int last, boolean ignoringSpace)
      throws Exception {
    Map<Integer, Pair> pairs = new TreeMap<>();
    for (int seed = first; seed <= last; seed++) {
      pairs.put(seed, Pair.of(seed));
    }
    Files.createDirectory(folder);
    git(folder, new byte[0], "init", "-q", "--bare");
    git(folder, stream(pairs), "fast-import", "--quiet");
    Map<Integer, List<String>> hunks =
        hunks(
            git(
                folder,
                new byte[0],
                "diff",
                "--no-color",
                "--no-renames",
                "--no-ext-diff",
                "--text",
                "-U0",
                ignoringSpace ? "--ignore-all-space" : "--text",
                "before",
                "after"));
    pairs.forEach(
        (seed, pair) -> {
          String replay = "replay with -Dmendgate.diff.seeds=" + seed;
          List<String> git = hunks.getOrDefault(seed, List.of());
          assertEquals(git, pair.ours(ignoringSpace), replay);
          assertEquals(git, pair.oursAlone(ignoringSpace), replay);
        });
  }

  private static byte[] stream(Map<Integer, Pair> pairs) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (String side : List.of("before", "after")) {
      write(out, "commit refs/heads/" + side + "\ncommitter A <a@example.org> 1 +0000\ndata 0\n");
      for (Map.Entry<Integer, Pair> pair : pairs.entrySet()) {
        boolean old = side.equals("before");
        byte[] text = old ? pair.getValue().before() : pair.getValue().after();
        write(out, "M 100644 inline " + pair.getKey() + "\ndata " + text.length + "\n");
        out.write(text);
        write(out, "\n");
      }
    }
    return out.toByteArray();
  }

  private static void write(ByteArrayOutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Returns the hunks by file; a line of a text starts with a plus or minus sign in a diff. */
  private static Map<Integer, List<String>> hunks(String diff) {
    Map<Integer, List<String>> found = new TreeMap<>();
    List<String> hunks = new ArrayList<>();
    for (String row : diff.split("\n")) {
      Matcher file = FILE.matcher(row);
      Matcher hunk = HUNK.matcher(row);
      if (file.matches()) {
        hunks = found.computeIfAbsent(Integer.parseInt(file.group(1)), seed -> new ArrayList<>());
      } else if (hunk.lookingAt()) {
        hunks.add(range(hunk.group(1), hunk.group(2)) + " " + range(hunk.group(3), hunk.group(4)));
      }
    }
    return found;
  }

  private static String range(String start, String length) {
    int lines = length == null ? 1 : Integer.parseInt(length);
    int from = Integer.parseInt(start) - (lines == 0 ? 0 : 1);
    return from + "-" + (from + lines);
  }

  private static String git(Path folder, byte[] input, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectInput(
                Files.write(folder.resolveSibling(folder.getFileName() + ".in"), input).toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
    builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
    Process process = builder.start();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    assertEquals(0, process.waitFor(), () -> String.join(" ", command));
    return output;
  }
}
