package dev.mendgate.fixer.reproduce;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Orders of trying things, all of them bounded. */
final class Combos {
  private Combos() {}

  /** Picks one of each list of choices, in the order of the sum of their positions. */
  static <T> List<List<T>> cheapest(List<List<T>> choices, int most) {
    List<List<T>> found = new ArrayList<>();
    if (choices.stream().anyMatch(List::isEmpty)) {
      return found;
    }
    int highest = choices.stream().mapToInt(list -> list.size() - 1).sum();
    for (int sum = 0; sum <= highest && found.size() < most; sum++) {
      pick(choices, sum, new ArrayList<>(), found, most);
    }
    return found;
  }

  private static <T> void pick(
      List<List<T>> choices, int sum, List<T> picked, List<List<T>> found, int most) {
    if (found.size() >= most) {
      return;
    }
    if (picked.size() == choices.size()) {
      if (sum == 0) {
        found.add(List.copyOf(picked));
      }
      return;
    }
    List<T> here = choices.get(picked.size());
    for (int i = Math.min(sum, here.size() - 1); i >= 0; i--) {
      picked.add(here.get(i));
      pick(choices, sum - i, picked, found, most);
      picked.remove(picked.size() - 1);
    }
  }

  /** Takes one of each list in turn, without repeating itself. */
  static <T> List<T> interleave(List<? extends List<T>> lists, int most) {
    Set<T> taken = new LinkedHashSet<>();
    List<Iterator<T>> iterators = new ArrayList<>();
    lists.forEach(list -> iterators.add(list.iterator()));
    while (taken.size() < most && !iterators.isEmpty()) {
      iterators.removeIf(iterator -> !iterator.hasNext());
      for (Iterator<T> iterator : iterators) {
        if (taken.size() < most) {
          taken.add(iterator.next());
        }
      }
    }
    return List.copyOf(taken);
  }

  /** Takes two of the first list for one of the second. */
  static <T> List<T> twoToOne(List<T> first, List<T> second) {
    List<T> odd = new ArrayList<>();
    List<T> even = new ArrayList<>();
    for (T element : first) {
      (odd.size() > even.size() ? even : odd).add(element);
    }
    return interleave(List.of(odd, even, second), first.size() + second.size());
  }

  /** Joins lists without repetitions. */
  @SafeVarargs
  static <T> List<T> joined(List<T>... lists) {
    Set<T> all = new LinkedHashSet<>();
    for (List<T> list : lists) {
      all.addAll(list);
    }
    return List.copyOf(all);
  }
}
