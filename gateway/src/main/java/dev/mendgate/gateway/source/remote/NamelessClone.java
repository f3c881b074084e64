package dev.mendgate.gateway.source.remote;

import dev.mendgate.gateway.source.IndexProgress;
import dev.mendgate.gateway.source.SourceException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The clone of a URL that a command was given; each URL has one in the data folder. */
public final class NamelessClone {
  private static final int KEY_BYTES = 8;

  private NamelessClone() {}

  /**
   * Clones, or fetches what is new, and returns where the clone is. A command that runs beside
   * waits.
   *
   * @throws SourceException where that cannot be done
   */
  public static Path fetch(
      String url, Path dataFolder, RemoteAccess access, IndexProgress progress) {
    if (!(RepositoryLocation.parse(url) instanceof RepositoryLocation.Remote remote)) {
      throw new SourceException("not a URL: " + url);
    }
    Path clones = dataFolder.resolve("clones");
    String name = "url-" + key(remote.text());
    try {
      Files.createDirectories(clones);
      try (FileChannel channel =
              FileChannel.open(
                  clones.resolve(name + ".lock"),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        Path clone = clones.resolve(name + ".git");
        new RepositoryClone(remote.uri(), clone, access).update(progress);
        return clone;
      }
    } catch (IOException e) {
      throw new SourceException("cannot write " + clones + ": " + e + "; check the data folder", e);
    }
  }

  private static String key(String url) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(url.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, KEY_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
