package dev.mendgate.gateway.source;

import dev.mendgate.gateway.source.remote.RemoteAccess;
import dev.mendgate.gateway.source.remote.RemoteVisit;
import java.io.IOException;
import java.net.URISyntaxException;
import java.util.List;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.PushResult;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.URIish;
import org.jspecify.annotations.Nullable;

/** Pushes a new branch to where a repository comes from; never moves a branch that is there. */
public final class BranchPublisher {
  private final RemoteAccess access;

  /** Publishes with what repositories are fetched with. */
  public BranchPublisher(RemoteAccess access) {
    this.access = access;
  }

  /**
   * What came of it.
   *
   * @param commit full id of the branch's commit at the remote
   * @param existed the branch was there already and was left alone
   */
  public record Published(String branch, String commit, boolean existed) {}

  /**
   * Commits and pushes, unless the branch exists.
   *
   * @param remote URL or path of a repository
   * @param branch short name
   * @throws SourceException where the remote cannot be reached or refuses the branch
   */
  public Published publish(
      GitRepository repository, String remote, String branch, NewBranch change) {
    URIish uri = uri(remote);
    try (RemoteVisit visit = access.visit()) {
      try (Transport transport = Transport.open(repository.git(), uri)) {
        visit.configure(transport);
        return publish(repository, transport, branch, change);
      } catch (IOException | GitAPIException e) {
        throw new SourceException("cannot push " + branch + ": " + visit.explain(uri, e), e);
      }
    }
  }

  private static URIish uri(String remote) {
    try {
      return new URIish(remote);
    } catch (URISyntaxException e) {
      throw new SourceException("the repository's location is not a URL or path", e);
    }
  }

  private static Published publish(
      GitRepository repository, Transport transport, String branch, NewBranch change)
      throws IOException, GitAPIException {
    String ref = Constants.R_HEADS + branch;
    ObjectId there = tip(transport, ref);
    if (there != null) {
      return new Published(branch, there.name(), true);
    }
    ObjectId commit = change.write(repository);
    push(repository, transport, ref, commit);
    return new Published(branch, commit.name(), false);
  }

  private static @Nullable ObjectId tip(Transport transport, String ref) throws IOException {
    try (FetchConnection connection = transport.openFetch()) {
      Ref there = connection.getRef(ref);
      return there == null ? null : there.getObjectId();
    }
  }

  private static void push(
      GitRepository repository, Transport transport, String ref, ObjectId commit)
      throws IOException, GitAPIException {
    RemoteRefUpdate update =
        new RemoteRefUpdate(
            repository.git(), commit.name(), commit, ref, false, null, ObjectId.zeroId());
    PushResult result = transport.push(NullProgressMonitor.INSTANCE, List.of(update));
    RemoteRefUpdate.Status status = update.getStatus();
    if (status != RemoteRefUpdate.Status.OK && status != RemoteRefUpdate.Status.UP_TO_DATE) {
      String message = update.getMessage() == null ? result.getMessages() : update.getMessage();
      throw new IOException("the remote answered " + status + " " + message);
    }
  }
}
