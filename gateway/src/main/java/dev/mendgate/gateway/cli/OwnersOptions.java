package dev.mendgate.gateway.cli;

import dev.mendgate.gateway.source.ownership.OwnerRules;
import dev.mendgate.gateway.source.ownership.OwnersFile;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is configured about owners of code. */
final class OwnersOptions {
  private static final String VARIABLE = "MENDGATE_OWNERS";

  @Option(
      names = "--owners",
      paramLabel = "FILE",
      description =
          "Teams, their response times and what is theirs, bots, and who has left (default: $"
              + VARIABLE
              + ", else CODEOWNERS and authors alone).")
  private @Nullable Path file;

  /**
   * Reads the file that was asked for, else the one that the environment names.
   *
   * @throws dev.mendgate.gateway.source.ownership.OwnersFileException where it cannot be read
   */
  OwnerRules rules(Map<String, String> environment) {
    if (file != null) {
      return OwnersFile.read(file);
    }
    String told = environment.getOrDefault(VARIABLE, "");
    return told.isBlank() ? OwnerRules.DEFAULT : OwnersFile.read(Path.of(told));
  }
}
