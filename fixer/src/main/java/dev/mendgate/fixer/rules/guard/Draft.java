package dev.mendgate.fixer.rules.guard;

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
 */
record Draft(
    String title,
    String change,
    Risk risk,
    double confidence,
    @Nullable String throwsInstead,
    List<TextEdit> edits) {
  Draft {
    edits = List.copyOf(edits);
  }

  Draft(String title, String change, Risk risk, double confidence, List<TextEdit> edits) {
    this(title, change, risk, confidence, null, edits);
  }

  Draft scaled(double factor) {
    return new Draft(title, change, risk, confidence * factor, throwsInstead, edits);
  }
}
