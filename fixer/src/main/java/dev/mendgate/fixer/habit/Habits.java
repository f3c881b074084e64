package dev.mendgate.fixer.habit;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The guards a code base has written near a place: in its method, its file, its package, and a few
 * files around. Reads a bounded number of files, each once for a failure. Safe for concurrent use.
 */
public final class Habits {
  private static final int SAME_PACKAGE = 12;
  private static final int OTHERS = 10;
  private static final int LONGEST = 400_000;

  private static final double IN_METHOD = 12;
  private static final double IN_FILE = 4;
  private static final double IN_PACKAGE = 1;
  private static final double ELSEWHERE = 0.5;

  private final RuleContext.Sources sources;
  private final Map<String, List<Guard>> scanned = new HashMap<>();
  private final Map<String, List<Seen>> around = new HashMap<>();

  private Habits(RuleContext.Sources sources) {
    this.sources = sources;
  }

  /** Returns the habits of a tree. */
  public static Habits of(RuleContext.Sources sources) {
    return sources.kept(Habits.class, () -> new Habits(sources));
  }

  /**
   * A guard of the code base.
   *
   * @param path file that it stands in
   * @param weight how near it is to the place asked about, above 0
   */
  public record Seen(Guard guard, String path, double weight) {}

  /**
   * Returns the guards near a place, nearest first.
   *
   * @param offset of the place in the file's text
   */
  public synchronized List<Seen> near(ParsedFile file, int offset) {
    Optional<CallableDeclaration<?>> method = callableAt(file, offset);
    Stream<Seen> own =
        scanned.computeIfAbsent(file.path(), path -> scan(file.text())).stream()
            .map(guard -> new Seen(guard, file.path(), weight(guard, method, file)));
    return Stream.concat(
            own.sorted(Comparator.comparingDouble(Seen::weight).reversed()),
            around.computeIfAbsent(file.path(), this::others).stream())
        .toList();
  }

  /** Returns the method or constructor that holds an offset, the innermost one. */
  static Optional<CallableDeclaration<?>> callableAt(ParsedFile file, int offset) {
    List<CallableDeclaration<?>> found = new ArrayList<>();
    file.unit()
        .walk(
            Node.TreeTraversal.PREORDER,
            node -> {
              if (node instanceof CallableDeclaration<?> method
                  && method.getRange().isPresent()
                  && file.start(method) <= offset
                  && offset <= file.end(method)) {
                found.add(method);
              }
            });
    return found.isEmpty() ? Optional.empty() : Optional.of(found.get(found.size() - 1));
  }

  private static double weight(
      Guard guard, Optional<CallableDeclaration<?>> method, ParsedFile file) {
    boolean inside =
        method
            .filter(found -> file.start(found) <= guard.offset())
            .filter(found -> guard.offset() < file.end(found))
            .isPresent();
    return inside ? IN_METHOD : IN_FILE;
  }

  private List<Seen> others(String path) {
    List<String> chosen = new ArrayList<>(chosen(path));
    List<Seen> seen = new ArrayList<>();
    for (String other : chosen) {
      double weight = folder(other).equals(folder(path)) ? IN_PACKAGE : ELSEWHERE;
      List<Guard> guards = scanned.get(other);
      if (guards == null) {
        guards = sources.text(other).map(Habits::scan).orElse(List.of());
        scanned.put(other, guards);
      }
      guards.forEach(guard -> seen.add(new Seen(guard, other, weight)));
    }
    return seen.stream().sorted(Comparator.comparingDouble(Seen::weight).reversed()).toList();
  }

  /** The package's files and those of the folders nearest to it. */
  private Set<String> chosen(String path) {
    String folder = folder(path);
    List<String> all = sources.javaPaths().stream().filter(other -> !other.equals(path)).toList();
    Set<String> chosen = new LinkedHashSet<>();
    all.stream()
        .filter(other -> folder(other).equals(folder))
        .limit(SAME_PACKAGE)
        .forEach(chosen::add);
    all.stream()
        .filter(other -> !folder(other).equals(folder) && isTest(other) == isTest(path))
        .sorted(Comparator.comparingInt(other -> -shared(other, folder)))
        .limit(OTHERS)
        .forEach(chosen::add);
    return chosen;
  }

  private static List<Guard> scan(String text) {
    return text.length() > LONGEST ? List.of() : GuardScan.scan(text);
  }

  private static int shared(String path, String folder) {
    int at = 0;
    int most = Math.min(path.length(), folder.length());
    while (at < most && path.charAt(at) == folder.charAt(at)) {
      at++;
    }
    return at;
  }

  private static boolean isTest(String path) {
    return ("/" + path).contains("/test/");
  }

  private static String folder(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }
}
