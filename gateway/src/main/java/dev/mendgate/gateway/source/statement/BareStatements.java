package dev.mendgate.gateway.source.statement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Logging statements without a word of their own: {@code log.debug("{}", request)}. Any message
 * fits them, so they count where nothing else fits, the logger is that of their class, and the
 * level is theirs.
 */
final class BareStatements {
  private static final int MAX_OF_CLASS = 1_000;

  private final Map<String, List<Wording>> byClass = new HashMap<>();

  BareStatements(List<Statement> statements) {
    for (Statement statement : statements) {
      List<Wording> own =
          byClass.computeIfAbsent(simpleName(statement.className()), c -> new ArrayList<>(1));
      if (own.size() < MAX_OF_CLASS) {
        own.add(new Wording(statement.literals(), List.of(statement)));
      }
    }
  }

  /**
   * Returns those that fit, of the most specific text; none without a logger.
   *
   * @param text message as {@link Whitespace#collapse(String)} returns it
   */
  List<Statement> find(String text, Clues clues) {
    String logger = clues.logger();
    if (logger == null || clues.exceptionType() != null) {
      return List.of();
    }
    List<Wording> fitting =
        byClass.getOrDefault(simpleName(logger), List.of()).stream()
            .filter(wording -> isOf(wording.statements().get(0), logger, clues))
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

  private static boolean isOf(Statement statement, String logger, Clues clues) {
    return LoggerName.fits(logger, statement.className())
        && (clues.level() == null || LevelName.fits(clues.level(), statement.level()));
  }

  /** Returns the name of the outermost class, without its package. */
  private static String simpleName(String name) {
    String simple = name.substring(name.lastIndexOf('.') + 1);
    int nested = simple.indexOf('$');
    return nested < 0 ? simple : simple.substring(0, nested);
  }
}
