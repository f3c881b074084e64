package dev.mendgate.fixer.rules.guard;

import dev.mendgate.fixer.Effect;
import dev.mendgate.fixer.Risk;
import dev.mendgate.fixer.edit.TextEdit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One way to guard against a hazard, before it knows its rule.
 *
 * @param title imperative, one line
 * @param change sentences on what is different from now on, and for whom
 * @param confidence from 0 to 1, for a hazard that is certain
 * @param throwsInstead exception thrown on purpose; null where none is
 * @param effect what the code does in the unsafe case from now on
 */
record Draft(
    String title,
    String change,
    Risk risk,
    double confidence,
    @Nullable String throwsInstead,
    Effect effect,
    List<TextEdit> edits) {
  Draft {
    edits = List.copyOf(edits);
  }

  /** Makes a draft that throws on purpose. */
  Draft(
      String title,
      String change,
      Risk risk,
      double confidence,
      String throwsInstead,
      List<TextEdit> edits) {
    this(title, change, risk, confidence, throwsInstead, Effect.THROWS, edits);
  }

  /** Makes a draft that repairs. */
  Draft(String title, String change, Risk risk, double confidence, List<TextEdit> edits) {
    this(title, change, risk, confidence, null, Effect.REPAIRS, edits);
  }

  /** Returns this draft with another effect. */
  Draft with(Effect other) {
    return new Draft(title, change, risk, confidence, throwsInstead, other, edits);
  }

  Draft scaled(double factor) {
    return new Draft(title, change, risk, confidence * factor, throwsInstead, effect, edits);
  }
}
