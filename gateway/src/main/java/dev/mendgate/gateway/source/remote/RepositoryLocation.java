package dev.mendgate.gateway.source.remote;

import dev.mendgate.gateway.source.InvalidRepositoryException;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.jgit.transport.URIish;

/** Where a registered repository comes from: a path on this machine, or a URL to clone. */
public sealed interface RepositoryLocation {
  /** Schemes that are cloned; a form without one is {@code ssh} as scp writes it. */
  Set<String> SCHEMES = Set.of("https", "http", "file", "ssh");

  /** {@code https://...}, and {@code ext::...} so that it is refused as what it is. */
  Pattern URL = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:(//|:).*");

  /** {@code user@host:path}, as scp has it. */
  Pattern SCP = Pattern.compile("[^/\\\\:]+@[^/\\\\:]+:.*");

  /** A repository that is read where it lies. */
  record Local(Path path) implements RepositoryLocation {
    @Override
    public String text() {
      return path.toString();
    }
  }

  /** A repository that is cloned into the data folder. */
  record Remote(URIish uri) implements RepositoryLocation {
    @Override
    public String text() {
      return uri.toString();
    }
  }

  /** Returns the location as it is remembered and shown; it holds no password. */
  String text();

  /** Says whether a location is meant as a URL, be it one that is refused. */
  static boolean isUrl(String location) {
    return URL.matcher(location).matches() || SCP.matcher(location).matches();
  }

  /**
   * Reads what a user gave.
   *
   * @throws InvalidRepositoryException where it is neither a path nor a URL that can be cloned
   */
  static RepositoryLocation parse(String location) {
    if (location.isBlank()) {
      throw new InvalidRepositoryException("a repository needs a path or URL");
    }
    try {
      return isUrl(location)
          ? remote(new URIish(location), SCP.matcher(location).matches())
          : local(location);
    } catch (URISyntaxException | InvalidPathException e) {
      throw new InvalidRepositoryException("neither a path nor a URL: " + printable(location));
    }
  }

  private static RepositoryLocation local(String location) {
    return new Local(Path.of(location).toAbsolutePath().normalize());
  }

  private static RepositoryLocation remote(URIish uri, boolean scp) {
    boolean ssh = isSsh(uri);
    boolean known = uri.getScheme() == null ? scp : SCHEMES.contains(uri.getScheme());
    if (!known) {
      throw new InvalidRepositoryException("only https, http, ssh and file URLs are cloned");
    }
    if (uri.getPass() != null || (uri.getUser() != null && !ssh)) {
      throw new InvalidRepositoryException(
          "leave user and password out of the URL; "
              + (ssh
                  ? "give the gateway an ssh key"
                  : "set " + HostCredentials.tokenVariable(uri) + " in the gateway's environment"));
    }
    if (ssh && String.valueOf(uri.getHost()).isBlank()) {
      throw new InvalidRepositoryException("an ssh URL needs a host");
    }
    return new Remote(uri);
  }

  /** Says whether a URL is reached over ssh. */
  static boolean isSsh(URIish uri) {
    return "ssh".equals(uri.getScheme()) || (uri.getScheme() == null && uri.getHost() != null);
  }

  private static String printable(String text) {
    return text.replaceAll("\\p{Cntrl}", "?");
  }
}
