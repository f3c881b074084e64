package dev.mendgate.gateway.source.remote;

import dev.mendgate.gateway.source.CommitTree;
import dev.mendgate.gateway.source.GitSettings;
import dev.mendgate.gateway.source.IndexProgress;
import dev.mendgate.gateway.source.UnknownRepositoryException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Locale;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.api.errors.JGitInternalException;
import org.eclipse.jgit.api.errors.TransportException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.FetchResult;
import org.eclipse.jgit.transport.FilterSpec;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.TrackingRefUpdate;
import org.eclipse.jgit.transport.URIish;
import org.jspecify.annotations.Nullable;

/**
 * Clones a repository bare, and keeps the clone equal to where it came from. Where the server can
 * leave contents out, those that are too large to be read are left out of the history.
 */
public final class RepositoryClone {
  /**
   * HEAD is asked for by name: without that, protocol version 2 does not tell where it stands once
   * the clone has one of its own.
   */
  private static final List<RefSpec> ALL =
      List.of(
          new RefSpec("+refs/heads/*:refs/heads/*"),
          new RefSpec("+refs/tags/*:refs/tags/*"),
          new RefSpec("+HEAD:refs/mendgate/HEAD"));

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
          fetch(folder, visit, progress);
          tidy(visit, progress);
        } else {
          create(visit, progress);
        }
      } catch (GitAPIException | JGitInternalException | IOException e) {
        throw new UnknownRepositoryException("cannot fetch " + uri + ": " + visit.explain(uri, e));
      }
    }
  }

  private void create(RemoteVisit visit, IndexProgress progress)
      throws GitAPIException, IOException {
    Path unfinished = createUnfinished(visit, progress);
    Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
  }

  /** JGit cannot repack a partial clone, so a new one gives its packs now and then. */
  private void tidy(RemoteVisit visit, IndexProgress progress) throws GitAPIException, IOException {
    int limit;
    try (Git git = Git.open(folder.toFile())) {
      limit = new CloneSettings(git.getRepository()).packLimit();
    }
    Packs packs = new Packs(folder);
    if (packs.count() > limit) {
      Path unfinished = createUnfinished(visit, progress);
      packs.replaceWith(new Packs(unfinished));
      delete(unfinished);
    }
  }

  private Path createUnfinished(RemoteVisit visit, IndexProgress progress)
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
  private static boolean isAboutFilters(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (String.valueOf(t.getMessage()).toLowerCase(Locale.ROOT).contains("filter")) {
        return true;
      }
    }
    return false;
  }

  private void create(
      Path clone, @Nullable String filter, RemoteVisit visit, IndexProgress progress)
      throws GitAPIException, IOException {
    delete(clone);
    try (Git git = Git.init().setBare(true).setDirectory(clone.toFile()).call()) {
      new CloneSettings(git.getRepository()).write(uri, filter);
      fetch(git.getRepository(), visit, progress);
    }
  }

  private void fetch(Path clone, RemoteVisit visit, IndexProgress progress)
      throws GitAPIException, IOException {
    try (Git git = Git.open(clone.toFile())) {
      fetch(git.getRepository(), visit, progress);
    }
  }

  private void fetch(Repository clone, RemoteVisit visit, IndexProgress progress)
      throws GitAPIException, IOException {
    FilterSpec filter = new CloneSettings(clone).filter();
    FetchProgress monitor = new FetchProgress(progress);
    FetchResult result =
        Git.wrap(clone)
            .fetch()
            .setRemote(uri.toString())
            .setRefSpecs(ALL)
            .setTagOpt(TagOpt.NO_TAGS)
            .setRemoveDeletedRefs(true)
            // The server may shorten contents by others that it had left out.
            .setThin(filter.isNoOp())
            .setTransportConfigCallback(
                transport -> {
                  visit.configure(transport);
                  transport.setFilterSpec(filter);
                })
            .setProgressMonitor(monitor)
            .call();
    check(result);
    Ref head = result.getAdvertisedRef(Constants.HEAD);
    if (head != null) {
      follow(clone, head);
      new CurrentFiles(clone, uri, visit).complete(head.getObjectId(), monitor);
    }
  }

  /** A fetch that is cut off ends without an exception, and without what the refs point to. */
  private static void check(FetchResult result) throws IOException {
    for (TrackingRefUpdate update : result.getTrackingRefUpdates()) {
      switch (update.getResult()) {
        case NEW, NO_CHANGE, FAST_FORWARD, FORCED -> {}
        default ->
            throw new IOException(
                "the fetch was cut off: " + update.getLocalName() + " " + update.getResult());
      }
    }
  }

  /** Puts HEAD where the remote has it: on a branch, or on a commit of its own. */
  private static void follow(Repository repository, Ref head) throws IOException {
    if (!head.isSymbolic()) {
      RefUpdate detached = repository.updateRef(Constants.HEAD, true);
      detached.setNewObjectId(head.getObjectId());
      detached.forceUpdate();
      return;
    }
    String branch = head.getTarget().getName();
    if (!branch.equals(repository.getFullBranch())) {
      repository.updateRef(Constants.HEAD).link(branch);
    }
  }

  /** Deletes a folder and all in it, without following links. */
  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failed)
              throws IOException {
            if (failed != null) {
              throw failed;
            }
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
