package dev.mendgate.gateway.source.statement;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says of a logger's name whether a class of the repository may have asked for it. */
final class Loggers {
  private static final Pattern DOT = Pattern.compile("\\.");

  /** Longest first part that says nothing but a country or a kind of organisation. */
  private static final int DOMAIN = 3;

  /** Where a logger is from. */
  enum Origin {
    /** The line has no logger. */
    UNKNOWN,
    /** Its name begins as a package of the repository does, or has no package. */
    INSIDE,
    /** Its name is of another project's packages. */
    OUTSIDE
  }

  /** The first two parts of the packages. */
  private final Set<List<String>> roots = new HashSet<>();

  Loggers(List<Statement> statements) {
    Set<String> seen = new HashSet<>();
    for (Statement statement : statements) {
      if (seen.add(statement.className())) {
        roots.add(root(statement.className()));
      }
    }
  }

  private static List<String> root(String name) {
    List<String> parts = List.of(DOT.split(name, 4));
    return List.copyOf(parts.subList(0, Math.min(2, parts.size() - 1)));
  }

  Origin origin(@Nullable String logger) {
    if (logger == null) {
      return Origin.UNKNOWN;
    }
    List<String> root = root(logger);
    boolean inside = root.isEmpty() || roots.stream().anyMatch(known -> isSame(root, known));
    return inside ? Origin.INSIDE : Origin.OUTSIDE;
  }

  /** Compares packages, of which a layout may have kept the first letters. */
  private static boolean isSame(List<String> root, List<String> known) {
    if (known.isEmpty()) {
      return false;
    }
    String first = root.get(0);
    if (first.length() > DOMAIN && first.equals(known.get(0))) {
      return true;
    }
    for (int i = 0; i < Math.min(root.size(), known.size()); i++) {
      if (!known.get(i).startsWith(root.get(i))) {
        return false;
      }
    }
    return true;
  }
}
