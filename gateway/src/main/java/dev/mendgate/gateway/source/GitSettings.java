package dev.mendgate.gateway.source;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.ConfigConstants;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.storage.file.WindowCacheConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/**
 * Keeps JGit from starting the {@code git} program, which it does to find the system-wide
 * configuration, from measuring how exact file times are, which takes three seconds and writes into
 * the repository, and from keeping such measurements in the user's home; gives it room for packs.
 */
public final class GitSettings {
  private static final int MIB = 1 << 20;

  /** What JGit assumes of file systems that it cannot measure; true of all that are in use. */
  private static final String COARSEST_FILE_TIMES = "2 seconds";

  static {
    SystemReader.setInstance(new Sealed(SystemReader.getInstance()));
    WindowCacheConfig cache = new WindowCacheConfig();
    cache.setPackedGitLimit(128L * MIB);
    cache.setPackedGitWindowSize(64 * 1024);
    cache.setDeltaBaseCacheLimit(64 * MIB);
    cache.install();
  }

  private GitSettings() {}

  /** Applies the settings once for the process. */
  public static void apply() {
    // The static initialiser has done it.
  }

  /** Has JGit take the file times below a folder for coarse, where it would measure them. */
  static void assumeCoarseTimes(Path folder) {
    try {
      SystemReader.getInstance()
          .getJGitConfig()
          .setString(
              ConfigConstants.CONFIG_FILESYSTEM_SECTION,
              key(Files.getFileStore(folder)),
              ConfigConstants.CONFIG_KEY_TIMESTAMP_RESOLUTION,
              COARSEST_FILE_TIMES);
    } catch (IOException | ConfigInvalidException e) {
      // Then it measures.
    }
  }

  /** Names a file system as JGit does, see {@code FS.FileStoreAttributes}. */
  private static String key(FileStore store) throws IOException {
    Object volume =
        SystemReader.getInstance().isWindows() ? store.getAttribute("volume:vsn") : null;
    return String.join(
        "|",
        System.getProperty("java.vendor"),
        System.getProperty("java.version"),
        volume instanceof Integer ? volume.toString() : store.name());
  }

  private static final class Sealed extends SystemReader.Delegate {
    Sealed(SystemReader original) {
      super(original);
    }

    /** With {@code GIT_SSH} set, JGit would start that program in place of its own ssh. */
    @Override
    public @Nullable String getenv(String variable) {
      return variable.equals("GIT_SSH") ? null : super.getenv(variable);
    }

    @Override
    public FileBasedConfig openSystemConfig(@Nullable Config parent, FS fs) {
      return new Absent(parent, fs);
    }

    @Override
    public FileBasedConfig openJGitConfig(@Nullable Config parent, FS fs) {
      return new Absent(parent, fs);
    }
  }

  /** A configuration file that is not there and stays that way. */
  private static final class Absent extends FileBasedConfig {
    Absent(@Nullable Config parent, FS fs) {
      super(parent, null, fs);
    }

    @Override
    public void load() {
      // Nothing to read.
    }

    @Override
    public void save() {
      // Nothing to keep.
    }

    @Override
    public boolean isOutdated() {
      return false;
    }
  }
}
