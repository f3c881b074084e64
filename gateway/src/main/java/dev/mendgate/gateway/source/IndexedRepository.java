package dev.mendgate.gateway.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A repository with its indexes.
 *
 * @param git the repository
 * @param blame its blame
 * @param folder where its indexes are kept
 */
public record IndexedRepository(GitRepository git, StoredBlame blame, Path folder) {
  /**
   * Opens a repository that needs no name.
   *
   * @param dataFolder Mendgate's data folder; the indexes get a folder there that belongs to the
   *     path
   */
  public static IndexedRepository unnamed(Path repository, Path dataFolder) {
    return open(repository, dataFolder.resolve("index").resolve("path-" + key(repository)));
  }

  static IndexedRepository open(Path path, Path folder) {
    GitRepository git = GitRepository.open(path);
    return new IndexedRepository(git, new StoredBlame(git, folder), folder);
  }

  private static String key(Path repository) {
    try {
      Path real = repository.toRealPath();
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(real.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (IOException e) {
      throw new UnknownRepositoryException(
          "no repository at " + repository + ": there is no such folder; give the path of a clone");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
