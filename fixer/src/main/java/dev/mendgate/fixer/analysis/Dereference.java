package dev.mendgate.fixer.analysis;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import dev.mendgate.fixer.analysis.NullMessage.Use;
import org.jspecify.annotations.Nullable;

/**
 * A place that fails where a reference is null.
 *
 * @param subject the reference
 * @param node what fails: the call, access, statement, or the boxed expression itself
 * @param member name of the method or field; null where it has none
 * @param line line the JVM reports for it, from 1
 */
public record Dereference(
    Expression subject, Node node, Use use, @Nullable String member, int line) {}
