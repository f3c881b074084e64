package dev.mendgate.gateway.source.blame;

import dev.mendgate.gateway.source.history.Column;
import dev.mendgate.gateway.source.history.HistoryColumns;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The columns of an index, with the numbers that tell which state of it they are. */
final class IndexState {
  private final Path folder;
  private final Manifest start;
  private final Map<String, Column> columns = new TreeMap<>();

  IndexState(Path folder, Manifest manifest) {
    this.folder = folder;
    this.start = manifest;
    for (String name : HistoryColumns.ALL) {
      add(name);
    }
    add(runsName(manifest.runsFile()));
  }

  private void add(String name) {
    List<Column.Part> parts = start.columns().getOrDefault(name, List.of());
    columns.put(name, new Column(folder.resolve(name), parts));
  }

  private static String runsName(int number) {
    return "runs-" + number;
  }

  Map<String, Column> columns() {
    return columns;
  }

  Column column(String name) {
    return Objects.requireNonNull(columns.get(name), name);
  }

  /** Returns the column of runs. */
  Column runs() {
    return column(runsName(start.runsFile()));
  }

  /** Returns the number of the column of runs. */
  int runsFile() {
    return start.runsFile();
  }

  long generation() {
    return start.generation();
  }

  String view() {
    return start.view();
  }

  /** Says whether a file holds the runs of this state. */
  boolean isRuns(String fileName) {
    return fileName.equals(runsName(start.runsFile()));
  }

  /** Says whether a file holds the runs of some state. */
  static boolean isAnyRuns(String fileName) {
    return fileName.startsWith(runsName(0).substring(0, runsName(0).length() - 1));
  }

  /** Says whether a snapshot shows this state. */
  boolean isSameAs(@Nullable Snapshot other) {
    return other != null && other.state().manifest().equals(manifest());
  }

  /** Returns the state with an empty runs file beside the one that is there. */
  IndexState withFreshRuns() {
    Manifest now = manifest();
    return new IndexState(
        folder, new Manifest(now.generation(), now.view(), now.runsFile() + 1, now.columns()));
  }

  Manifest manifest() {
    Map<String, List<Column.Part>> parts = new TreeMap<>();
    columns.forEach((name, column) -> parts.put(name, column.parts()));
    return new Manifest(start.generation(), start.view(), start.runsFile(), parts);
  }
}
