package dev.mendgate.fixer.rules.bounds;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.google.auto.service.AutoService;
import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.Rule;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.analysis.Conditions;
import dev.mendgate.fixer.analysis.Enclosing;
import dev.mendgate.fixer.analysis.SiteCode;
import dev.mendgate.fixer.edit.Style;
import dev.mendgate.fixer.edit.TextEdit;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Ends a switch branch that runs on into the one that fails. */
@AutoService(Rule.class)
public final class StopFallThrough implements Rule {
  private static final Set<String> EXCEPTIONS =
      Set.of("NullPointerException", "ClassCastException", "NumberFormatException");
  private static final double MOSTLY_LEAVES = 0.72;
  private static final double ALWAYS_RUNS_ON = 0.45;

  @Override
  public String name() {
    return "stop-fall-through";
  }

  @Override
  public List<CandidateFix> propose(RuleContext context) {
    boolean fits =
        FailedAccess.isBounds(context.failure())
            || EXCEPTIONS.contains(context.failure().simpleType());
    if (!fits || FailedAccess.enteredProjectCode(context)) {
      return List.of();
    }
    return SiteCode.at(context.site(), context.file()).nodes().stream()
        .flatMap(node -> entry(node).stream())
        .distinct()
        .flatMap(entry -> runningInto(entry, context.file()).stream())
        .map(entry -> ended(context, entry).fix(name(), context))
        .toList();
  }

  private static Optional<SwitchEntry> entry(Node node) {
    return node.findAncestor(SwitchEntry.class)
        .filter(entry -> Enclosing.boundary(entry).equals(Enclosing.boundary(node)))
        .filter(entry -> entry.getType() == SwitchEntry.Type.STATEMENT_GROUP);
  }

  /** Returns the branch before, where it has code that may run on and nobody says it should. */
  private static Optional<SwitchEntry> runningInto(SwitchEntry entry, ParsedFile file) {
    if (!(entry.getParentNode().orElse(null) instanceof SwitchStmt choice)) {
      return Optional.empty();
    }
    int index = choice.getEntries().indexOf(entry);
    if (index < 1) {
      return Optional.empty();
    }
    SwitchEntry before = choice.getEntry(index - 1);
    boolean runsOn =
        before.getStatements().getLast().filter(last -> !leavesAlways(last)).isPresent();
    String between = file.text().substring(file.start(before), file.start(entry));
    String remarks = between.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    boolean meant = remarks.contains("fallthr") || remarks.contains("fallsthr");
    return runsOn && !meant ? Optional.of(before) : Optional.empty();
  }

  private static boolean leavesAlways(Statement last) {
    if (last.isIfStmt()) {
      return last.asIfStmt().getElseStmt().isPresent()
          && leavesAlways(last.asIfStmt().getThenStmt())
          && leavesAlways(last.asIfStmt().getElseStmt().get());
    }
    if (last instanceof BlockStmt block) {
      return block.getStatements().getLast().filter(StopFallThrough::leavesAlways).isPresent();
    }
    return Conditions.endsAbruptly(last) || !(last.isExpressionStmt() || last.isEmptyStmt());
  }

  private static Mend ended(RuleContext context, SwitchEntry before) {
    ParsedFile file = context.file();
    Statement last = last(before.getStatements());
    int end = file.end(last);
    String indentation = file.indentation(last.getRange().orElseThrow().begin.line);
    boolean mostlyLeaves =
        before.findFirst(ReturnStmt.class).isPresent()
            || before.findFirst(BreakStmt.class).isPresent()
            || before.findFirst(ThrowStmt.class).isPresent();
    String label = before.getLabels().isEmpty() ? "default" : before.getLabels().get(0).toString();
    return new Mend(
        "End the branch for %s before the next one".formatted(label),
        "The branch for `%s` may run on into the code that fails, which is meant for another value; from now on it ends there."
            .formatted(label),
        mostlyLeaves ? MOSTLY_LEAVES : ALWAYS_RUNS_ON,
        file,
        List.of(new TextEdit(end, end, Style.of(file).lineEnding() + indentation + "break;")));
  }

  private static Statement last(NodeList<Statement> statements) {
    Statement last = statements.getLast().orElseThrow();
    return last instanceof BlockStmt block && !block.getStatements().isEmpty()
        ? last(block.getStatements())
        : last;
  }
}
