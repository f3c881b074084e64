package dev.mendgate.gateway.source.history;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;

/** Finds the commits a history lacks, in an order that puts parents first. */
final class HistoryScan {
  /** A commit that is to be added. */
  record NewCommit(ObjectId id, RawCommit raw) {}

  private final Repository repository;
  private final History history;
  private final Set<ObjectId> shallow;

  HistoryScan(Repository repository, History history) throws IOException {
    this.repository = repository;
    this.history = history;
    this.shallow = repository.getObjectDatabase().getShallowCommits();
  }

  /** Returns what leads to a commit and is not in the history, parents before children. */
  List<NewCommit> missing(ObjectId head) throws IOException {
    Map<ObjectId, RawCommit> open = new HashMap<>();
    List<NewCommit> ordered = new ArrayList<>();
    Deque<Step> path = new ArrayDeque<>();
    try (ObjectReader reader = repository.newObjectReader()) {
      if (history.number(head) < 0) {
        path.push(step(reader, head, open));
      }
      while (!path.isEmpty()) {
        Step step = path.peek();
        if (step.next == step.raw.parents().length) {
          ordered.add(new NewCommit(step.id, step.raw));
          path.pop();
          continue;
        }
        ObjectId parent = step.raw.parents()[step.next++];
        if (history.number(parent) < 0 && !open.containsKey(parent)) {
          path.push(step(reader, parent, open));
        }
      }
    }
    return ordered;
  }

  private Step step(ObjectReader reader, ObjectId id, Map<ObjectId, RawCommit> open)
      throws IOException {
    byte[] bytes = reader.open(id, Constants.OBJ_COMMIT).getCachedBytes(Integer.MAX_VALUE);
    RawCommit raw = parse(id, bytes);
    if (shallow.contains(id)) {
      raw = raw.withoutParents();
    }
    open.put(id, raw);
    return new Step(id, raw);
  }

  private static RawCommit parse(ObjectId id, byte[] bytes) throws IOException {
    try {
      return RawCommit.parse(bytes);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new IOException("commit " + id.name() + " is malformed", e);
    }
  }

  private static final class Step {
    private final ObjectId id;
    private final RawCommit raw;
    private int next;

    Step(ObjectId id, RawCommit raw) {
      this.id = id;
      this.raw = raw;
    }
  }
}
