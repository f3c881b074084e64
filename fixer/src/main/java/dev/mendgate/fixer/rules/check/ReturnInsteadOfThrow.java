package dev.mendgate.fixer.rules.check;

import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.google.auto.service.AutoService;
import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.Effect;
import dev.mendgate.fixer.Risk;
import dev.mendgate.fixer.Rule;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.analysis.Enclosing;
import dev.mendgate.fixer.edit.NodeEdits;
import dev.mendgate.fixer.rules.check.Answers.Answer;
import dev.mendgate.fixer.source.Comments;
import java.util.List;
import java.util.Optional;

/** Answers with a neutral value where a method throws for what it need not refuse. */
@AutoService(Rule.class)
public final class ReturnInsteadOfThrow implements Rule {
  private static final double WHOLE_BODY = 0.66;
  private static final double CASE = 0.38;
  private static final double NOTHING_RETURNED = 0.85;

  @Override
  public String name() {
    return "return-instead-of-throw";
  }

  @Override
  public List<CandidateFix> propose(RuleContext context) {
    Optional<Thrown> thrown = Thrown.at(context);
    if (thrown.isEmpty()
        || thrown.get().checker().isPresent()
        || Comments.within(thrown.get().statement())) {
      return List.of();
    }
    boolean whole = isWholeBody(thrown.get());
    return Answers.of(context, thrown.get().file(), thrown.get().statement()).stream()
        .map(answer -> fix(context, thrown.get(), answer, whole))
        .toList();
  }

  /** The method does nothing but throw. */
  private static boolean isWholeBody(Thrown thrown) {
    return Enclosing.callable(thrown.statement())
        .filter(MethodDeclaration.class::isInstance)
        .flatMap(method -> ((MethodDeclaration) method).getBody())
        .map(BlockStmt::getStatements)
        .filter(body -> body.size() == 1 && body.get(0) == thrown.statement())
        .isPresent();
  }

  private CandidateFix fix(RuleContext context, Thrown thrown, Answer answer, boolean whole) {
    NodeEdits edits = new NodeEdits(thrown.file()).addAll(answer.imports());
    if (whole && answer.value().isEmpty()) {
      edits.remove(thrown.statement());
    } else {
      edits.replace(thrown.statement(), answer.statement());
    }
    String method =
        Enclosing.callable(thrown.statement())
            .map(CallableDeclaration::getNameAsString)
            .orElseThrow();
    String shown = answer.value().isEmpty() ? "" : " " + answer.value();
    double factor = answer.value().isEmpty() ? NOTHING_RETURNED : 1;
    return new CandidateFix(
        name(),
        "Return%s from %s instead of throwing".formatted(shown, method),
        "At %s:%d `%s` throws %s on purpose. From now on it returns%s in that case, because %s; callers that relied on the exception see that value."
            .formatted(
                context.file().path(),
                context.site().line(),
                method,
                context.failure().simpleType(),
                answer.value().isEmpty() ? " at once" : " `" + answer.value() + "`",
                answer.why()),
        whole ? Risk.MEDIUM : Risk.HIGH,
        answer.confidence() * factor * (whole ? WHOLE_BODY : CASE),
        null,
        answer.value().isEmpty() ? Effect.SKIPS : Effect.DEFAULTS,
        List.of(edits.toFileEdit()));
  }
}
