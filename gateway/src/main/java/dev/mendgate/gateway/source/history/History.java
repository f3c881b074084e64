package dev.mendgate.gateway.source.history;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.lib.ObjectId;

/**
 * Commits, numbered so that parents come before their children, and what each changed against its
 * first parent. Grows at its end only. Reading is safe for several threads while nobody writes.
 *
 * <p>A change of a commit with k parents is k + 2 numbers: the path, its {@link Entry} in the
 * commit, and its entry in each parent; a commit without parents lists all it holds. Changes are in
 * the order of git's trees.
 */
public final class History {
  /** Numbers a commit's card has: id, times, names and summary. */
  static final int CARD = 12;

  private final IdTable commits;
  private final IntList cards;
  private final IntList parents;
  private final IntList parentEnds;
  private final IntList changes;
  private final IntList changeEnds;
  private final IdTable blobs;
  private final PathTable paths;
  private final PathTable names;

  /** Makes an empty history. */
  public History() {
    this(
        new IntList(),
        new IntList(),
        new IntList(),
        new IntList(),
        new IntList(),
        new IdTable(),
        new PathTable(),
        new PathTable());
  }

  History(
      IntList cards,
      IntList parents,
      IntList parentEnds,
      IntList changes,
      IntList changeEnds,
      IdTable blobs,
      PathTable paths,
      PathTable names) {
    this.cards = cards;
    this.parents = parents;
    this.parentEnds = parentEnds;
    this.changes = changes;
    this.changeEnds = changeEnds;
    this.blobs = blobs;
    this.paths = paths;
    this.names = names;
    this.commits = new IdTable();
    for (int commit = 0; commit < parentEnds.size(); commit++) {
      commits.intern(id(commit));
    }
  }

  /** Returns the number of commits. */
  public int size() {
    return parentEnds.size();
  }

  /** Returns a commit's number, -1 where it is not there. */
  public int number(ObjectId commit) {
    return commits.find(commit);
  }

  /** Returns a commit's id. */
  public ObjectId id(int commit) {
    return ObjectId.fromRaw(cards.array(), commit * CARD);
  }

  /** Returns how many parents a commit has. */
  public int parents(int commit) {
    return parentEnds.get(commit) - start(parentEnds, commit);
  }

  /** Returns a parent's number, which is below the commit's. */
  public int parent(int commit, int index) {
    return parents.get(start(parentEnds, commit) + index);
  }

  /** Returns where a commit's changes start among {@link #change}. */
  public int changesFrom(int commit) {
    return start(changeEnds, commit);
  }

  /** Returns where a commit's changes end among {@link #change}. */
  public int changesTo(int commit) {
    return changeEnds.get(commit);
  }

  /** Returns one number of the changes. */
  public int change(int at) {
    return changes.get(at);
  }

  /** Returns the ids of contents. */
  public IdTable blobs() {
    return blobs;
  }

  /** Returns the paths. */
  public PathTable paths() {
    return paths;
  }

  /** Returns who wrote a commit, as {@code Name <mail>}. */
  public String author(int commit) {
    return names.path(cards.get(commit * CARD + 9));
  }

  /** Returns when a commit was written, in seconds since 1970. */
  public long authorTime(int commit) {
    return time(commit, 5);
  }

  /** Returns when a commit was committed, in seconds since 1970. */
  public long commitTime(int commit) {
    return time(commit, 7);
  }

  /** Returns the first line of a commit's message. */
  public String summary(int commit) {
    return names.path(cards.get(commit * CARD + 11));
  }

  /** Returns what is told of a commit. */
  public Card card(int commit) {
    return new Card(
        id(commit), author(commit), authorTime(commit), commitTime(commit), summary(commit));
  }

  /** Appends a commit; its parents have to be there. */
  void add(ObjectId id, RawCommit raw, int[] parentNumbers) {
    byte[] words = new byte[IdTable.BYTES];
    id.copyRawTo(words, 0);
    IntBuffer in = ByteBuffer.wrap(words).asIntBuffer();
    for (int i = 0; i < IdTable.WORDS; i++) {
      cards.add(in.get(i));
    }
    addTime(raw.author().seconds());
    addTime(raw.committer().seconds());
    addName(raw.author().person());
    addName(raw.committer().person());
    addName(raw.summary());
    for (int parent : parentNumbers) {
      parents.add(parent);
    }
    parentEnds.add(parents.size());
    changeEnds.add(changes.size());
    commits.intern(words, 0);
  }

  /** Appends changes to the commit that was added last. */
  void addChanges(int[] words, int from, int to) {
    for (int at = from; at < to; at++) {
      changes.add(words[at]);
    }
    changeEnds.set(changeEnds.size() - 1, changes.size());
  }

  /** Returns all that is numbers, in the order of the constructor, for storage. */
  List<IntList> columns() {
    List<IntList> columns = new ArrayList<>();
    columns.add(cards);
    columns.add(parents);
    columns.add(parentEnds);
    columns.add(changes);
    columns.add(changeEnds);
    columns.add(blobs.words());
    columns.add(paths.ends());
    columns.add(names.ends());
    return columns;
  }

  PathTable names() {
    return names;
  }

  private void addTime(long seconds) {
    cards.add((int) (seconds >>> 32));
    cards.add((int) seconds);
  }

  private void addName(byte[] name) {
    cards.add(names.intern(name, 0, name.length));
  }

  private long time(int commit, int word) {
    int at = commit * CARD + word;
    return (long) cards.get(at) << 32 | cards.get(at + 1) & 0xffffffffL;
  }

  private static int start(IntList ends, int index) {
    return index == 0 ? 0 : ends.get(index - 1);
  }
}
