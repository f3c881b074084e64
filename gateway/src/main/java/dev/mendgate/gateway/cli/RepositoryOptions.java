package dev.mendgate.gateway.cli;

import dev.mendgate.gateway.config.DataFolder;
import dev.mendgate.gateway.source.IndexedRepository;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of commands that look into one repository. */
final class RepositoryOptions {
  @Option(
      names = "--repo",
      required = true,
      paramLabel = "PATH",
      description = "Working copy, worktree or bare repository.")
  private Path repository = Path.of("");

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where indexes are kept (default: $MENDGATE_DATA, else the XDG data folder).")
  private @Nullable Path data;

  /** Returns the folder that keeps indexes and builds. */
  Path dataFolder() {
    return DataFolder.of(data, System.getenv());
  }

  /** Opens the repository; the caller closes its {@code git()}. */
  IndexedRepository open() {
    return IndexedRepository.unnamed(repository, dataFolder());
  }
}
