package dev.mendgate.fixer.rules.error;

import com.github.javaparser.ast.Node;
import dev.mendgate.fixer.edit.TextEdit;
import java.util.List;

/**
 * A place where a failure is hidden, found without any failure to lead there.
 *
 * @param node where it is
 * @param what what is wrong, one sentence without a full stop
 * @param edits what mends it
 */
public record Finding(Node node, String what, List<TextEdit> edits) {
  public Finding {
    edits = List.copyOf(edits);
  }
}
