package dev.mendgate.gateway.source.blame;

import dev.mendgate.gateway.source.diff.Common;
import dev.mendgate.gateway.source.diff.GitDiff;
import dev.mendgate.gateway.source.diff.Text;
import dev.mendgate.gateway.source.history.Entry;
import dev.mendgate.gateway.source.history.History;
import dev.mendgate.gateway.source.history.TreeChanges;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.lib.ObjectReader;
import org.jspecify.annotations.Nullable;

/**
 * Blames some files of one commit together. Commits are passed from the newest to the oldest; what
 * is sought moves to the first parent as a whole, but for the paths the commit changed. There git's
 * rules hold: a parent with the same content takes all; else each parent in turn, under its path or
 * the one it was renamed from, takes the lines that are in it too; what is left is the commit's
 * own. For one thread.
 */
final class BlameWalk {
  private final History history;
  private final Contents contents;
  private final OriginSearch origins;
  private final Known known;
  private final BitSet sought = new BitSet();
  private final @Nullable Map<Integer, Pending>[] pending;
  private final List<Result> results = new ArrayList<>();
  private int open;

  /** What is found about a file while the walk goes on. */
  private static final class Result {
    private final Runs runs = new Runs();
    private int changedAt = -1;
    private int changedPath = -1;
    private int lines = -1;
    private @Nullable KnownFile same;

    FileResult finished() {
      if (same != null) {
        return new FileResult.Same(same);
      }
      return lines < 0
          ? new FileResult.NotText(changedAt, changedPath)
          : new FileResult.Blamed(changedAt, changedPath, lines, runs.sorted());
    }
  }

  BlameWalk(History history, ObjectReader reader, Known known) {
    this(history, reader, known, new Prints());
  }

  /** Shares prints with other walks. */
  @SuppressWarnings({"unchecked", "rawtypes"})
  BlameWalk(History history, ObjectReader reader, Known known, Prints prints) {
    this.history = history;
    this.contents = new Contents(history, reader);
    TreeChanges trees = new TreeChanges(history, reader);
    this.origins = new OriginSearch(history, new RenameSearch(history, contents, trees, prints));
    this.known = known;
    this.pending = new Map[history.size()];
  }

  /**
   * Blames files.
   *
   * @param files path and {@link Entry} of each, in turn
   * @return a result for each, in the same order
   */
  List<FileResult> blame(int commit, int[] files) throws IOException {
    results.clear();
    open = 0;
    for (int i = 0; i < files.length; i += 2) {
      Pending whole = new Pending(files[i], files[i + 1]);
      whole.wholes.add(results.size());
      results.add(new Result());
      seek(commit, whole);
    }
    for (int at = commit; at >= 0 && open > 0; at--) {
      Map<Integer, Pending> here = pending[at];
      if (here != null) {
        pending[at] = null;
        visit(at, here);
      }
    }
    return results.stream().map(Result::finished).toList();
  }

  private void seek(int commit, Pending version) {
    Map<Integer, Pending> there = pending[commit];
    if (there == null) {
      there = new HashMap<>();
      pending[commit] = there;
    }
    sought.set(version.path);
    Pending present = there.putIfAbsent(version.path, version);
    if (present == null) {
      open++;
    } else {
      present.merge(version);
    }
  }

  private void visit(int commit, Map<Integer, Pending> here) throws IOException {
    int parents = history.parents(commit);
    if (parents == 0) {
      for (Pending version : here.values()) {
        open--;
        if (!settle(commit, version) && read(commit, version)) {
          own(commit, version, version.claims);
        }
      }
      return;
    }
    if (known.covers(commit)) {
      here.values().removeIf(version -> settleAt(commit, version));
    }
    int width = parents + 2;
    int to = history.changesTo(commit);
    for (int at = history.changesFrom(commit); at < to && !here.isEmpty(); at += width) {
      int path = history.change(at);
      Pending version = sought.get(path) ? here.remove(path) : null;
      if (version != null) {
        open--;
        pass(commit, at, version);
      }
    }
    moveToFirstParent(commit, here);
  }

  private void moveToFirstParent(int commit, Map<Integer, Pending> here) {
    if (here.isEmpty()) {
      return;
    }
    int parent = history.parent(commit, 0);
    Map<Integer, Pending> there = pending[parent];
    if (there == null || there.size() < here.size()) {
      pending[parent] = here;
      here = there == null ? Map.of() : there;
    }
    open -= here.size();
    here.values().forEach(version -> seek(parent, version));
  }

