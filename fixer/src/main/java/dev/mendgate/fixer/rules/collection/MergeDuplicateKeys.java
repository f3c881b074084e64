package dev.mendgate.fixer.rules.collection;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.google.auto.service.AutoService;
import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.Effect;
import dev.mendgate.fixer.Frame;
import dev.mendgate.fixer.Risk;
import dev.mendgate.fixer.Rule;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.analysis.SiteCode;
import dev.mendgate.fixer.edit.NodeEdits;
import dev.mendgate.fixer.field.Scopes;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Tells a collector of a map what to do where two elements have one key. */
@AutoService(Rule.class)
public final class MergeDuplicateKeys implements Rule {
  private static final Set<String> COLLECTORS =
      Set.of("toMap", "toConcurrentMap", "toUnmodifiableMap");

  @Override
  public String name() {
    return "merge-duplicate-keys";
  }

  @Override
  public List<CandidateFix> propose(RuleContext context) {
    List<Frame> frames = context.failure().frames();
    int index = frames.indexOf(context.site().frame());
    boolean applies =
        context.failure().exceptionType().equals("java.lang.IllegalStateException")
            && frames.subList(0, Math.max(0, index)).stream()
                .anyMatch(frame -> frame.className().equals("java.util.stream.Collectors"));
    return applies
        ? Stream.concat(
                SiteCode.at(context.site(), context.file()).nodes(MethodCallExpr.class).stream(),
                SiteCode.at(context.site(), context.file()).nodes(MethodCallExpr.class).stream()
                    .flatMap(call -> call.findAll(MethodCallExpr.class).stream()))
            .distinct()
            .filter(MergeDuplicateKeys::isUnmerged)
            .limit(1)
            .flatMap(call -> fixes(call, context))
            .toList()
        : List.of();
  }

  private static boolean isUnmerged(MethodCallExpr call) {
    return COLLECTORS.contains(call.getNameAsString())
        && call.getArguments().size() == 2
        && call.getScope().filter(scope -> !scope.toString().endsWith("Collectors")).isEmpty();
  }

  private Stream<CandidateFix> fixes(MethodCallExpr call, RuleContext context) {
    boolean free = Scopes.isFree("first", call) && Scopes.isFree("second", call);
    String one = free ? "first" : "known";
    String other = free ? "second" : "added";
    return Scopes.isFree(one, call) && Scopes.isFree(other, call)
        ? Stream.of(
            fix(call, "(%s, %s) -> %s".formatted(one, other, other), "last", 0.6, context),
            fix(call, "(%s, %s) -> %s".formatted(one, other, one), "first", 0.66, context))
        : Stream.empty();
  }

  private CandidateFix fix(
      MethodCallExpr call, String merge, String kept, double confidence, RuleContext context) {
    Expression last = call.getArgument(1);
    int end = context.file().end(last);
    return new CandidateFix(
        name(),
        "Keep the %s of several elements with one key".formatted(kept),
        "Two elements have the same key, and %s throws where nobody says which one counts. With the patch the %s one does; the others are left out without notice. Where keys must be unique, the elements are at fault and not this code."
            .formatted(call.getNameAsString(), kept),
        Risk.HIGH,
        confidence,
        null,
        Effect.SKIPS,
        List.of(new NodeEdits(context.file()).replace(end, end, ", " + merge).toFileEdit()));
  }
}
