package dev.mendgate.fixer.rules.bounds;

import com.github.javaparser.ast.Node;
import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.Effect;
import dev.mendgate.fixer.Risk;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.edit.FileEdit;
import dev.mendgate.fixer.edit.TextEdit;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.List;

/**
 * A change of the code that makes an index wrong, before it knows its rule.
 *
 * @param title imperative, one line
 * @param why what is wrong, and what changes in behaviour
 * @param confidence from 0 to 1
 * @param file file that is changed
 */
record Mend(String title, String why, double confidence, ParsedFile file, List<TextEdit> edits) {
  Mend {
    edits = List.copyOf(edits);
  }

  /** Replaces one node. */
  static Mend replace(
      ParsedFile file, Node node, String text, String title, String why, double confidence) {
    TextEdit edit = new TextEdit(file.start(node), file.end(node), text);
    return new Mend(title, why, confidence, file, List.of(edit));
  }

  CandidateFix fix(String rule, RuleContext context) {
    String rationale =
        "At %s:%d an index leaves its range. %s"
            .formatted(context.site().path(), context.site().line(), why);
    return new CandidateFix(
        rule,
        title,
        rationale,
        Risk.MEDIUM,
        confidence,
        null,
        Effect.REPAIRS,
        List.of(new FileEdit(file.path(), file.text(), edits)));
  }
}
