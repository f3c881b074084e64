package dev.mendgate.fixer.rules.check;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.stmt.Statement;
import com.google.auto.service.AutoService;
import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.Effect;
import dev.mendgate.fixer.Frame;
import dev.mendgate.fixer.Risk;
import dev.mendgate.fixer.Rule;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.analysis.Enclosing;
import dev.mendgate.fixer.edit.FileEdit;
import dev.mendgate.fixer.edit.NodeEdits;
import dev.mendgate.fixer.edit.Style;
import dev.mendgate.fixer.edit.TextEdit;
import dev.mendgate.fixer.rules.check.Answers.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Asks, before a call, what the called method refuses. */
@AutoService(Rule.class)
public final class GuardCheckedArgument implements Rule {
  private static final double SKIP = 0.62;
  private static final double RETURN = 0.44;

  @Override
  public String name() {
    return "guard-checked-argument";
  }

  @Override
  public List<CandidateFix> propose(RuleContext context) {
    Optional<CheckedArgument> found =
        CheckedArgument.at(context).filter(CheckedArgument::isRepeatable);
    if (found.isEmpty() || guardsCheckItself(context)) {
      return List.of();
    }
    List<Expression> parts = found.get().operands();
    String unsafe = parts.stream().map(Expression::toString).collect(Collectors.joining(" || "));
    String safe = parts.stream().map(Logic::negated).collect(Collectors.joining(" && "));
    List<CandidateFix> fixes = new ArrayList<>();
    Run.around(found.get().call().node())
        .filter(run -> run.canAsk(parts))
        .ifPresent(run -> fixes.add(skip(context, run, safe, unsafe, SKIP)));
    leave(context, found.get(), unsafe, RETURN).ifPresent(fixes::add);
    return fixes;
  }

  /** A method that only checks is not called to be left out. */
  private static boolean guardsCheckItself(RuleContext context) {
    List<Frame> frames = context.failure().frames();
    return frames.indexOf(context.site().frame()) == 1
        && LoosenCheckCall.checker(context, frames.get(0)).isPresent();
  }

  private CandidateFix skip(
      RuleContext context, Run run, String safe, String unsafe, double confidence) {
    return new CandidateFix(
        name(),
        "Go on only where " + safe,
        reason(context, unsafe)
            + "From now on the call and what uses its result is left out in that case; callers no longer see the exception.",
        Risk.MEDIUM,
        confidence,
        null,
        Effect.SKIPS,
        List.of(
            new FileEdit(
                context.file().path(),
                context.file().text(),
                List.of(run.under(safe, context.file())))));
  }

  private Optional<CandidateFix> leave(
      RuleContext context, CheckedArgument found, String unsafe, double confidence) {
    Optional<Statement> statement =
        Enclosing.listed(found.call().node())
            .filter(listed -> Enclosing.statement(found.call().node()).equals(Optional.of(listed)))
            .filter(listed -> !listed.isExplicitConstructorInvocationStmt());
    List<Answer> answers =
        statement.map(at -> Answers.of(context, context.file(), at)).orElse(List.of());
    if (answers.isEmpty()) {
      return Optional.empty();
    }
    Answer answer = answers.get(0);
    int start = context.file().start(statement.get());
    String indent = context.file().indentation(statement.get().getRange().orElseThrow().begin.line);
    Style style = Style.of(context.file());
    String guard = style.ifBlock(indent, unsafe, List.of(answer.statement()));
    return Optional.of(
        new CandidateFix(
            name(),
            "Leave where " + unsafe,
            reason(context, unsafe)
                + "From now on the method runs `%s` in that case, because %s."
                    .formatted(answer.statement(), answer.why()),
            Risk.HIGH,
            confidence * answer.confidence(),
            null,
            answer.value().isEmpty() ? Effect.SKIPS : Effect.DEFAULTS,
            List.of(
                new NodeEdits(context.file())
                    .addAll(answer.imports())
                    .addAll(
                        List.of(new TextEdit(start, start, guard + style.lineEnding() + indent)))
                    .toFileEdit())));
  }

  private static String reason(RuleContext context, String unsafe) {
    return "The call at %s:%d hands on what the called code refuses with %s: `%s`. "
        .formatted(
            context.file().path(), context.site().line(), context.failure().simpleType(), unsafe);
  }
}
