package dev.mendgate.sandbox.run;

import java.nio.file.Path;
import java.util.List;

/**
 * A command to enclose.
 *
 * @param command program and arguments; paths are those of the host
 * @param readable files and folders it may read, under the same paths
 * @param workingDirectory where it starts
 * @param limits what it may use up
 */
record Inmate(List<String> command, List<Path> readable, Path workingDirectory, Limits limits) {
  Inmate {
    command = List.copyOf(command);
    readable = List.copyOf(readable);
  }
}
