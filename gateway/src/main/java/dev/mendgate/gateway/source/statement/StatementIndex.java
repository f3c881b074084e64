package dev.mendgate.gateway.source.statement;

import dev.mendgate.fixer.SourceTree;
import dev.mendgate.gateway.source.IndexProgress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The logging and throwing statements of a source tree at one commit, found by log-pattern hash or
 * by the text of a message. Immutable: safe for concurrent use.
 */
public final class StatementIndex {
  private final List<Statement> statements;
  private final List<String> skipped;
  private final Map<String, List<Statement>> byHash = new HashMap<>();
  private final Map<String, List<Statement>> byPath = new HashMap<>();
  private final MessageMatcher matcher;

  StatementIndex(List<Statement> statements, List<String> skipped) {
    this.statements = List.copyOf(statements);
    this.skipped = List.copyOf(skipped);
    for (Statement statement : this.statements) {
      byHash.computeIfAbsent(statement.hash(), h -> new ArrayList<>()).add(statement);
      byPath.computeIfAbsent(statement.path(), p -> new ArrayList<>()).add(statement);
    }
    matcher = new MessageMatcher(this.statements);
  }

  /**
   * Reads every Java file of the tree once, on two threads; a file that does not parse is skipped.
   */
  public static StatementIndex build(SourceTree tree, IndexProgress progress) {
    return new StatementIndexBuilder(tree, progress).build();
  }

  /**
   * Reads a file that {@link #save} wrote; empty where it is missing, damaged, of another version
   * or another commit, and the index has to be built.
   */
  public static Optional<StatementIndex> load(Path file, String commit) {
    return StatementFile.load(file, commit);
  }

  /** Writes the index to a file, which is replaced at once or not at all. */
  public void save(Path file, String commit) throws IOException {
    StatementFile.save(this, file, commit);
  }

  /** Returns all statements, by path and line. */
  public List<Statement> statements() {
    return statements;
  }

  /** Returns the paths of files that did not parse. */
  public List<String> skipped() {
    return skipped;
  }

  /** Returns the statements whose template has that hash; empty where none has. */
  public List<Statement> byHash(String hash) {
    return List.copyOf(byHash.getOrDefault(hash, List.of()));
  }

  /**
   * Returns the statements of a place, the shortest first: one for each message that may be written
   * there; empty where none stands.
   *
   * @param path path in the source tree, with {@code /}
   * @param line from 1; any line of a statement
   */
  public List<Statement> at(String path, int line) {
    return byPath.getOrDefault(path, List.of()).stream()
        .filter(s -> s.firstLine() <= line && line <= s.lastLine())
        .sorted(Comparator.comparingInt(s -> s.lastLine() - s.firstLine()))
        .toList();
  }

  /**
   * Returns the statements that most specifically fit a message: those with the most literal text,
   * of these the ones that fit the logger or the exception best, and of these the ones outside
   * tests. Several are equally likely; empty where none fits.
   *
   * @param message text of a log message, or message of an exception
   * @param logger name of the logger, possibly abbreviated
   * @param exceptionType class of the exception whose message it is
   */
  public List<Statement> byMessage(
      String message, @Nullable String logger, @Nullable String exceptionType) {
    List<Statement> fitting = matcher.matching(message);
    int most = fitting.stream().mapToInt(StatementIndex::specificity).max().orElse(0);
    List<Statement> best = fitting.stream().filter(s -> specificity(s) == most).toList();
    if (exceptionType != null) {
      best = preferred(best, s -> s.kind() == StatementKind.THROW);
      best = preferred(best, s -> isType(s, exceptionType));
    } else {
      best = preferred(best, s -> s.kind() == StatementKind.LOG);
    }
    best = logger == null ? best : ofLogger(best, logger);
    return preferred(best, s -> !s.isTest());
  }

  /** Returns those of the statements whose class fits the logger, or all where none does. */
  static List<Statement> ofLogger(List<Statement> found, String logger) {
    return preferred(found, s -> LoggerName.fits(logger, s.className()));
  }

  private static List<Statement> preferred(List<Statement> found, Predicate<Statement> wanted) {
    List<Statement> preferred = found.stream().filter(wanted).toList();
    return preferred.isEmpty() ? found : preferred;
  }

  private static boolean isType(Statement statement, String exceptionType) {
    String type = statement.exceptionType();
    return type != null
        && (type.equals(exceptionType)
            || exceptionType.endsWith("." + type)
            || exceptionType.endsWith("$" + type));
  }

  private static int specificity(Statement statement) {
    return statement.literals().stream().mapToInt(literal -> literal.strip().length()).sum();
  }
}
