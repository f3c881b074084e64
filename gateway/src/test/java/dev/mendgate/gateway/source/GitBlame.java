package dev.mendgate.gateway.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the real {@code git blame --porcelain} says, one text for each line. */
final class GitBlame {
  private GitBlame() {}

  static List<String> of(
      ScratchRepository repository, String commit, String path, String... options) {
    List<String> arguments = new ArrayList<>(List.of("blame", "--porcelain"));
    arguments.addAll(List.of(options));
    arguments.addAll(List.of(commit, "--", path));
    Map<String, String> names = new HashMap<>();
    List<String> lines = new ArrayList<>();
    String[] current = {};
    for (String row : repository.git(arguments.toArray(String[]::new)).split("\n", -1)) {
      if (row.startsWith("\t")) {
        lines.add(current[0] + " " + names.get(current[0]) + " " + current[1]);
      } else if (row.startsWith("filename ")) {
        names.put(current[0], row.substring("filename ".length()));
      } else if (row.matches("[0-9a-f]{40} .*")) {
        current = row.split(" ");
      }
    }
    return lines;
  }

  static List<String> of(List<BlamedLine> lines) {
    return lines.stream()
        .map(line -> line.commit() + " " + line.originalPath() + " " + line.originalLine())
        .toList();
  }
}
