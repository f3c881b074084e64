package dev.mendgate.gateway.source.remote;

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
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.api.errors.JGitInternalException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.transport.FetchResult;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.URIish;
import org.jspecify.annotations.Nullable;

/** Clones a repository bare, and keeps the clone equal to where it came from. */
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
    Path unfinished = folder.resolveSibling(folder.getFileName() + ".unfinished");
    delete(unfinished);
    try (Git git = Git.init().setBare(true).setDirectory(unfinished.toFile()).call()) {
      StoredConfig config = git.getRepository().getConfig();
      // Tidying up is part of a fetch: nobody else may touch the clone in the background.
      config.setBoolean("gc", null, "autodetach", false);
      config.save();
    }
    fetch(unfinished, visit, progress);
    Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
  }

  private void fetch(Path clone, RemoteVisit visit, IndexProgress progress)
      throws GitAPIException, IOException {
    try (Git git = Git.open(clone.toFile())) {
      FetchResult result =
          git.fetch()
              .setRemote(uri.toString())
              .setRefSpecs(ALL)
              .setTagOpt(TagOpt.NO_TAGS)
              .setRemoveDeletedRefs(true)
              .setTransportConfigCallback(visit)
              .setProgressMonitor(new FetchProgress(progress))
              .call();
      Ref head = result.getAdvertisedRef(Constants.HEAD);
      if (head != null) {
        follow(git.getRepository(), head);
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
  private static void delete(Path folder) throws IOException {
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
