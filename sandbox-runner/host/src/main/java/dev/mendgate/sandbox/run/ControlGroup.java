package dev.mendgate.sandbox.run;

import dev.mendgate.sandbox.run.ControlGroups.Controller;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * The control group of one worker; removed when closed, which needs its processes to be gone.
 *
 * @param folders empty where control groups are not in force
 * @param unified whether it is of version 2
 */
record ControlGroup(Map<Controller, Path> folders, boolean unified) implements AutoCloseable {
  private static final int CLOSING_ROUNDS = 100;
  private static final long CLOSING_NANOS = 5_000_000;

  ControlGroup {
    folders = Map.copyOf(folders);
  }

  void create(Limits limits) throws IOException {
    String bytes = Long.toString((long) limits.memoryMebibytes() << 20);
    for (Map.Entry<Controller, Path> entry : folders.entrySet()) {
      Files.createDirectories(entry.getValue());
      if (entry.getKey() == Controller.PIDS) {
        Files.writeString(entry.getValue().resolve("pids.max"), "" + limits.processes());
      } else if (unified) {
        Files.writeString(entry.getValue().resolve("memory.max"), bytes);
      } else {
        Files.writeString(entry.getValue().resolve("memory.limit_in_bytes"), bytes);
      }
    }
  }

  /** Returns lines of shell that put the shell itself into the group. */
  List<String> join() {
    return Set.copyOf(folders.values()).stream()
        .map(folder -> "echo $$ >" + Shell.quote(folder.resolve("cgroup.procs")) + " || exit 125")
        .toList();
  }

  /** Returns whether a process was refused because there were too many. */
  boolean tooManyProcesses() {
    return counter(Controller.PIDS, "pids.events", "max") > 0;
  }

  /** Returns whether the kernel killed a process because memory ran out. */
  boolean outOfMemory() {
    String file = unified ? "memory.events" : "memory.oom_control";
    return counter(Controller.MEMORY, file, "oom_kill") > 0;
  }

  /** Returns the processes in the group. */
  Set<Long> processes() {
    Set<Long> processes = new HashSet<>();
    for (Path folder : folders.values()) {
      try (Stream<String> lines = Files.lines(folder.resolve("cgroup.procs"))) {
        lines.map(String::trim).map(Long::valueOf).forEach(processes::add);
      } catch (IOException gone) {
        continue;
      }
    }
    return processes;
  }

  private long counter(Controller controller, String file, String key) {
    Path folder = folders.get(controller);
    if (folder == null) {
      return 0;
    }
    try (Stream<String> lines = Files.lines(folder.resolve(file))) {
      return lines
          .filter(line -> line.startsWith(key + " "))
          .mapToLong(line -> Long.parseLong(line.substring(key.length() + 1).trim()))
          .findFirst()
          .orElse(0);
    } catch (IOException gone) {
      return 0;
    }
  }

  @Override
  public void close() {
    for (Path folder : folders.values()) {
      for (int round = 0; round < CLOSING_ROUNDS && !remove(folder); round++) {
        LockSupport.parkNanos(CLOSING_NANOS);
      }
    }
  }

  /** A process that is still dying keeps its group. */
  private static boolean remove(Path folder) {
    try {
      Files.deleteIfExists(folder);
      return true;
    } catch (IOException busy) {
      return false;
    }
  }
}
