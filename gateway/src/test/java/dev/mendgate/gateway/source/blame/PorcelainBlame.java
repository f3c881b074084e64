package dev.mendgate.gateway.source.blame;

import dev.mendgate.gateway.source.BlamedLine;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * What the real {@code git blame --porcelain} says of many files: one git process for each, started
 * by a single {@code xargs}. That costs a third of starting each from Java.
 */
final class PorcelainBlame {
  private final Map<String, Map<String, String>> commits = new HashMap<>();
  private final List<String> lines = new ArrayList<>();
  private String commit = "";
  private int line;

  /**
   * Returns an answer for each line of each file.
   *
   * @param paths of files that have lines, in order: git prints nothing for an empty one
   * @param options of {@code git blame}
   */
  static Map<String, List<String>> of(
      Path repository, String commit, List<String> paths, String... options) {
    ByteArrayOutputStream input = new ByteArrayOutputStream();
    for (String path : paths) {
      input.writeBytes((path + "\0").getBytes(StandardCharsets.UTF_8));
    }
    List<String> command =
        new ArrayList<>(List.of("xargs", "-0", "-r", "-n", "1", "git", "blame", "--porcelain"));
    command.addAll(List.of(options));
    command.addAll(List.of(commit, "--"));
    byte[] output = GitProcess.run(repository, input.toByteArray(), command);
    Map<String, List<String>> answers = new HashMap<>();
    Iterator<String> next = paths.iterator();
    PorcelainBlame file = new PorcelainBlame();
    for (String row : new String(output, StandardCharsets.UTF_8).split("\n")) {
      if (file.startsAnother(row)) {
        file = new PorcelainBlame();
      }
      if (file.lines.isEmpty() && row.startsWith("\t")) {
        answers.put(next.next(), file.lines);
      }
      file.read(row);
    }
    return answers;
  }

  private boolean startsAnother(String row) {
    String[] words = row.split(" ");
    return !lines.isEmpty() && isHead(words) && words[2].equals("1");
  }

  private static boolean isHead(String[] words) {
    return words[0].length() == 40 && words.length >= 3 && words[0].matches("[0-9a-f]+");
  }

  private void read(String row) {
    String[] words = row.split(" ");
    if (row.startsWith("\t")) {
      Map<String, String> known = commits.getOrDefault(commit, Map.of());
      lines.add(
          String.join(
              " ",
              commit,
              known.get("author"),
              known.get("author-mail"),
              known.get("author-time"),
              known.get("committer-time"),
              known.get("filename"),
              Integer.toString(line)));
    } else if (isHead(words)) {
      commit = words[0];
      line = Integer.parseInt(words[1]);
    } else {
      int space = row.indexOf(' ');
      String key = space < 0 ? row : row.substring(0, space);
      String value = space < 0 ? "" : row.substring(space + 1);
      commits
          .computeIfAbsent(commit, id -> new HashMap<>())
          .put(key, key.equals("filename") ? QuotedPath.unquote(value) : value);
    }
  }

  /** Says of one of our lines what is said of git's. */
  static String words(BlamedLine line) {
    return String.join(
        " ",
        line.commit(),
        line.authorName(),
        "<" + line.authorMail() + ">",
        Long.toString(line.authoredAt().getEpochSecond()),
        Long.toString(line.committedAt().getEpochSecond()),
        line.originalPath(),
        Integer.toString(line.originalLine()));
  }
}
