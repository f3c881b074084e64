package dev.mendgate.fixer.reproduce;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Divides the tests that may be written among the targets.
 *
 * <p>The outermost frame of the trace goes first: a test through it passes after a fix in any frame
 * below, where a test of the innermost method would reject a right fix of its caller. The innermost
 * gets the largest share, because it is the easiest to reach.
 */
final class Schedule {
  private static final int INNERMOST = 4;
  private static final int OUTERMOST = 3;
  private static final int OTHER = 1;

  private Schedule() {}

  /**
   * Orders attempts.
   *
   * @param targets by their distance, nearest first
   * @param attempts of each target, best first
   */
  static List<Attempt> of(List<Target> targets, List<List<Attempt>> attempts, int most) {
    List<Integer> order = order(targets);
    int whole = order.stream().mapToInt(i -> weight(i, targets)).sum();
    Set<Attempt> scheduled = new LinkedHashSet<>();
    List<List<Attempt>> rest = new ArrayList<>();
    for (int i : order) {
      List<Attempt> all = attempts.get(i);
      int share = Math.min(all.size(), (most * weight(i, targets) + whole - 1) / whole);
      scheduled.addAll(all.subList(0, share));
      rest.add(all.subList(share, all.size()));
    }
    int missing = Math.max(0, most - scheduled.size());
    scheduled.addAll(Combos.interleave(rest, missing + scheduled.size()));
    return List.copyOf(scheduled);
  }

  private static List<Integer> order(List<Target> targets) {
    List<Integer> order = new ArrayList<>();
    for (int i = targets.size() - 1; i >= 0; i--) {
      if (targets.get(i).inTrace()) {
        order.add(i);
      }
    }
    for (int i = 0; i < targets.size(); i++) {
      if (!targets.get(i).inTrace()) {
        order.add(i);
      }
    }
    return order;
  }

  private static int weight(int index, List<Target> targets) {
    if (index == 0) {
      return INNERMOST;
    }
    boolean outermost =
        targets.get(index).inTrace()
            && targets.stream().skip(index + 1L).noneMatch(Target::inTrace);
    return outermost ? OUTERMOST : OTHER;
  }
}
