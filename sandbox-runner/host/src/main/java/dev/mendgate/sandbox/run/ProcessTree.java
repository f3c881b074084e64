package dev.mendgate.sandbox.run;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** All processes of one worker, also those that ran away from their parents. */
final class ProcessTree {
  private static final Path PROC = Path.of("/proc");
  private static final int KILL_ROUNDS = 200;
  private static final long KILL_NANOS = 5_000_000;
  private static final String RESIDENT = "VmRSS:";

  private final ProcessHandle root;
  private final ControlGroup group;
  private final String marker;

  /**
   * Looks for descendants of a process, members of a group, and processes that inherited the
   * environment.
   *
   * @param marker text that the worker's environment holds and no other
   */
  ProcessTree(ProcessHandle root, ControlGroup group, String marker) {
    this.root = root;
    this.group = group;
    this.marker = marker;
  }

  /** Returns the living members that parents and group tell of. */
  Set<Long> members() {
    Set<Long> members = new HashSet<>(group.processes());
    if (root.isAlive()) {
      members.add(root.pid());
    }
    root.descendants().map(ProcessHandle::pid).forEach(members::add);
    return members;
  }

  /**
   * Kills all members, until none is left or patience ends.
   *
   * @param runaways whether to look for members that only their environment gives away
   */
  void kill(boolean runaways) {
    Set<ProcessHandle> seen = new HashSet<>();
    for (int round = 0; round < KILL_ROUNDS; round++) {
      Set<Long> members = members();
      if (runaways) {
        members.addAll(marked());
      }
      members.forEach(pid -> ProcessHandle.of(pid).ifPresent(seen::add));
      seen.removeIf(process -> !isRunning(process));
      if (seen.isEmpty()) {
        return;
      }
      seen.forEach(ProcessHandle::destroyForcibly);
      LockSupport.parkNanos(KILL_NANOS);
    }
  }

  /**
   * A killed process stays in the process table until its parent, or init, has asked for its exit
   * code; nothing of it runs any more, and an init that is slow to ask is not waited for.
   */
  private static boolean isRunning(ProcessHandle process) {
    if (!process.isAlive()) {
      return false;
    }
    try {
      String stat = Files.readString(PROC.resolve(process.pid() + "/stat"), ISO_8859_1);
      // The name in parentheses may hold anything, also parentheses.
      char state = stat.charAt(stat.lastIndexOf(')') + 2);
      return state != 'Z' && state != 'X';
    } catch (IOException | StringIndexOutOfBoundsException gone) {
      return process.isAlive();
    }
  }

  /** Returns processes and threads together. */
  int count(Set<Long> members) {
    int count = 0;
    for (long pid : members) {
      try (Stream<Path> tasks = Files.list(PROC.resolve(pid + "/task"))) {
        count += (int) tasks.count();
      } catch (IOException gone) {
        continue;
      }
    }
    return count;
  }

  /** Returns resident memory of all members together; shared pages count for each. */
  long residentMebibytes(Set<Long> members) {
    long kibibytes = 0;
    for (long pid : members) {
      try (Stream<String> lines = Files.lines(PROC.resolve(pid + "/status"))) {
        kibibytes +=
            lines
                .filter(line -> line.startsWith(RESIDENT))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .sum();
      } catch (IOException | UncheckedIOException gone) {
        continue;
      }
    }
    return kibibytes / 1024;
  }

  private Set<Long> marked() {
    Set<Long> pids = new HashSet<>();
    try (Stream<Path> processes = Files.list(PROC)) {
      processes
          .filter(this::isMarked)
          .map(p -> Long.valueOf(p.getFileName().toString()))
          .forEach(pids::add);
    } catch (IOException noProc) {
      return pids;
    }
    return pids;
  }

  private boolean isMarked(Path process) {
    if (!Character.isDigit(process.getFileName().toString().charAt(0))) {
      return false;
    }
    try {
      byte[] environment = Files.readAllBytes(process.resolve("environ"));
      return new String(environment, ISO_8859_1).contains(marker);
    } catch (IOException notOurs) {
      return false;
    }
  }
}
