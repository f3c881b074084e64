package dev.mendgate.gateway.source.blame;

import dev.mendgate.gateway.source.diff.Edits;
import dev.mendgate.gateway.source.diff.GitDiff;
import dev.mendgate.gateway.source.diff.Text;
import dev.mendgate.gateway.source.history.History;
import dev.mendgate.gateway.source.history.IntList;
import dev.mendgate.gateway.source.history.TreeChanges;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds where the lines that a commit wrote anew stood before it, as {@code git blame -M} and
 * {@code -C} do: each piece is compared with whole files, gives its weightiest common block away
 * and is cut around it, until no block weighs enough. A block weighs as much as it has letters and
 * digits. For one thread and one blamed file.
 */
final class MoveSearch {
  private final History history;
  private final Contents contents;
  private final TreeChanges trees;
  private final BlameModes modes;
  private Text blamed = Text.of(new byte[0]);

  /** The best place found for a part of a piece. */
  private record Block(Origin origin, Piece piece, int offset, int length, int at, int weight) {
    private Piece found() {
      return piece.part(offset, length, at);
    }
  }

  /** Pieces still to be compared, and those for which that has come to an end. */
  private record Search(List<Piece> open, List<Piece> done, int least) {
    private static Search of(List<Piece> done, int least) {
      return new Search(new ArrayList<>(), done, least);
    }
  }

  MoveSearch(History history, Contents contents, TreeChanges trees, BlameModes modes) {
    this.history = history;
    this.contents = contents;
    this.trees = trees;
    this.modes = modes;
  }

  /** Takes the file whose pieces are looked for: what they say is read there. */
  void follow(Text file) {
    this.blamed = file;
  }

  /**
   * Hands pieces over to where they were before.
   *
   * @param origins the version's file in each parent, null where there is none
   * @param pieces what no parent has in its place
   * @return what was nowhere
   */
  List<Piece> search(
      int commit,
      int path,
      @Nullable Origin[] origins,
      List<Piece> pieces,
      BiConsumer<Origin, List<Piece>> found)
      throws IOException {
    List<Piece> done = new ArrayList<>();
    List<Piece> open = pieces;
    if (modes.moves().reaches(MoveDetection.WITHIN_FILE)) {
      open = heavy(open, MoveDetection.LEAST_MOVED, done);
      for (Origin origin : origins) {
        if (origin != null) {
          open = moved(origin, open, done, found);
        }
      }
    }
    if (modes.moves().reaches(MoveDetection.FROM_CHANGED_FILES)) {
      open = heavy(open, MoveDetection.LEAST_COPIED, done);
      for (int i = 0; i < origins.length && !open.isEmpty(); i++) {
        IntList files = files(commit, i, path, origins[i]);
        open = copied(history.parent(commit, i), files, open, done, found);
      }
    }
    done.addAll(open);
    return done;
  }

  private List<Piece> heavy(List<Piece> pieces, int least, List<Piece> light) {
    List<Piece> heavy = new ArrayList<>();
    for (Piece piece : pieces) {
      (weight(piece.line(), piece.length()) >= least ? heavy : light).add(piece);
    }
    return heavy;
  }

  private List<Piece> moved(
      Origin origin, List<Piece> pieces, List<Piece> light, BiConsumer<Origin, List<Piece>> found) {
    List<Piece> left = new ArrayList<>();
    List<Piece> open = pieces;
    while (!open.isEmpty()) {
      List<Piece> cut = new ArrayList<>();
      for (Piece piece : open) {
        Block block = heaviest(origin, piece, text(piece), null);
        part(piece, block, MoveDetection.LEAST_MOVED, cut, left, found);
      }
      open = heavy(cut, MoveDetection.LEAST_MOVED, light);
    }
    return left;
  }

