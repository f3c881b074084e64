package dev.mendgate.gateway.source.blame;

import dev.mendgate.gateway.source.diff.GitDiff;
import dev.mendgate.gateway.source.diff.Text;
import dev.mendgate.gateway.source.history.History;
import dev.mendgate.gateway.source.history.TreeChanges;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.jspecify.annotations.Nullable;

/**
 * Blames one file in other ways than the default: it looks through changes that the modes leave
 * out. What a parent does not have of a version is handed, in this order, to the lines of the
 * parents that it resembles where the commit is ignored, to where it was moved from, and to where
 * it was copied from. For one thread and one file.
 */
final class ModeWalk {
  private final History history;
  private final Contents contents;
  private final OriginSearch origins;
  private final BlameModes modes;
  private final Set<Integer> ignored = new HashSet<>();
  private final MoveSearch moves;
  private final PriorityQueue<Stop> stops =
      new PriorityQueue<>(
          Comparator.comparingLong(Stop::time).reversed().thenComparingInt(Stop::order));
  private final Map<Integer, Map<Integer, Sought>> sought = new HashMap<>();
  private final Runs runs = new Runs();
  private int order;

  /** A commit to visit: the youngest first, as git does. */
  private record Stop(int commit, long time, int order) {}

  ModeWalk(History history, ObjectReader reader, BlameModes modes) {
    this.history = history;
    this.contents = new Contents(history, reader);
    TreeChanges trees = new TreeChanges(history, reader);
    this.origins = new OriginSearch(history, new RenameSearch(history, contents, trees));
    this.modes = modes;
    this.moves = new MoveSearch(history, contents, trees, modes);
    for (ObjectId id : modes.ignoredRevisions()) {
      ignored.add(history.number(id));
    }
  }

  /** Blames a file of a commit. */
  FileResult blame(int commit, int path, int entry) throws IOException {
    Text text = read(entry);
    if (text == null || text.isBinary()) {
      return new FileResult.NotText(commit, path);
    }
    moves.follow(text);
    if (text.count() > 0) {
      Sought whole = sought(commit, path, entry);
      whole.text = text;
      whole.pieces.add(new Piece(0, text.count(), 0));
    }
    while (!stops.isEmpty()) {
      int at = stops.remove().commit;
      for (Sought version : sought.remove(at).values()) {
        pass(at, version);
      }
    }
    return new FileResult.Blamed(commit, path, text.count(), runs.sorted());
  }

  private @Nullable Text read(int entry) throws IOException {
    byte[] bytes = contents.bytes(entry);
    return bytes == null ? null : Text.of(bytes, modes.ignoreWhitespace());
  }

  /** Returns where to put pieces that are sought in a version. */
  private Sought sought(int commit, int path, int entry) {
    Map<Integer, Sought> there = sought.get(commit);
    if (there == null) {
      there = new LinkedHashMap<>();
      sought.put(commit, there);
      stops.add(new Stop(commit, history.commitTime(commit), order++));
    }
    return there.computeIfAbsent(path, p -> new Sought(p, entry));
  }

  private void pass(int commit, Sought version) throws IOException {
    int parents = history.parents(commit);
    if (parents == 0) {
      own(commit, version, version.pieces);
      return;
    }
    int change = change(commit, version.path);
    if (change < 0) {
      passWhole(history.parent(commit, 0), version.path, version);
      return;
    }
    OriginSearch.Origins found = origins.origins(commit, change, version.path, version.entry);
    RenameSearch.@Nullable Source[] files = found.files();
    RenameSearch.Source same = found.same() < 0 ? null : files[found.same()];
    if (same != null) {
      passWhole(history.parent(commit, found.same()), same.path(), version);
      return;
    }
    Text text = version.text == null ? read(version.entry) : version.text;
    version.text = text;
    own(commit, version, text == null ? version.pieces : passed(commit, version, text, files));
  }

  private int change(int commit, int path) {
    int width = history.parents(commit) + 2;
    for (int at = history.changesFrom(commit); at < history.changesTo(commit); at += width) {
      if (history.change(at) == path) {
        return at;
      }
    }
    return -1;
  }

