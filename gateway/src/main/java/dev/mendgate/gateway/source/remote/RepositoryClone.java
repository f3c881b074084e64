package dev.mendgate.gateway.source.remote;

import dev.mendgate.gateway.source.CommitTree;
import dev.mendgate.gateway.source.GitSettings;
import dev.mendgate.gateway.source.IndexProgress;
import dev.mendgate.gateway.source.UnknownRepositoryException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.api.errors.JGitInternalException;
import org.eclipse.jgit.api.errors.TransportException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.transport.URIish;
import org.jspecify.annotations.Nullable;

/**
 * Clones a repository bare, and keeps the clone equal to where it came from. Where the server can
 * leave contents out, those that are too large to be read are left out of the history.
 */
public final class RepositoryClone {
  /** Leaves out blobs of that size or more. */
  private static final String READABLE = "blob:limit=" + (CommitTree.MAX_TEXT_BYTES + 1);

  static {
    GitSettings.apply();
  }

  private final URIish uri;
  private final Path folder;
  private final RemoteAccess access;

  /**
   * Keeps a clone.
   *
   * @param folder the clone itself; its parent is there
   */
  public RepositoryClone(URIish uri, Path folder, RemoteAccess access) {
    this.uri = uri;
    this.folder = folder;
    this.access = access;
  }

  /**
   * Clones where there is no clone yet, else fetches: branches and tags that are gone or were moved
   * by force are gone or moved here too. A clone that was cut off leaves nothing.
   *
   * @throws UnknownRepositoryException where nothing can be fetched from there
   */
  public void update(IndexProgress progress) {
    try (RemoteVisit visit = access.visit()) {
      try {
        if (Files.isDirectory(folder)) {
          refresh(visit, progress);
        } else {
          Path unfinished = create(visit, progress);
          Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        }
      } catch (GitAPIException | JGitInternalException | IOException e) {
        throw new UnknownRepositoryException("cannot fetch " + uri + ": " + visit.explain(uri, e));
      }
    }
  }

  private void refresh(RemoteVisit visit, IndexProgress progress)
      throws GitAPIException, IOException {
    int limit;
    try {
      limit = fetch(visit, progress);
    } catch (TransportException e) {
      if (!isAboutFilters(e)) {
        throw e;
      }
      limit = 0;
    }
    if (new Packs(folder).count() > limit) {
      renew(visit, progress);
    }
  }

  /**
   * Puts the contents of a new clone in the place of this one's: JGit cannot repack a partial
   * clone, nor fetch into it once the server has no filter any more.
   */
  private void renew(RemoteVisit visit, IndexProgress progress)
      throws GitAPIException, IOException {
    Path unfinished = create(visit, progress);
    new Packs(folder).replaceWith(new Packs(unfinished));
    Path config = Path.of(Constants.CONFIG);
    Files.move(
        unfinished.resolve(config), folder.resolve(config), StandardCopyOption.REPLACE_EXISTING);
    FolderTree.delete(unfinished);
    fetch(visit, progress);
  }

  private Path create(RemoteVisit visit, IndexProgress progress)
      throws GitAPIException, IOException {
    Path unfinished = folder.resolveSibling(folder.getFileName() + ".unfinished");
    try {
      create(unfinished, READABLE, visit, progress);
    } catch (TransportException e) {
      if (!isAboutFilters(e)) {
        throw e;
      }
      create(unfinished, null, visit, progress);
    }
    return unfinished;
  }

  /** JGit says so where a server has no filters, a server where it does not allow this one. */
  private boolean isAboutFilters(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      String message = String.valueOf(t.getMessage()).replace(uri.toString(), "");
      if (message.toLowerCase(Locale.ROOT).contains("filter")) {
        return true;
      }
    }
    return false;
  }

  private void create(
      Path clone, @Nullable String filter, RemoteVisit visit, IndexProgress progress)
      throws GitAPIException, IOException {
    FolderTree.delete(clone);
    try (Git git = Git.init().setBare(true).setDirectory(clone.toFile()).call()) {
      new CloneSettings(git.getRepository()).write(uri, filter);
      new CloneFetch(uri, visit, progress).into(git.getRepository());
    }
  }

  /** Fetches, and returns how many packs the clone may have. */
  private int fetch(RemoteVisit visit, IndexProgress progress) throws GitAPIException, IOException {
    try (Git git = Git.open(folder.toFile())) {
      new CloneFetch(uri, visit, progress).into(git.getRepository());
      return new CloneSettings(git.getRepository()).packLimit();
    }
  }
}
