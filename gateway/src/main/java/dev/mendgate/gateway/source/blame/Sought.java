package dev.mendgate.gateway.source.blame;

import dev.mendgate.gateway.source.diff.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A version of a file in which pieces of the blamed file are sought. */
final class Sought {
  final int path;
  final int entry;
  final List<Piece> pieces = new ArrayList<>();
  @Nullable Text text;
  @Nullable BytePairs pairs;

  Sought(int path, int entry) {
    this.path = path;
    this.entry = entry;
  }
}
