package dev.mendgate.gateway.source.remote;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectIdRef;
import org.eclipse.jgit.lib.ProgressMonitor;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.PackLock;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches what a partial clone lacks of the latest commit: a project may need its large files to be
 * built and tested. What history alone had stays away.
 */
final class CurrentFiles {
  private static final Logger LOG = LoggerFactory.getLogger(CurrentFiles.class);

  private final Repository clone;
  private final URIish uri;
  private final RemoteVisit visit;

  CurrentFiles(Repository clone, URIish uri, RemoteVisit visit) {
    this.clone = clone;
    this.uri = uri;
    this.visit = visit;
  }

  /** Does its best: a server need not give single files out. */
  void complete(ObjectId commit, ProgressMonitor monitor) {
    try {
      Map<ObjectId, Ref> missing = missing(commit);
      if (!missing.isEmpty()) {
        fetch(missing.values(), monitor);
      }
    } catch (IOException e) {
      LOG.warn("Large files of {} are left out: {}", uri, visit.explain(uri, e));
    }
  }

  private Map<ObjectId, Ref> missing(ObjectId commit) throws IOException {
    Map<ObjectId, Ref> missing = new HashMap<>();
    try (RevWalk commits = new RevWalk(clone);
        TreeWalk walk = new TreeWalk(clone)) {
      walk.addTree(commits.parseCommit(commit).getTree());
      walk.setRecursive(true);
      while (walk.next()) {
        ObjectId id = walk.getObjectId(0);
        if (walk.getFileMode(0) != FileMode.GITLINK && !walk.getObjectReader().has(id)) {
          missing.put(id, new ObjectIdRef.Unpeeled(Ref.Storage.NETWORK, id.name(), id));
        }
      }
    }
    return missing;
  }

  /** The clone's refs would tell the server that all is there, so they stay out of sight. */
  private void fetch(Collection<Ref> wanted, ProgressMonitor monitor) throws IOException {
    Path blind = Files.createTempDirectory("mendgate-fetch");
    Files.createDirectory(blind.resolve("refs"));
    Files.writeString(blind.resolve("HEAD"), "ref: refs/heads/none\n");
    try (Repository view =
        new FileRepositoryBuilder()
            .setBare()
            .setGitDir(blind.toFile())
            .setObjectDirectory(clone.getDirectory().toPath().resolve("objects").toFile())
            .build()) {
      fetch(view, wanted, monitor);
    } finally {
      FolderTree.delete(blind);
    }
  }

  private void fetch(Repository view, Collection<Ref> wanted, ProgressMonitor monitor)
      throws IOException {
    try (Transport transport = Transport.open(view, uri)) {
      visit.configure(transport);
      try (FetchConnection connection = transport.openFetch()) {
        connection.fetch(monitor, wanted, Set.of());
        connection.getPackLocks().forEach(CurrentFiles::unlock);
      }
    }
  }

  private static void unlock(PackLock lock) {
    try {
      lock.unlock();
    } catch (IOException e) {
      LOG.warn("A pack stays locked: {}", e.getMessage());
    }
  }
}
