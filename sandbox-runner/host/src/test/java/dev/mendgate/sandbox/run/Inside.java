package dev.mendgate.sandbox.run;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Requests that run this module's own test classes in a worker. */
final class Inside {
  static final Limits QUICK = new Limits(Duration.ofSeconds(30), 128, 512, 200, 1 << 20, 32);

  private Inside() {}

  static WorkerRequest request(Path cwd, Limits limits, TestSelector... tests) {
    return new WorkerRequest(
        Path.of(System.getProperty("java.home")),
        classpath(),
        List.of(tests),
        cwd,
        List.of(),
        limits);
  }

  static TestSelector all(Class<?> type) {
    return new TestSelector(type.getName(), null);
  }

  static List<Path> classpath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .toList();
  }
}