  /** Passes a version that the commit changed, by the change's place in the history. */
  private void pass(int commit, int change, Pending version) throws IOException {
    OriginSearch.Origins found = origins.origins(commit, change, version.path, version.entry);
    RenameSearch.@Nullable Source[] files = found.files();
    RenameSearch.Source same = found.same() < 0 ? null : files[found.same()];
    if (same != null) {
      passWhole(history.parent(commit, found.same()), same.path(), version);
    } else {
      passLines(commit, version, files);
    }
  }

  private void passWhole(int parent, int path, Pending version) {
    Pending there = new Pending(path, version.entry);
    there.merge(version);
    seek(parent, there);
  }

  private void passLines(int commit, Pending version, RenameSearch.@Nullable Source[] files)
      throws IOException {
    if (settle(commit, version) || !read(commit, version)) {
      return;
    }
    Claims rest = version.claims;
    Text text = version.text;
    for (int i = 0; i < files.length && !rest.isEmpty() && text != null; i++) {
      RenameSearch.Source origin = files[i];
      byte[] before = origin == null ? null : contents.bytes(origin.entry());
      if (origin != null && before != null) {
        rest = passLines(history.parent(commit, i), origin, before, text, rest);
      }
    }
    own(commit, version, rest);
  }

  private Claims passLines(
      int parent, RenameSearch.Source origin, byte[] before, Text after, Claims claims) {
    Common common = after.common(before);
    Text text = Text.of(before, after, common);
    Claims.Parted parted = claims.part(GitDiff.diff(text, after, common));
    if (!parted.passed().isEmpty()) {
      Pending there = new Pending(origin.path(), origin.entry());
      there.claims = parted.passed();
      there.text = text;
      seek(parent, there);
    }
    return parted.kept();
  }

  /** Makes the version's text available; says whether there is one. */
  private boolean read(int commit, Pending version) throws IOException {
    if (version.text == null) {
      byte[] bytes = contents.bytes(version.entry);
      version.text = bytes == null ? null : Text.of(bytes);
    }
    if (version.wholes.size() > 0) {
      begin(commit, version, version.text);
    }
    if (version.text == null) {
      own(commit, version, version.claims);
    }
    return version.text != null;
  }

  /** Notes that blamed files are what they are from this commit on, and claims all their lines. */
  private void begin(int commit, Pending version, @Nullable Text text) {
    int lines = text == null || text.isBinary() ? -1 : text.count();
    for (int i = 0; i < version.wholes.size(); i++) {
      Result result = results.get(version.wholes.get(i));
      result.changedAt = commit;
      result.changedPath = version.path;
      result.lines = lines;
    }
    version.claimWholes(Math.max(0, lines));
  }

  private void own(int commit, Pending version, Claims claims) {
    for (int i = 0; i < claims.size(); i++) {
      results
          .get(claims.file(i))
          .runs
          .add(claims.line(i), claims.length(i), commit, version.path, claims.at(i));
    }
  }

  private boolean settle(int commit, Pending version) {
    return settle(known.changedAt(commit, version.path), version);
  }

  private boolean settleAt(int commit, Pending version) {
    if (settle(known.at(commit, version.path), version)) {
      open--;
      return true;
    }
    return false;
  }

  /** Takes the rest from what was known before; says whether it was. */
  private boolean settle(@Nullable KnownFile file, Pending version) {
    if (file == null || (!file.isText() && !version.claims.isEmpty())) {
      return false;
    }
    for (int i = 0; i < version.wholes.size(); i++) {
      results.get(version.wholes.get(i)).same = file;
    }
    Claims claims = version.claims;
    if (!claims.isEmpty()) {
      Runs runs = file.runs();
      for (int i = 0; i < claims.size(); i++) {
        copy(runs, claims, i);
      }
    }
    return true;
  }

  private void copy(Runs runs, Claims claims, int claim) {
    int from = claims.at(claim);
    int to = from + claims.length(claim);
    int shift = claims.line(claim) - from;
    Runs out = results.get(claims.file(claim)).runs;
    for (int run = runs.find(from); run < runs.size() && runs.line(run) < to; run++) {
      int start = Math.max(from, runs.line(run));
      int end = Math.min(to, runs.line(run) + runs.length(run));
      int original = runs.original(run) + start - runs.line(run);
      out.add(start + shift, end - start, runs.commit(run), runs.path(run), original);
    }
  }
}
