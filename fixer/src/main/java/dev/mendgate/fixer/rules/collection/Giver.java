package dev.mendgate.fixer.rules.collection;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.type.Type;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.List;

/**
 * Where a collection that refused a change came into the code.
 *
 * @param file file of the value
 * @param values expressions that may have given the collection, at least one; one patch is about
 *     all of them
 * @param declared type of the variable or method that takes it
 * @param confidence from 0 to 1: how likely this one gave it, and a copy here is meant
 * @param why what a reviewer should know, in sentences
 */
record Giver(
    ParsedFile file, List<Expression> values, Type declared, double confidence, String why) {
  Giver {
    values = List.copyOf(values);
  }
}