  private void passWhole(int parent, int path, Sought version) {
    Sought there = sought(parent, path, version.entry);
    there.pieces.addAll(version.pieces);
    there.text = there.text == null ? version.text : there.text;
  }

  /** Hands pieces on to the parents and returns those that none of them takes. */
  private List<Piece> passed(
      int commit, Sought version, Text text, RenameSearch.@Nullable Source[] files)
      throws IOException {
    @Nullable Origin[] asked = new Origin[files.length];
    List<Piece> rest = version.pieces;
    for (int i = 0; i < files.length && !rest.isEmpty(); i++) {
      RenameSearch.Source file = files[i];
      byte[] before = file == null ? null : contents.bytes(file.entry());
      if (file != null && before != null) {
        Text old = Text.of(before, text, text.common(before));
        Origin origin = new Origin(history.parent(commit, i), file.path(), file.entry(), old);
        rest = unchanged(origin, text, rest);
        asked[i] = origin;
      }
    }
    for (int i = 0; i < asked.length && ignored.contains(commit) && !rest.isEmpty(); i++) {
      Origin origin = asked[i];
      rest = origin == null ? rest : resembling(origin, version, text, rest);
    }
    return rest.isEmpty() ? rest : moves.search(commit, version.path, asked, rest, this::give);
  }

  /** Hands on what an origin has unchanged; returns the rest. */
  private List<Piece> unchanged(Origin origin, Text text, List<Piece> pieces) {
    Cut cut = Cut.of(pieces, GitDiff.diff(origin.text(), text));
    give(origin, cut.passed());
    return cut.kept();
  }

  /** Hands on what resembles lines of an origin; returns the rest. */
  private List<Piece> resembling(Origin origin, Sought version, Text text, List<Piece> pieces) {
    if (Math.max(origin.text().length(), text.length()) > BytePairs.MAX_BYTES) {
      return pieces;
    }
    BytePairs before = pairs(known(origin), origin.text());
    version.pairs = pairs(version, text);
    int[] likes =
        Resemblance.match(before, version.pairs, GitDiff.diff(origin.text(), text), end(pieces));
    List<Piece> passed = new ArrayList<>();
    List<Piece> kept = new ArrayList<>();
    for (Piece piece : pieces) {
      int from = 0;
      for (int to = 1; to <= piece.length(); to++) {
        int like = likes[piece.at() + to - 1];
        int next = to == piece.length() ? 0 : likes[piece.at() + to];
        if (to < piece.length() && (like < 0 ? next < 0 : next == like + 1)) {
          continue;
        }
        int length = to - from;
        if (like < 0) {
          kept.add(piece.part(from, length));
        } else {
          passed.add(piece.part(from, length, like + 1 - length));
        }
        from = to;
      }
    }
    give(origin, passed);
    Sought there = known(origin);
    if (there != null) {
      // What was found once is not found again in the same version, were it ignored too.
      there.pairs = before;
    }
    return kept;
  }

  private @Nullable Sought known(Origin origin) {
    return sought.getOrDefault(origin.commit(), Map.of()).get(origin.path());
  }

  private static BytePairs pairs(@Nullable Sought version, Text text) {
    return version == null || version.pairs == null ? new BytePairs(text) : version.pairs;
  }

  private static int end(List<Piece> pieces) {
    int end = 0;
    for (Piece piece : pieces) {
      end = Math.max(end, piece.at() + piece.length());
    }
    return end;
  }

  private void give(Origin origin, List<Piece> pieces) {
    if (!pieces.isEmpty()) {
      Sought there = sought(origin.commit(), origin.path(), origin.entry());
      there.text = there.text == null ? origin.text() : there.text;
      there.pieces.addAll(pieces);
    }
  }

  private void own(int commit, Sought version, List<Piece> pieces) {
    for (Piece piece : pieces) {
      runs.add(piece.line(), piece.length(), commit, version.path, piece.at());
    }
  }
}
