package dev.mendgate.sandbox.build;

import java.nio.file.Path;
import java.util.List;

/** Finds the line of a build's output that says why it failed. */
final class BuildErrors {
  private static final int LENGTH = 300;

  private BuildErrors() {}

  /** Returns the first error that names a source, else the first error, without machine paths. */
  static String first(String output, Path checkout) {
    List<String> errors =
        output
            .lines()
            .filter(l -> l.startsWith("[ERROR]") || l.startsWith("[FATAL]"))
            .map(l -> l.substring(l.indexOf(']') + 1).strip())
            .filter(l -> !l.isEmpty() && !l.startsWith("COMPILATION ERROR"))
            .toList();
    String line =
        output
            .lines()
            .map(l -> l.replaceFirst("^\\[[A-Z]+]", "").strip())
            .filter(l -> l.matches("\\S+\\.java:\\[?\\d+.*") && !l.contains("warning"))
            .findFirst()
            .or(() -> errors.stream().findFirst())
            .orElseGet(() -> lastLine(output));
    String inTree = line.replace(checkout + "/", "");
    return inTree.length() > LENGTH ? inTree.substring(0, LENGTH) + "..." : inTree;
  }

  private static String lastLine(String output) {
    return output
        .lines()
        .filter(l -> !l.isBlank())
        .reduce((a, b) -> b)
        .orElse("it printed nothing");
  }
}
