package dev.mendgate.fixer.rules.number;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.edit.FileEdit;
import dev.mendgate.fixer.edit.Style;
import dev.mendgate.fixer.edit.TextEdit;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Readers of a number, each for more than the one before, that are to be tried in turn instead of
 * being chosen by a condition.
 *
 * @param call the narrowest one's call
 * @param readers names of the readers, narrowest first
 */
record ByTrial(MethodCallExpr call, List<String> readers, FileEdit edit) {
  /** Finds checks right before a return that return what a wider sibling reads. */
  static Optional<ByTrial> of(RuleContext context, ReturnStmt last, MethodCallExpr call) {
    if (!(last.getParentNode().orElse(null) instanceof BlockStmt block)) {
      return Optional.empty();
    }
    List<String> readers = readers(context, call);
    Statement first = last;
    for (int i = block.getStatements().indexOf(last) - 1; i >= 0; i--) {
      Statement before = block.getStatement(i);
      if (!chooses(before, call, readers)) {
        break;
      }
      first = before;
    }
    if (first == last || readers.size() < 2) {
      return Optional.empty();
    }
    ParsedFile file = context.file();
    String indentation = file.indentation(first.getRange().orElseThrow().begin.line);
    String text = text(file, call, readers, indentation, 0);
    return Optional.of(
        new ByTrial(
            call,
            readers,
            new FileEdit(
                file.path(),
                file.text(),
                List.of(new TextEdit(file.start(first), file.end(last), text)))));
  }

  private static List<String> readers(RuleContext context, MethodCallExpr call) {
    List<String> readers = new ArrayList<>(List.of(call.getNameAsString()));
    MethodCallExpr at = call;
    Optional<String> next = ParseWider.wider(at, context);
    while (next.isPresent() && !readers.contains(next.get())) {
      readers.add(next.get());
      MethodCallExpr wider = call.clone();
      wider.setName(next.get());
      call.getParentNode().ifPresent(wider::setParentNode);
      next = ParseWider.wider(wider, context);
      wider.setParentNode(null);
    }
    return readers;
  }

  private static boolean chooses(Statement statement, MethodCallExpr call, List<String> readers) {
    return statement instanceof IfStmt check
        && check.getElseStmt().isEmpty()
        && returned(check.getThenStmt())
            .flatMap(Expression::toMethodCallExpr)
            .filter(found -> readers.indexOf(found.getNameAsString()) > 0)
            .filter(found -> found.getArguments().equals(call.getArguments()))
            .filter(found -> found.getScope().equals(call.getScope()))
            .isPresent();
  }

  private static Optional<Expression> returned(Statement body) {
    if (body instanceof BlockStmt block && block.getStatements().size() == 1) {
      return returned(block.getStatement(0));
    }
    return body instanceof ReturnStmt found ? found.getExpression() : Optional.empty();
  }

  private static String text(
      ParsedFile file, MethodCallExpr call, List<String> readers, String outer, int at) {
    int name = file.start(call.getName()) - file.start(call);
    String source = file.textOf(call);
    String read =
        "return "
            + source.substring(0, name)
            + readers.get(at)
            + source.substring(name + call.getNameAsString().length())
            + ";";
    if (at == readers.size() - 1) {
      return read;
    }
    Style style = Style.of(file);
    String inner = outer + style.indent();
    String eol = style.lineEnding();
    String gap = style.braceOnOwnLine() ? eol + outer : " ";
    String caught = at == 0 ? "e" : "e" + at;
    return "try"
        + gap
        + "{"
        + eol
        + inner
        + read
        + eol
        + outer
        + "}"
        + gap
        + "catch (NumberFormatException "
        + caught
        + ")"
        + gap
        + "{"
        + eol
        + inner
        + text(file, call, readers, inner, at + 1)
        + eol
        + outer
        + "}";
  }
}
