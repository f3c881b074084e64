package dev.mendgate.gateway.source.statement;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Says whether a class may log under the name of another: what it inherits logs under the name of
 * the subclass ({@code getLogger(getClass())}), and a subclass uses the logger it inherits.
 */
final class Kinship {
  private static final int MAX_RELATED = 1_000;

  /** Ancestors and descendants, by the name of the class; with dots alone. */
  private final Map<String, Set<String>> related = new HashMap<>();

  /** Last parts of the names of {@link #related}, by the binary name of the class. */
  private final Map<String, Set<String>> names = new HashMap<>();

  /**
   * @param supertypes for each class those it extends or implements; names have dots alone
   */
  Kinship(List<Statement> statements, Map<String, List<String>> supertypes) {
    Set<String> speaking = new HashSet<>();
    statements.forEach(statement -> speaking.add(dotted(statement.className())));
    for (String type : supertypes.keySet()) {
      for (String ancestor : ancestors(type, supertypes)) {
        relate(type, ancestor, speaking);
        relate(ancestor, type, speaking);
      }
    }
    for (Statement statement : statements) {
      Set<String> known = related.get(dotted(statement.className()));
      if (known != null) {
        names.computeIfAbsent(statement.className(), c -> lasts(known));
      }
    }
  }

  private static Set<String> lasts(Set<String> types) {
    return types.stream().map(Kinship::last).collect(Collectors.toUnmodifiableSet());
  }

  private static List<String> ancestors(String type, Map<String, List<String>> supertypes) {
    List<String> found = new ArrayList<>();
    Set<String> seen = new HashSet<>(Set.of(type));
    Deque<String> next = new ArrayDeque<>(supertypes.getOrDefault(type, List.of()));
    while (!next.isEmpty() && found.size() < MAX_RELATED) {
      String at = next.remove();
      if (seen.add(at)) {
        found.add(at);
        next.addAll(supertypes.getOrDefault(at, List.of()));
      }
    }
    return found;
  }

  private void relate(String type, String other, Set<String> speaking) {
    if (!speaking.contains(type)) {
      return;
    }
    Set<String> known = related.computeIfAbsent(type, t -> new HashSet<>());
    if (known.size() < MAX_RELATED) {
      known.add(other);
    }
  }

  /** Returns whether the logger has the name of an ancestor or descendant of the class. */
  boolean isLoggerOf(String logger, String className) {
    Set<String> known = names.get(className);
    return known != null
        && known.contains(last(dotted(logger)))
        && related.getOrDefault(dotted(className), Set.of()).stream()
            .anyMatch(relative -> LoggerName.fits(logger, relative));
  }

  private static String dotted(String name) {
    return name.replace('$', '.');
  }

  private static String last(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
