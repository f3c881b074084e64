package dev.mendgate.gateway.source.statement;

import java.util.ArrayList;
import java.util.List;

/** Chooses the likeliest of the statements that fit a message. */
final class Ranking {
  /** That of log messages of which nothing but the text is known. */
  static final Ranking UNAIDED = new Ranking(Clues.NONE, Loggers.Origin.UNKNOWN);

  private static final long UNLIKELY = -1;

  private final Clues clues;
  private final Loggers.Origin origin;

  /**
   * @param origin where the logger is from
   */
  Ranking(Clues clues, Loggers.Origin origin) {
    this.clues = clues;
    this.origin = origin;
  }

  StatementMatch of(List<Wording> fitting) {
    long best = 0;
    for (Wording wording : fitting) {
      for (int i = 0; i < wording.statements().size(); i++) {
        best = Math.max(best, score(wording, i));
      }
    }
    List<Statement> likeliest = new ArrayList<>();
    List<Statement> others = new ArrayList<>();
    for (Wording wording : fitting) {
      for (int i = 0; i < wording.statements().size(); i++) {
        (score(wording, i) == best ? likeliest : others).add(wording.statements().get(i));
      }
    }
    return new StatementMatch(likeliest, others);
  }

  /**
   * Returns what speaks for a statement, the weightiest first: a telling text of the class that the
   * logger names; the more specific text; the class; the kind; the level; the program's source.
   */
  private long score(Wording wording, int index) {
    Statement statement = wording.statements().get(index);
    Specificity text = wording.specificity();
    boolean agrees = clues.agreeWith(statement);
    if (!agrees && !isLikely(text)) {
      return UNLIKELY;
    }
    boolean ofKind = statement.kind() == clues.kind();
    long score = agrees && ofKind && text.isTelling() ? 1 : 0;
    score = score << 32 | text.order();
    score = score << 1 | (agrees ? 1 : 0);
    score = score << 1 | (ofKind ? 1 : 0);
    score = score << 1 | (LevelName.fits(clues.level(), statement.level()) ? 1 : 0);
    return score << 1 | (wording.isTest(index) ? 0 : 1);
  }

  /** Returns whether a statement of another class than the logger's may have written the text. */
  private boolean isLikely(Specificity text) {
    return switch (origin) {
      case UNKNOWN -> text.hasWord();
      case INSIDE -> text.isTelling();
      case OUTSIDE -> text.isUnmistakable();
    };
  }
}
