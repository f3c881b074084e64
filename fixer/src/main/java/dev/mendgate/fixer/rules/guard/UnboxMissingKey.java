package dev.mendgate.fixer.rules.guard;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.google.auto.service.AutoService;
import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.Effect;
import dev.mendgate.fixer.Risk;
import dev.mendgate.fixer.Rule;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.analysis.Boxes;
import dev.mendgate.fixer.edit.TextEdit;
import java.util.List;
import java.util.Optional;

/** Reads a primitive out of a map that has no such key. */
@AutoService(Rule.class)
public final class UnboxMissingKey implements Rule {
  @Override
  public String name() {
    return "unbox-missing-key";
  }

  @Override
  public List<CandidateFix> propose(RuleContext context) {
    return NullGuards.propose(name(), context, UnboxMissingKey::drafts);
  }

  private static List<Draft> drafts(Hazard hazard) {
    if (!(hazard.subject() instanceof MethodCallExpr call)
        || hazard.use() != call
        || !call.getNameAsString().equals("get")
        || call.getArguments().size() != 1) {
      return List.of();
    }
    Optional<String> map =
        call.getScope().flatMap(hazard.types()::of).filter(UnboxMissingKey::isMap);
    Optional<String> primitive = Boxes.boxed(call, hazard.types()).map(Boxes::primitive);
    return map.isPresent() && primitive.isPresent()
        ? List.of(draft(hazard, call, zero(primitive.get())))
        : List.of();
  }

  private static Draft draft(Hazard hazard, MethodCallExpr call, String zero) {
    int start = hazard.file().start(call.getName());
    int end = hazard.file().end(call.getName());
    Expression key = call.getArgument(0);
    int behind = hazard.file().end(key);
    return new Draft(
            "Take %s where the map has no such key".formatted(zero),
            "From now on a key that is absent counts as `%s`; keys that are there are read as before, a key that maps to null still fails."
                .formatted(zero),
            Risk.MEDIUM,
            0.78,
            List.of(
                new TextEdit(start, end, "getOrDefault"),
                new TextEdit(behind, behind, ", " + zero)))
        .with(Effect.DEFAULTS);
  }

  private static boolean isMap(String type) {
    int arguments = type.indexOf('<');
    return (arguments < 0 ? type : type.substring(0, arguments)).endsWith("Map");
  }

  private static String zero(String primitive) {
    return switch (primitive) {
      case "boolean" -> "false";
      case "char" -> "'\\0'";
      case "long" -> "0L";
      case "float" -> "0f";
      case "double" -> "0.0";
      case "byte" -> "(byte) 0";
      case "short" -> "(short) 0";
      default -> "0";
    };
  }
}
