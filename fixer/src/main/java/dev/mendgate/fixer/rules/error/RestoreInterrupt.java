package dev.mendgate.fixer.rules.error;

import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.type.UnionType;
import com.google.auto.service.AutoService;
import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.Effect;
import dev.mendgate.fixer.Risk;
import dev.mendgate.fixer.Rule;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.analysis.Enclosing;
import dev.mendgate.fixer.edit.FileEdit;
import dev.mendgate.fixer.edit.NodeEdits;
import dev.mendgate.fixer.source.Comments;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.ArrayList;
import java.util.List;

/** Sets the interrupt flag again, where a catch block swallows the request to stop. */
@AutoService(Rule.class)
public final class RestoreInterrupt implements Rule {
  private static final double CONFIDENCE = 0.35;

  @Override
  public String name() {
    return "restore-interrupt";
  }

  @Override
  public List<CandidateFix> propose(RuleContext context) {
    int line = context.site().line();
    return find(context.file()).stream()
        .filter(
            found ->
                found
                    .node()
                    .getRange()
                    .filter(at -> at.begin.line <= line && line <= at.end.line)
                    .isPresent())
        .map(found -> fix(context, found))
        .toList();
  }

  private CandidateFix fix(RuleContext context, Finding found) {
    ParsedFile file = context.file();
    return new CandidateFix(
        name(),
        "Keep the request to stop",
        "At %s:%d %s. From now on the flag is set again, so that the next wait ends at once and the thread can stop; nothing else changes."
            .formatted(file.path(), context.site().line(), found.what()),
        Risk.LOW,
        CONFIDENCE,
        null,
        Effect.REPAIRS,
        List.of(new FileEdit(file.path(), file.text(), found.edits())));
  }

  /**
   * Finds catch blocks that swallow an interrupt.
   *
   * <p>Left alone are blocks that set the flag, throw on, or stand in a loop that goes on waiting:
   * there a flag set at once would make it spin.
   */
  public static List<Finding> find(ParsedFile file) {
    List<Finding> findings = new ArrayList<>();
    for (CatchClause clause : file.unit().findAll(CatchClause.class)) {
      BlockStmt body = clause.getBody();
      if (catchesInterruptOnly(clause) && !isHandled(body) && !goesOnWaiting(clause)) {
        List<String> lines = List.of("Thread.currentThread().interrupt();");
        findings.add(
            new Finding(
                clause,
                "the interrupt is swallowed: whoever asked this thread to stop is not heard",
                new NodeEdits(file).insertFirst(body, lines).toFileEdit().edits()));
      }
    }
    return List.copyOf(findings);
  }

  private static boolean catchesInterruptOnly(CatchClause clause) {
    return !(clause.getParameter().getType() instanceof UnionType)
        && clause.getParameter().getTypeAsString().endsWith("InterruptedException")
        && !clause.getParameter().getTypeAsString().endsWith("IOInterruptedException");
  }

  private static boolean isHandled(BlockStmt body) {
    boolean comment = Comments.within(body);
    return (body.getStatements().isEmpty() && comment)
        || body.findFirst(
                MethodCallExpr.class, call -> call.getNameAsString().matches("(?i).*interrupt.*"))
            .isPresent()
        || body.findFirst(ThrowStmt.class).isPresent()
        || body.findFirst(LambdaExpr.class).isPresent();
  }

  private static boolean goesOnWaiting(CatchClause clause) {
    return Enclosing.loop(clause).isPresent()
        && clause.getBody().getStatements().stream()
            .noneMatch(found -> found.isReturnStmt() || found.isBreakStmt());
  }
}
