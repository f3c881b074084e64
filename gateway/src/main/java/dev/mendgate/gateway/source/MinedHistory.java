package dev.mendgate.gateway.source;

import dev.mendgate.fixer.habit.Guard.Kind;
import dev.mendgate.fixer.habit.Guard.Shape;
import dev.mendgate.fixer.habit.PastFixes.Fix;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * How far the history was searched, and what was found.
 *
 * @param newest newest commit that was looked at; empty where none was
 * @param next commit to go on with; empty where all that matters was looked at
 * @param visited number of commits looked at
 * @param fixes newest first
 */
record MinedHistory(String newest, String next, int visited, List<Fix> fixes) {
  private static final String FORMAT = "past-fixes 1";
  private static final MinedHistory NONE = new MinedHistory("", "", 0, List.of());

  MinedHistory {
    fixes = List.copyOf(fixes);
  }

  /** Reads a file; what is absent or unreadable is to be searched again. */
  static MinedHistory read(Path file) {
    try {
      List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
      String[] head = lines.get(0).split("\t", -1);
      if (head.length != 4 || !head[0].equals(FORMAT)) {
        return NONE;
      }
      List<Fix> fixes = lines.stream().skip(1).map(MinedHistory::fix).toList();
      return new MinedHistory(head[1], head[2], Integer.parseInt(head[3]), fixes);
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      return NONE;
    }
  }

  /** Writes a file whole. */
  void write(Path file) {
    StringBuilder out = new StringBuilder(FORMAT);
    out.append('\t').append(newest).append('\t').append(next).append('\t').append(visited);
    for (Fix fix : fixes) {
      out.append('\n').append(fix.commit()).append('\t').append(fix.kind());
      out.append('\t').append(fix.shape()).append('\t').append(fix.path());
    }
    DataFiles.replace(file, out.append('\n').toString().getBytes(StandardCharsets.UTF_8));
  }

  private static Fix fix(String line) {
    String[] parts = line.split("\t", 4);
    return new Fix(parts[0], parts[3], Kind.valueOf(parts[1]), Shape.valueOf(parts[2]));
  }
}
