package dev.mendgate.gateway.source.statement;

import dev.mendgate.fixer.SourceTree;
import dev.mendgate.gateway.pattern.LogPattern;
import dev.mendgate.gateway.source.CommitTree;
import dev.mendgate.gateway.source.IndexProgress;
import dev.mendgate.gateway.source.SourceException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The logging and throwing statements of a source tree at one commit, found by log-pattern hash or
 * by the text of a message. Immutable: safe for concurrent use.
 */
public final class StatementIndex {
  private static final int MAX_MESSAGE = 32_768;
  private static final int MAX_END = 8_192;
  private static final int MAX_RESIDUE = 4;

  private final List<Statement> statements;
  private final List<String> skipped;
  private final Map<String, List<Statement>> byHash = new HashMap<>();
  private final Map<String, List<Statement>> byPath = new HashMap<>();
  private final MessageMatcher matcher;
  private final Loggers loggers;
  private final Map<String, List<String>> supertypes;
  private final Kinship kinship;
  private final List<Statement> bare;
  private final BareStatements bareStatements;

  /**
   * @param bare logging statements without a word of their own, which no hash tells apart
   * @param supertypes for each class those of the repository that it extends or implements
   */
  StatementIndex(
      List<Statement> statements,
      List<Statement> bare,
      List<String> skipped,
      Map<String, List<String>> supertypes) {
    this.bare = List.copyOf(bare);
    this.supertypes = Map.copyOf(supertypes);
    this.statements = List.copyOf(statements);
    this.skipped = List.copyOf(skipped);
    for (Statement statement : this.statements) {
      byHash.computeIfAbsent(statement.hash(), h -> new ArrayList<>()).add(statement);
      byPath.computeIfAbsent(statement.path(), p -> new ArrayList<>()).add(statement);
    }
    matcher = new MessageMatcher(this.statements);
    loggers = new Loggers(this.statements);
    kinship = new Kinship(spoken(), this.supertypes);
    bareStatements = new BareStatements(this.bare, kinship);
  }

  private List<Statement> spoken() {
    List<Statement> all = new ArrayList<>(statements);
    all.addAll(bare);
    return all;
  }

  /** Reads every Java file of the tree once, on all processors; skips those that do not parse. */
  public static StatementIndex build(SourceTree tree, IndexProgress progress) {
    try (ScanStore scans = ScanStore.temporary()) {
      return new StatementIndexBuilder(SourceFiles.of(tree), scans, progress).build();
    } catch (IOException e) {
      throw new SourceException("cannot write to the folder for temporary files: " + e, e);
    }
  }

  /**
   * As {@link #build(SourceTree, IndexProgress)}, but reads only files whose content was not seen
   * before.
   *
   * @param scans file that keeps what was seen; made where it is missing, damaged or of another
   *     version
   */
  static StatementIndex build(CommitTree tree, Path scans, IndexProgress progress)
      throws IOException {
    try (ScanStore store = ScanStore.open(scans)) {
      return new StatementIndexBuilder(SourceFiles.of(tree), store, progress).build();
    }
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

  /** Returns the logging statements without a word of their own, by path and line. */
  List<Statement> bare() {
    return bare;
  }

  /** Returns the classes of the repository that each class extends or implements. */
  Map<String, List<String>> supertypes() {
    return supertypes;
  }

  /** Returns the statements whose template has that hash; empty where none has. */
  public List<Statement> byHash(String hash) {
    return List.copyOf(byHash.getOrDefault(hash, List.of()));
  }

  /**
   * Returns the statements that may have written a message of that pattern; empty where its normal
   * form has no word: that of {@code x = 5} is the one of any name and value.
   */
  public List<Statement> byMessagePattern(LogPattern pattern) {
    boolean hasWord =
        Words.of(pattern.normalForm().replace("<*>", " ")).stream()
            .anyMatch(word -> word.length() > 1 && word.hasLetter());
    return hasWord ? byHash(pattern.hash()) : List.of();
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
   * Returns the statements that may have written a message, the most specific ones as the
   * likeliest; {@code docs/matching.md} says what fits and what is likely.
   *
   * @param message text of a log message, or message of an exception
   */
  public StatementMatch match(String message, Clues clues) {
    String text = Whitespace.collapse(shortened(message));
    StatementMatch whole = matchText(text, clues);
    StatementMatch match = whole;
    for (int i = 0; i < MAX_RESIDUE && match.isEmpty(); i++) {
      int behind = Residue.end(text);
      if (behind == 0) {
        break;
      }
      text = text.substring(behind);
      match = matchText(text, clues);
    }
    if (match.isEmpty()) {
      List<Statement> any = bareStatements.find(Whitespace.collapse(shortened(message)), clues);
      return any.isEmpty() ? whole : new StatementMatch(any, whole.others());
    }
    return match == whole ? whole : match.with(whole.others());
  }

  /** As {@link #match(String, Clues)}, where the level is not known. */
  public StatementMatch match(
      String message, @Nullable String logger, @Nullable String exceptionType) {
    return logger == null && exceptionType == null
        ? match(message, Clues.NONE)
        : match(message, new Clues(logger, null, exceptionType));
  }

  private StatementMatch matchText(String text, Clues clues) {
    Fitting fitting = Fitting.ofThread();
    try {
      matcher.find(text, fitting);
      return fitting.isEmpty() ? StatementMatch.NONE : ranked(text, fitting, clues);
    } finally {
      fitting.clear();
    }
  }

  private StatementMatch ranked(String text, Fitting fitting, Clues clues) {
    Wording only = fitting.only();
    StatementMatch alone = only == null ? null : only.alone(clues, this::rankedWithoutClues);
    return alone == null
        ? new Ranking(text, clues, loggers, kinship).of(fitting.wordings())
        : alone;
  }

  private StatementMatch rankedWithoutClues(Wording wording) {
    return new Ranking("", Clues.NONE, loggers, kinship).of(List.of(wording));
  }

  /** Of a very long message, start and end are compared: a hole is likely to cover the rest. */
  private static String shortened(String message) {
    return message.length() <= MAX_MESSAGE
        ? message
        : message.substring(0, MAX_MESSAGE - MAX_END)
            + message.substring(message.length() - MAX_END);
  }

  /** Returns the likeliest statements of {@link #match(String, String, String)}. */
  public List<Statement> byMessage(
      String message, @Nullable String logger, @Nullable String exceptionType) {
    return match(message, logger, exceptionType).statements();
  }

  /** Returns those of the statements whose class fits the logger, or all where none does. */
  static List<Statement> ofLogger(List<Statement> found, String logger) {
    List<Statement> own =
        found.stream().filter(s -> LoggerName.fits(logger, s.className())).toList();
    return own.isEmpty() ? found : own;
  }
}