  private List<Piece> copied(
      int parent,
      IntList files,
      List<Piece> pieces,
      List<Piece> light,
      BiConsumer<Origin, List<Piece>> found)
      throws IOException {
    List<Piece> left = new ArrayList<>();
    List<Piece> open = pieces;
    while (!open.isEmpty()) {
      @Nullable Block[] blocks = heaviest(parent, files, open);
      List<Piece> cut = new ArrayList<>();
      for (int i = 0; i < blocks.length; i++) {
        part(open.get(i), blocks[i], MoveDetection.LEAST_COPIED, cut, left, found);
      }
      open = heavy(cut, MoveDetection.LEAST_COPIED, light);
    }
    return left;
  }

  private @Nullable Block[] heaviest(int parent, IntList files, List<Piece> pieces)
      throws IOException {
    @Nullable Block[] best = new Block[pieces.size()];
    List<Text> texts = pieces.stream().map(this::text).toList();
    for (int at = 0; at < files.size(); at += 2) {
      byte[] bytes = contents.bytes(files.get(at + 1));
      if (bytes == null) {
        continue;
      }
      Text text = Text.of(bytes, modes.ignoreWhitespace());
      Origin origin = new Origin(parent, files.get(at), files.get(at + 1), text);
      for (int i = 0; i < best.length; i++) {
        best[i] = heaviest(origin, pieces.get(i), texts.get(i), best[i]);
      }
    }
    return best;
  }

  /** Hands a block over and keeps what is around it, or the whole piece where there is none. */
  private static void part(
      Piece piece,
      @Nullable Block block,
      int least,
      List<Piece> cut,
      List<Piece> left,
      BiConsumer<Origin, List<Piece>> found) {
    if (block == null || block.weight < least) {
      left.add(piece);
      return;
    }
    found.accept(block.origin, List.of(block.found()));
    int end = block.offset + block.length;
    if (block.offset > 0) {
      cut.add(piece.part(0, block.offset));
    }
    if (end < piece.length()) {
      cut.add(piece.part(end, piece.length() - end));
    }
  }

  /**
   * Returns the heaviest block that a piece shares with a file or had found; the last of equals.
   */
  private @Nullable Block heaviest(Origin origin, Piece piece, Text text, @Nullable Block known) {
    Edits edits = GitDiff.diff(origin.text(), text);
    Block best = known;
    int fromA = 0;
    int fromB = 0;
    for (int edit = 0; edit <= edits.count(); edit++) {
      int to = edit < edits.count() ? edits.beginB(edit) : piece.length();
      if (to > fromB) {
        int weight = weight(piece.line() + fromB, to - fromB);
        if (best == null || weight >= best.weight) {
          best = new Block(origin, piece, fromB, to - fromB, fromA, weight);
        }
      }
      if (edit < edits.count()) {
        fromA = edits.endA(edit);
        fromB = edits.endB(edit);
      }
    }
    return best;
  }

  /** Returns the files of a parent that lines may have been copied from. */
  private IntList files(int commit, int parent, int path, @Nullable Origin origin)
      throws IOException {
    boolean fresh = origin == null || origin.path() != path;
    boolean any =
        modes.moves().reaches(MoveDetection.FROM_ANY_FILE)
            || (fresh && modes.moves().reaches(MoveDetection.FROM_ANY_FILE_AT_CREATION));
    IntList all = trees.sources(commit, parent, any);
    IntList others = new IntList();
    for (int at = 0; at < all.size(); at += 2) {
      if (origin == null || all.get(at) != origin.path()) {
        others.add(all.get(at));
        others.add(all.get(at + 1));
      }
    }
    return others;
  }

  private Text text(Piece piece) {
    return blamed.lines(piece.line(), piece.line() + piece.length());
  }

  private int weight(int line, int length) {
    byte[] bytes = blamed.bytes();
    int weight = 0;
    for (int at = blamed.start(line); at < blamed.start(line + length); at++) {
      byte b = bytes[at];
      boolean counts = (b >= '0' && b <= '9') || (b >= 'A' && b <= 'Z') || (b >= 'a' && b <= 'z');
      weight += counts ? 1 : 0;
    }
    return weight;
  }
}
