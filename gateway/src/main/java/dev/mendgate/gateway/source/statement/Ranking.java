package dev.mendgate.gateway.source.statement;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Chooses the likeliest of the statements that fit a message. */
final class Ranking {
  private static final long UNLIKELY = -1;

  private final Clues clues;
  private final Loggers loggers;
  private final Kinship kinship;
  private Loggers.@Nullable Origin origin;
  private final String text;
  private int plainWords = -1;

  /**
   * @param text message as {@link Whitespace#collapse(String)} returns it
   */
  Ranking(String text, Clues clues, Loggers loggers, Kinship kinship) {
    this.kinship = kinship;
    this.text = text;
    this.clues = clues;
    this.loggers = loggers;
  }

  StatementMatch of(List<Wording> fitting) {
    List<Statement> all = new ArrayList<>();
    fitting.forEach(wording -> all.addAll(wording.statements()));
    long[] scores = new long[all.size()];
    long best = 0;
    int next = 0;
    for (Wording wording : fitting) {
      for (int i = 0; i < wording.statements().size(); i++) {
        scores[next] = score(wording, i);
        best = Math.max(best, scores[next++]);
      }
    }
    List<Statement> likeliest = new ArrayList<>();
    List<Statement> others = new ArrayList<>();
    for (int i = 0; i < scores.length; i++) {
      (scores[i] == best ? likeliest : others).add(all.get(i));
    }
    return new StatementMatch(likeliest, others);
  }

  /**
   * Returns what speaks for a statement, the weightiest first: a telling text of the class that the
   * logger names; any text of it; the more specific text; the class; the kind; the level; the
   * program's source.
   */
  private long score(Wording wording, int index) {
    Statement statement = wording.statements().get(index);
    Specificity fixed = wording.specificity();
    boolean agrees = clues.agreeWith(statement) || isInherited(statement);
    if (!agrees && !isLikely(fixed)) {
      return UNLIKELY;
    }
    boolean ofKind = statement.kind() == clues.kind();
    boolean own = agrees && ofKind;
    long score = own && fixed.isTelling() ? 2 : own ? 1 : 0;
    score = score << 32 | fixed.order();
    score = score << 1 | (agrees ? 1 : 0);
    score = score << 1 | (ofKind ? 1 : 0);
    score = score << 1 | (LevelName.fits(clues.level(), statement.level()) ? 1 : 0);
    return score << 1 | (wording.isTest(index) ? 0 : 1);
  }

  private boolean isInherited(Statement statement) {
    String logger = clues.logger();
    return logger != null
        && statement.kind() == StatementKind.LOG
        && kinship.isLoggerOf(logger, statement.className());
  }

  /** Returns whether a statement may have written the text for which no logger speaks. */
  private boolean isLikely(Specificity fixed) {
    return switch (origin()) {
      case UNKNOWN -> fixed.isTelling() || fixed.leavesValues(plainWords());
      case INSIDE -> fixed.isTelling();
      case OUTSIDE -> fixed.isUnmistakable();
    };
  }

  private int plainWords() {
    if (plainWords < 0) {
      plainWords = Words.countPlain(text);
    }
    return plainWords;
  }

  /** Most statements agree with the logger: it is not needed then. */
  private Loggers.Origin origin() {
    Loggers.Origin known = origin == null ? loggers.origin(clues) : origin;
    origin = known;
    return known;
  }
}
