package dev.mendgate.gateway.source.blame;

import dev.mendgate.gateway.source.diff.Text;
import dev.mendgate.gateway.source.history.IntList;
import org.jspecify.annotations.Nullable;

/** A version of a file that lines are sought in: what a path holds in a commit. */
final class Pending {
  final int path;
  final int entry;

  /** Blamed files that are this version, unchanged; their lines are not counted yet. */
  final IntList wholes = new IntList();

  Claims claims = new Claims();
  @Nullable Text text;

  Pending(int path, int entry) {
    this.path = path;
    this.entry = entry;
  }

  /** Takes over what is sought in the same version. */
  void merge(Pending other) {
    for (int i = 0; i < other.wholes.size(); i++) {
      wholes.add(other.wholes.get(i));
    }
    claims = Claims.merged(claims, other.claims);
    if (text == null) {
      text = other.text;
    }
  }

  /** Turns files that are this version into claims of all its lines. */
  void claimWholes(int lines) {
    Claims all = new Claims();
    for (int i = 0; i < wholes.size() && lines > 0; i++) {
      all.add(0, lines, wholes.get(i), 0);
    }
    claims = Claims.merged(claims, all);
    wholes.truncate(0);
  }
}
