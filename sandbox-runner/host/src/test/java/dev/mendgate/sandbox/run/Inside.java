package dev.mendgate.sandbox.run;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Requests that run this module's own test classes in a worker. */
final class Inside {
  static final Limits QUICK = new Limits(Duration.ofSeconds(30), 128, 512, 200, 1 << 20, 32);

  private Inside() {}

  static WorkerRequest request(Path cwd, Limits limits, TestSelector test) {
    return request(cwd, limits, List.of(), test);
  }

  static WorkerRequest request(Path cwd, Limits limits, List<String> jvmFlags, TestSelector test) {
    return new WorkerRequest(
        Path.of(System.getProperty("java.home")),
        classpath(),
        List.of(test),
        cwd,
        jvmFlags,
        limits);
  }

  /** Returns processes of workers that should have been gone. */
  static Stream<ProcessHandle> leftovers() {
    return ProcessHandle.allProcesses()
        .filter(process -> process.pid() != ProcessHandle.current().pid())
        .filter(ProcessHandle::isAlive)
        .filter(process -> mentionsCell(process.pid()));
  }

  private static boolean mentionsCell(long pid) {
    String cell = Cell.prefix();
    try {
      return read(pid, "environ").contains(cell) || read(pid, "cmdline").contains(cell);
    } catch (IOException gone) {
      return false;
    }
  }

  private static String read(long pid, String file) throws IOException {
    return Files.readString(Path.of("/proc/" + pid, file), StandardCharsets.ISO_8859_1);
  }

  static List<Path> classpath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .toList();
  }
}
