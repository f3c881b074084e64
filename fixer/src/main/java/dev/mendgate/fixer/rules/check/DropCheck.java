package dev.mendgate.fixer.rules.check;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.google.auto.service.AutoService;
import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.Effect;
import dev.mendgate.fixer.Risk;
import dev.mendgate.fixer.Rule;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.edit.NodeEdits;
import dev.mendgate.fixer.source.Comments;
import java.util.List;
import java.util.Optional;

/** Takes a check out whose condition cannot be relaxed by part. */
@AutoService(Rule.class)
public final class DropCheck implements Rule {
  private static final double CONFIDENCE = 0.34;

  @Override
  public String name() {
    return "drop-check";
  }

  @Override
  public List<CandidateFix> propose(RuleContext context) {
    Optional<Thrown> thrown = Thrown.at(context);
    Optional<IfStmt> check =
        thrown
            .flatMap(found -> found.guards().stream().findFirst())
            .filter(guard -> guard.isOnlyFor(thrown.get().statement()))
            .filter(guard -> thrown.get().checker().isEmpty())
            .map(Guard::owner)
            .filter(DropCheck::standsAlone)
            .filter(found -> !Comments.within(found));
    return check.map(found -> List.of(fix(context, thrown.get(), found))).orElse(List.of());
  }

  private static boolean standsAlone(IfStmt check) {
    Node parent = check.getParentNode().orElse(null);
    return parent instanceof BlockStmt || parent instanceof SwitchEntry;
  }

  private CandidateFix fix(RuleContext context, Thrown thrown, IfStmt check) {
    String condition = thrown.file().textOf(check.getCondition());
    return new CandidateFix(
        name(),
        "Check no longer for " + condition.replaceAll("\\s+", " "),
        "At %s:%d the project's own check throws %s where `%s`. From now on the code goes on in that case; nothing tells callers any more."
            .formatted(
                context.file().path(),
                context.site().line(),
                context.failure().simpleType(),
                condition),
        Risk.HIGH,
        CONFIDENCE,
        null,
        Effect.SKIPS,
        List.of(new NodeEdits(thrown.file()).remove(check).toFileEdit()));
  }
}
