package dev.mendgate.gateway.cli;

import dev.mendgate.gateway.config.ConfigException;
import dev.mendgate.gateway.config.DataFolder;
import dev.mendgate.gateway.config.GitAccess;
import dev.mendgate.gateway.source.IndexedRepository;
import dev.mendgate.gateway.source.remote.NamelessClone;
import dev.mendgate.gateway.source.remote.RemoteAccess;
import dev.mendgate.gateway.source.remote.RepositoryLocation;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Options of commands that look into one repository. */
final class RepositoryOptions {
  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init")
  private CommandSpec command;

  @Option(
      names = "--repo",
      required = true,
      paramLabel = "PATH_OR_URL",
      description =
          "Working copy, worktree or bare repository; or URL that is cloned into the data folder"
              + " and fetched each time. MENDGATE_GIT_... say how, see 'serve'.")
  private String repository = "";

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where indexes are kept (default: $MENDGATE_DATA, else the XDG data folder).")
  private @Nullable Path data;

  /** Returns the folder that keeps clones, indexes and builds. */
  Path dataFolder() {
    return DataFolder.of(data, System.getenv());
  }

  /** Opens the repository; the caller closes its {@code git()}. */
  IndexedRepository open() {
    return open(repository, dataFolder(), command.commandLine().getErr());
  }

  /**
   * Opens a repository at a path, or a clone of a URL.
   *
   * @param err gets the progress of cloning
   */
  static IndexedRepository open(String location, Path dataFolder, PrintWriter err) {
    try {
      Path path =
          RepositoryLocation.isUrl(location)
              ? fetched(location, dataFolder, err)
              : Path.of(location);
      return IndexedRepository.unnamed(path, dataFolder);
    } catch (InvalidPathException | ConfigException e) {
      throw new UserError("cannot use the repository: " + e.getMessage());
    }
  }

  private static Path fetched(String url, Path dataFolder, PrintWriter err) {
    RemoteAccess access = new RemoteAccess(System.getenv(), GitAccess.of(System.getenv()));
    return NamelessClone.fetch(url, dataFolder, access, new PrintedProgress(err));
  }
}
