package dev.mendgate.gateway.source.blame;

import dev.mendgate.gateway.source.history.History;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Finds ways between commits. */
final class Ancestry {
  /**
   * A step from a commit to one of its parents.
   *
   * @param commit number of the commit
   * @param parent which of its parents, from 0
   */
  record Step(int commit, int parent) {}

  private final History history;

  Ancestry(History history) {
    this.history = history;
  }

  /** Returns the youngest commit that led to both, -1 for none. */
  int common(int one, int other) {
    BitSet both = ancestors(one);
    both.and(ancestors(other));
    return both.length() - 1;
  }

  private BitSet ancestors(int commit) {
    BitSet found = new BitSet(commit + 1);
    found.set(commit);
    for (int at = commit; at >= 0; at = found.previousSetBit(at - 1)) {
      for (int i = 0; i < history.parents(at); i++) {
        found.set(history.parent(at, i));
      }
    }
    return found;
  }

  /**
   * Returns the steps from a commit down to an ancestor, by first parents where they lead there.
   */
  List<Step> steps(int commit, int ancestor) {
    BitSet leads = new BitSet(commit + 1);
    leads.set(ancestor);
    for (int at = ancestor + 1; at <= commit; at++) {
      for (int i = 0; i < history.parents(at) && !leads.get(at); i++) {
        leads.set(at, leads.get(history.parent(at, i)));
      }
    }
    List<Step> steps = new ArrayList<>();
    for (int at = commit; at != ancestor; ) {
      int parent = 0;
      while (!leads.get(history.parent(at, parent))) {
        parent++;
      }
      steps.add(new Step(at, parent));
      at = history.parent(at, parent);
    }
    return steps;
  }
}
