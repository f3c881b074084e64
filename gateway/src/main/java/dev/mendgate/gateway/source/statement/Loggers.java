package dev.mendgate.gateway.source.statement;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Says of a logger's name whether a class of the repository may have asked for it. */
final class Loggers {
  private static final Pattern DOT = Pattern.compile("\\.");
  private static final Pattern NESTED = Pattern.compile("\\$");

  /** Longest first part that says nothing but a country or a kind of organisation. */
  private static final int DOMAIN = 3;

  /** Where a message is from, as far as its clues tell. */
  enum Origin {
    /** They do not. */
    UNKNOWN,
    /** The logger's name begins as a package of the repository does, or is one of its own. */
    INSIDE,
    /** The logger has the name of another project's class. */
    OUTSIDE
  }

  private final Set<String> classes = new HashSet<>();

  /** The first two parts of the packages. */
  private final Set<List<String>> roots = new HashSet<>();

  Loggers(List<Statement> statements) {
    Set<String> seen = new HashSet<>();
    for (Statement statement : statements) {
      String name = statement.className();
      if (seen.add(name)) {
        roots.add(root(name));
        classes.addAll(List.of(NESTED.split(simpleName(name), -1)));
      }
    }
  }

  private static List<String> root(String name) {
    List<String> parts = List.of(DOT.split(name, 4));
    return List.copyOf(parts.subList(0, Math.min(2, parts.size() - 1)));
  }

  private static String simpleName(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  Origin origin(Clues clues) {
    if (clues.logger() == null) {
      return clues.nameException() ? Origin.INSIDE : Origin.UNKNOWN;
    }
    return isInside(clues.logger()) ? Origin.INSIDE : Origin.OUTSIDE;
  }

  private boolean isInside(String logger) {
    List<String> root = root(logger);
    if (root.size() == 2) {
      return roots.stream().anyMatch(known -> isSame(root, known));
    }
    String name = simpleName(logger);
    boolean looksLikeClass = !name.isEmpty() && Character.isUpperCase(name.charAt(0));
    return !looksLikeClass
        || Stream.of(NESTED.split(name, -1)).anyMatch(classes::contains)
        || roots.stream().anyMatch(known -> !root.isEmpty() && isSame(root, known));
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
