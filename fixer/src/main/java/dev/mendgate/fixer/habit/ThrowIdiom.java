package dev.mendgate.fixer.habit;

import dev.mendgate.fixer.edit.TextEdit;
import java.util.List;

/**
 * How this code base says that something is wrong.
 *
 * @param statement the statement to write, a call of a checking method or a {@code throw}
 * @param check whether it is a call that asks the condition itself, so that it stands without
 *     {@code if}
 * @param exception fully qualified name of what is thrown
 * @param imports what the statement needs; empty where nothing
 * @param times how often such a statement stands near by
 */
public record ThrowIdiom(
    String statement, boolean check, String exception, List<TextEdit> imports, int times) {
  public ThrowIdiom {
    imports = List.copyOf(imports);
  }
}
