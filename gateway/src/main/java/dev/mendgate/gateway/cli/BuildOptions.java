package dev.mendgate.gateway.cli;

import dev.mendgate.sandbox.build.BuildRequest.ExplicitBuild;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How to compile a project that has no build Mendgate knows. */
final class BuildOptions {
  @Option(
      names = "--source",
      paramLabel = "DIR",
      description =
          "Source folder, relative to the repository; given, no build tool is run. Repeatable.")
  private List<String> sources = List.of();

  @Option(
      names = "--test-source",
      paramLabel = "DIR",
      description = "Test source folder, relative to the repository. Repeatable.")
  private List<String> tests = List.of();

  @Option(
      names = "--classpath",
      paramLabel = "PATH",
      description = "Jars and folders that sources and tests need, separated as java -cp does.")
  private String classpath = "";

  @Option(
      names = "--release",
      paramLabel = "N",
      defaultValue = "17",
      description = "Java language level for --source (default: ${DEFAULT-VALUE}).")
  private int release;

  /** Returns null where the project's own build is to be found. */
  @Nullable ExplicitBuild explicit() {
    if (sources.isEmpty()) {
      return null;
    }
    List<Path> entries =
        Arrays.stream(classpath.split(File.pathSeparator))
            .filter(entry -> !entry.isBlank())
            .map(entry -> Path.of(entry).toAbsolutePath())
            .toList();
    return new ExplicitBuild(sources, tests, entries, release);
  }
}
