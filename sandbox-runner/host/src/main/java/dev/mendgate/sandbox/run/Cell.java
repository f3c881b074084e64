package dev.mendgate.sandbox.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The host's folder for one worker; gone when closed.
 *
 * @param folder private to the host's user
 */
record Cell(Path folder) implements AutoCloseable {
  static Cell create() throws IOException {
    Cell cell = new Cell(Files.createTempDirectory(prefix()).toRealPath());
    Files.createDirectory(cell.root());
    Files.createDirectory(cell.scratch());
    return cell;
  }

  /** Starts the names of all cells of this process. */
  static String prefix() {
    return "mendgate-cell-" + ProcessHandle.current().pid() + "-";
  }

  /** Where the enclosure's file system is put together. */
  Path root() {
    return folder.resolve("root");
  }

  /** Home and temporary folder of a worker that sees the host's files. */
  Path scratch() {
    return folder.resolve("scratch");
  }

  Path write(String name, List<String> lines) throws IOException {
    return Files.write(folder.resolve(name), lines);
  }

  @Override
  public void close() {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(Cell::delete);
    } catch (IOException | UncheckedIOException leftToTheSystem) {
      // A worker may have made folders that cannot be listed; the system clears its own tmp.
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException leftToTheSystem) {
      // Same as above: what is left does no harm.
    }
  }
}
