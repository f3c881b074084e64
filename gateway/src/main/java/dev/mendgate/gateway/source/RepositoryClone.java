package dev.mendgate.gateway.source;

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
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.FetchResult;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.URIish;

/** Clones a repository bare, and keeps the clone equal to where it came from. */
final class RepositoryClone {
  private static final int TIMEOUT_SECONDS = 120;

  static {
    GitSettings.apply();
  }

  private final URIish uri;
  private final Path folder;
  private final CredentialsProvider credentials;

  RepositoryClone(URIish uri, Path folder, CredentialsProvider credentials) {
    this.uri = uri;
    this.folder = folder;
    this.credentials = credentials;
  }

  /**
   * Clones where there is no clone yet, else fetches; a clone that was cut off leaves nothing.
   *
   * @throws UnknownRepositoryException where nothing can be fetched from there
   */
  void update() {
    try {
      if (!Files.isDirectory(folder)) {
        create();
      }
      try (Git git = Git.open(folder.toFile())) {
        fetch(git);
      }
    } catch (GitAPIException | JGitInternalException | IOException e) {
      throw new UnknownRepositoryException(
          "cannot fetch "
              + uri
              + ": "
              + firstLine(e)
              + "; check the URL, and for a private one "
              + GitCredentials.variable(String.valueOf(uri.getHost())));
    }
  }

  private void create() throws GitAPIException, IOException {
    Path unfinished = folder.resolveSibling(folder.getFileName() + ".unfinished");
    delete(unfinished);
    try (Git git =
        Git.cloneRepository()
            .setBare(true)
            .setURI(uri.toString())
            .setDirectory(unfinished.toFile())
            .setCredentialsProvider(credentials)
            .setTimeout(TIMEOUT_SECONDS)
            .call()) {
      git.getRepository().getObjectDatabase();
    }
    Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
  }

  private void fetch(Git git) throws GitAPIException, IOException {
    FetchResult result =
        git.fetch()
            .setRemote(uri.toString())
            .setRefSpecs(List.of(new RefSpec("+refs/heads/*:refs/heads/*")))
            .setTagOpt(TagOpt.FETCH_TAGS)
            .setRemoveDeletedRefs(true)
            .setCredentialsProvider(credentials)
            .setTimeout(TIMEOUT_SECONDS)
            .call();
    Ref head = result.getAdvertisedRef(Constants.HEAD);
    if (head != null && head.isSymbolic()) {
      follow(git.getRepository(), head.getTarget().getName());
    }
  }

  private static void follow(Repository repository, String branch) throws IOException {
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
          public FileVisitResult postVisitDirectory(
              Path visited, @org.jspecify.annotations.Nullable IOException failed)
              throws IOException {
            if (failed != null) {
              throw failed;
            }
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
  }
}
