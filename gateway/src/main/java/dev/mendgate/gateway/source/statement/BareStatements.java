package dev.mendgate.gateway.source.statement;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Logging statements without a word of their own: {@code log.debug("{}", request)}. Any message
 * fits them, so they count where nothing else fits, the logger is that of their class, and the
 * level is theirs.
 */
final class BareStatements {
  private static final int MAX_LOGGERS = 1_000;

  private final List<Wording> all;
  private final Kinship kinship;
  private final Map<String, List<Wording>> byLogger = new ConcurrentHashMap<>();

  BareStatements(List<Statement> statements, Kinship kinship) {
    this.all = statements.stream().map(s -> new Wording(s.literals(), List.of(s))).toList();
    this.kinship = kinship;
  }

  /**
   * Returns those that fit, of the most specific text; none without a logger.
   *
   * @param text message as {@link Whitespace#collapse(String)} returns it
   */
  List<Statement> find(String text, Clues clues) {
    String logger = clues.logger();
    if (logger == null || clues.exceptionType() != null || all.isEmpty()) {
      return List.of();
    }
    List<Wording> own = of(logger);
    if (own.isEmpty()) {
      return List.of();
    }
    List<Wording> fitting =
        own.stream()
            .filter(wording -> LevelName.fits(clues.level(), level(wording)))
            .filter(wording -> wording.fits(text))
            .toList();
    long best =
        fitting.stream().mapToLong(wording -> wording.specificity().order()).max().orElse(0);
    return fitting.stream()
        .filter(wording -> wording.specificity().order() == best)
        .map(wording -> wording.statements().get(0))
        .sorted(Comparator.comparing(Statement::isTest))
        .toList();
  }

  private static @Nullable String level(Wording wording) {
    return wording.statements().get(0).level();
  }

  /** Returns those that may log under that name; remembers it for the next line. */
  private List<Wording> of(String logger) {
    List<Wording> known = byLogger.get(logger);
    if (known != null) {
      return known;
    }
    List<Wording> found =
        all.stream().filter(wording -> isOf(wording.statements().get(0), logger)).toList();
    if (byLogger.size() < MAX_LOGGERS) {
      byLogger.put(logger, found);
    }
    return found;
  }

  private boolean isOf(Statement statement, String logger) {
    return LoggerName.fits(logger, statement.className())
        || kinship.isLoggerOf(logger, statement.className());
  }
}
