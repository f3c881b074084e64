package dev.mendgate.gateway.cli;

import dev.mendgate.gateway.cli.demo.DemoRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code mendgate demo}: the main job end to end in one process. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Shows the main job end to end in one process: services fail, proven patches come out.",
      "Uses a bundled service and a released library that Maven resolves."
    },
    footer = "Exit codes: 0 every failure got a proven patch, 1 some did not, 3 internal failure.")
final class DemoCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Option(
      names = "--dir",
      paramLabel = "DIR",
      description = "Empty folder to work in (default: a new one in the temp folder).")
  private @Nullable Path folder;

  @Override
  public Integer call() throws Exception {
    boolean proven = new DemoRun(workFolder(), spec.commandLine().getOut()).run();
    return proven ? ExitCodes.DONE : ExitCodes.NOTHING_TO_SUGGEST;
  }

  private Path workFolder() throws IOException {
    if (folder == null) {
      return Files.createTempDirectory("mendgate-demo-");
    }
    Files.createDirectories(folder);
    try (Stream<Path> files = Files.list(folder)) {
      if (files.findAny().isPresent()) {
        throw new UserError(folder + " is not empty; give an empty folder");
      }
    }
    return folder.toAbsolutePath();
  }
}
