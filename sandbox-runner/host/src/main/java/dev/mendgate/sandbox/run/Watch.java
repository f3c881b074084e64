package dev.mendgate.sandbox.run;

import dev.mendgate.sandbox.run.WorkerResult.Ending;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keeps the limits on memory, processes and disk that the kernel does not keep for us. */
final class Watch {
  private final Limits limits;
  private final ControlGroup group;
  private final ProcessTree tree;
  private final @Nullable Path scratch;

  /**
   * Watches one worker.
   *
   * @param scratch folder whose size is to be watched; null where it is bounded by its disk
   */
  Watch(Limits limits, ControlGroup group, ProcessTree tree, @Nullable Path scratch) {
    this.limits = limits;
    this.group = group;
    this.tree = tree;
    this.scratch = scratch;
  }

  /** Returns the limit that is exceeded now; null where none is. */
  @Nullable Ending exceeded() {
    if (group.folders().isEmpty()) {
      Set<Long> members = tree.members();
      if (tree.count(members) > limits.processes()) {
        return Ending.TOO_MANY_PROCESSES;
      }
      if (tree.residentMebibytes(members) > limits.memoryMebibytes()) {
        return Ending.OUT_OF_MEMORY;
      }
    } else if (group.tooManyProcesses()) {
      return Ending.TOO_MANY_PROCESSES;
    } else if (group.outOfMemory()) {
      return Ending.OUT_OF_MEMORY;
    }
    return scratch != null && bytes(scratch) > (long) limits.diskMebibytes() << 20
        ? Ending.DISK_FULL
        : null;
  }

  private static long bytes(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.mapToLong(Watch::size).sum();
    } catch (IOException | UncheckedIOException vanished) {
      return 0;
    }
  }

  private static long size(Path file) {
    try {
      return Files.isRegularFile(file) ? Files.size(file) : 0;
    } catch (IOException vanished) {
      return 0;
    }
  }
}
