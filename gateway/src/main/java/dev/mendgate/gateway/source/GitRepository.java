package dev.mendgate.gateway.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jgit.errors.LargeObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryCache.FileKey;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.util.FS;
import org.jspecify.annotations.Nullable;

/**
 * A git repository, read only: what is committed, never what lies about in a working copy. Commits
 * are named by their full id in lower-case hexadecimal. Safe for concurrent use.
 */
public final class GitRepository implements AutoCloseable {
  static {
    GitSettings.apply();
  }

  private final Path path;
  private final Repository git;

  private GitRepository(Path path, Repository git) {
    this.path = path;
    this.git = git;
  }

  /**
   * Opens a working copy, a linked worktree, a {@code .git} folder or a bare repository.
   *
   * @throws UnknownRepositoryException where the path holds none of these
   */
  public static GitRepository open(Path path) {
    if (!Files.isDirectory(path)) {
      throw new UnknownRepositoryException(
          "no repository at " + path + ": there is no such folder; give the path of a clone");
    }
    FileRepositoryBuilder builder = new FileRepositoryBuilder().setMustExist(true);
    if (Files.exists(path.resolve(Constants.DOT_GIT))) {
      builder.setWorkTree(path.toFile());
    } else if (FileKey.isGitRepository(path.toFile(), FS.DETECTED)) {
      builder.setGitDir(path.toFile());
    } else {
      throw new UnknownRepositoryException(
          "no repository at " + path + ": give the folder that holds .git, or a bare repository");
    }
    try {
      GitSettings.assumeCoarseTimes(path);
      return new GitRepository(path, ReplacedObjects.honour(builder.build()));
    } catch (IOException | IllegalArgumentException e) {
      throw UnreadableRepositoryException.because("the repository at " + path, e);
    }
  }

  /** Returns the path it was opened at. */
  public Path path() {
    return path;
  }

  /**
   * Returns the commit that HEAD stands at.
   *
   * @throws UnknownRevisionException where nothing is committed yet
   */
  public String head() {
    return find(Constants.HEAD)
        .orElseThrow(
            () ->
                new UnknownRevisionException(
                    "the repository at " + path + " has no commit on HEAD; commit something"));
  }

  /** Returns the commit that HEAD stands at; empty where nothing is committed yet. */
  public Optional<String> headIfAny() {
    return find(Constants.HEAD);
  }

  /** Says whether it has no working copy. */
  public boolean isBare() {
    return git.isBare();
  }

  /**
   * Returns the content of the object that a setting names, such as {@code mailmap.blob}; empty
   * where it is not set, names no file of the repository, or one above {@link
   * CommitTree#MAX_TEXT_BYTES}.
   */
  public Optional<byte[]> configuredBlob(String section, String name) {
    String named = git.getConfig().getString(section, null, name);
    if (named == null || named.isBlank()) {
      return Optional.empty();
    }
    try (ObjectReader reader = git.newObjectReader()) {
      ObjectId id = git.resolve(named);
      return id == null
          ? Optional.empty()
          : Optional.of(
              reader.open(id, Constants.OBJ_BLOB).getCachedBytes(CommitTree.MAX_TEXT_BYTES));
    } catch (IllegalArgumentException | LargeObjectException | IOException e) {
      // As git does, go on without it.
      return Optional.empty();
    }
  }

  /** Returns the short name of the branch HEAD stands on; empty where HEAD is detached. */
  public Optional<String> branch() {
    try {
      String full = git.getFullBranch();
      return full != null && full.startsWith(Constants.R_HEADS)
          ? Optional.of(full.substring(Constants.R_HEADS.length()))
          : Optional.empty();
    } catch (IOException e) {
      throw UnreadableRepositoryException.because("HEAD of " + path, e);
    }
  }

  /**
   * Returns the commit a revision names: any name git knows, else the tag of a version.
   *
   * @throws UnknownRevisionException where there is none, or several
   */
  public String resolve(String revision) {
    return find(revision)
        .or(() -> findVersion(revision))
        .orElseThrow(
            () ->
                new UnknownRevisionException(
                    "no revision '"
                        + printable(revision)
                        + "' in "
                        + path
                        + "; give a commit, branch or tag that it has, or fetch first"));
  }

  /**
   * Returns the commit that was deployed: the revision where it is told and known, else the tag of
   * the version; empty where neither leads to a commit.
   */
  public Optional<String> deployed(@Nullable String revision, @Nullable String version) {
    return Optional.ofNullable(revision)
        .flatMap(this::find)
        .or(() -> Optional.ofNullable(version).flatMap(this::findVersion));
  }

  /**
   * Returns the files of a commit.
   *
   * @param commit full id
   */
  public CommitTree tree(String commit) {
    return new CommitTree(this, commit, parse(commit).getTree().copy());
  }

  /** Returns the library's view; it must not be closed. */
  Repository git() {
    return git;
  }

  /** Returns a commit by its full id, with headers and message. */
  RevCommit parse(String commit) {
    try (RevWalk walk = new RevWalk(git)) {
      return walk.parseCommit(ObjectId.fromString(commit));
    } catch (IOException | IllegalArgumentException e) {
      throw new UnknownRevisionException(
          "no commit '" + printable(commit) + "' in " + path + "; resolve a revision first");
    }
  }

  @Override
  public void close() {
    git.close();
  }

  private Optional<String> find(String revision) {
    if (revision.isBlank()) {
      return Optional.empty();
    }
    try (RevWalk walk = new RevWalk(git)) {
      ObjectId id = git.resolve(revision.strip() + "^{commit}");
      return id == null ? Optional.empty() : Optional.of(walk.parseCommit(id).name());
    } catch (IllegalArgumentException | IOException e) {
      // Ambiguous, malformed, not a commit, or not in this clone: to the caller it is not there.
      return Optional.empty();
    }
  }

  private Optional<String> findVersion(String version) {
    String plain = version.startsWith("v") ? version.substring(1) : version;
    Optional<String> exact =
        Stream.of(version, plain, "v" + plain)
            .map(name -> find(Constants.R_TAGS + name))
            .flatMap(Optional::stream)
            .findFirst();
    return exact.or(() -> onlyTagEndingWith(plain));
  }

  /** Finds {@code rel/name-1.2} for {@code 1.2}, provided all such tags are one commit. */
  private Optional<String> onlyTagEndingWith(String version) {
    if (version.isBlank() || !Character.isDigit(version.charAt(0))) {
      return Optional.empty();
    }
    try {
      List<Ref> tags = git.getRefDatabase().getRefsByPrefix(Constants.R_TAGS);
      Set<String> commits =
          tags.stream()
              .map(Ref::getName)
              .filter(
                  name ->
                      Stream.of("-", "/", "_", "-v", "/v")
                          .anyMatch(s -> name.endsWith(s + version)))
              .flatMap(name -> find(name).stream())
              .collect(Collectors.toSet());
      return commits.size() == 1 ? Optional.of(commits.iterator().next()) : Optional.empty();
    } catch (IOException e) {
      throw UnreadableRepositoryException.because("the tags of " + path, e);
    }
  }

  private static String printable(String text) {
    String line = text.replaceAll("\\p{Cntrl}", "?");
    return line.length() <= 100 ? line : line.substring(0, 100) + "...";
  }
}
