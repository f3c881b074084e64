package dev.mendgate.gateway.source.remote;

import dev.mendgate.gateway.source.IndexProgress;
import java.io.IOException;
import java.util.List;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
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

/** Makes a clone equal to its remote, once. */
final class CloneFetch {
  /**
   * HEAD is asked for by name: without that, protocol version 2 does not tell where it stands once
   * the clone has one of its own.
   */
  private static final List<RefSpec> ALL =
      List.of(
          new RefSpec("+refs/heads/*:refs/heads/*"),
          new RefSpec("+refs/tags/*:refs/tags/*"),
          new RefSpec("+HEAD:refs/mendgate/HEAD"));

  private final URIish uri;
  private final RemoteVisit visit;
  private final IndexProgress progress;

  CloneFetch(URIish uri, RemoteVisit visit, IndexProgress progress) {
    this.uri = uri;
    this.visit = visit;
    this.progress = progress;
  }

  void into(Repository clone) throws GitAPIException, IOException {
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
}
