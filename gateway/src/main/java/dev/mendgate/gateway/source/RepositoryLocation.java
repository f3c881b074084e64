package dev.mendgate.gateway.source;

import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Set;
import org.eclipse.jgit.transport.URIish;

/** Where a registered repository comes from: a path on this machine, or a URL to clone. */
sealed interface RepositoryLocation {
  /** Schemes that are cloned; {@code ssh} is not among them, see the message. */
  Set<String> SCHEMES = Set.of("https", "http", "file");

  /** A repository that is read where it lies. */
  record Local(Path path) implements RepositoryLocation {}

  /** A repository that is cloned into the data folder. */
  record Remote(URIish uri) implements RepositoryLocation {}

  /**
   * Reads what a user gave.
   *
   * @throws InvalidRepositoryException where it is neither a path nor a URL that can be cloned
   */
  static RepositoryLocation parse(String location) {
    if (location.isBlank()) {
      throw new InvalidRepositoryException("a repository needs a path or URL");
    }
    boolean url = location.matches("[A-Za-z][A-Za-z0-9+.-]+:(//|:).*");
    boolean shell = location.matches("[^/\\\\:]+@[^/\\\\:]+:.*");
    try {
      return url || shell ? remote(new URIish(location)) : local(location);
    } catch (URISyntaxException | InvalidPathException e) {
      throw new InvalidRepositoryException("neither a path nor a URL: " + printable(location));
    }
  }

  private static RepositoryLocation local(String location) {
    return new Local(Path.of(location).toAbsolutePath().normalize());
  }

  private static RepositoryLocation remote(URIish uri) {
    if (uri.getScheme() == null || !SCHEMES.contains(uri.getScheme())) {
      throw new InvalidRepositoryException(
          "only https, http and file URLs are cloned; for ssh, clone it with git and register the"
              + " path");
    }
    if (uri.getPass() != null || uri.getUser() != null) {
      throw new InvalidRepositoryException(
          "leave user and password out of the URL; set "
              + GitCredentials.variable(String.valueOf(uri.getHost()))
              + " in the gateway's environment");
    }
    return new Remote(uri);
  }

  private static String printable(String text) {
    return text.replaceAll("\\p{Cntrl}", "?");
  }
}
