package dev.mendgate.gateway.source.statement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mendgate.fixer.SourceTree;
import dev.mendgate.gateway.source.IndexProgress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Sources that are given as texts, and what the index holds of them. */
final class StatementsOf {
  private StatementsOf() {}

  /** Files by path. */
  record TextFiles(Map<String, String> texts) implements SourceTree {
    @Override
    public List<String> javaPaths() {
      return List.copyOf(new TreeMap<>(texts).keySet());
    }

    @Override
    public Optional<String> read(String path) {
      return Optional.ofNullable(texts.get(path));
    }
  }

  /** Returns the index of files that are named F0.java, F1.java and so on. */
  static StatementIndex index(String... sources) {
    Map<String, String> texts = new TreeMap<>();
    for (int i = 0; i < sources.length; i++) {
      texts.put("F" + i + ".java", sources[i]);
    }
    return StatementIndex.build(new TextFiles(texts), IndexProgress.SILENT);
  }

  /** Returns the literals of a statement with {@code <>} for what varies. */
  static String shape(Statement statement) {
    return String.join("<>", statement.literals());
  }

  /** Asserts the kinds, levels or types, lines and shapes of the statements of the first file. */
  static void assertStatements(List<String> expected, String... sources) {
    List<String> found =
        index(sources).statements().stream()
            .filter(s -> s.path().equals("F0.java"))
            .map(
                s ->
                    (s.kind() == StatementKind.LOG ? s.level() : s.exceptionType())
                        + " "
                        + s.firstLine()
                        + "-"
                        + s.lastLine()
                        + " "
                        + shape(s))
            .toList();
    assertEquals(expected, found, () -> String.join("\n---\n", sources));
  }

  /** As {@link #assertStatements}, for the shapes alone. */
  static void assertShapes(List<String> expected, String... sources) {
    List<String> found =
        index(sources).statements().stream()
            .filter(s -> s.path().equals("F0.java"))
            .map(StatementsOf::shape)
            .toList();
    assertEquals(expected, found, () -> String.join("\n---\n", sources));
  }
}
