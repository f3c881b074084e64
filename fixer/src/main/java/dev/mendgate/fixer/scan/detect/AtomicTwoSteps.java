package dev.mendgate.fixer.scan.detect;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.google.auto.service.AutoService;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.edit.NodeEdits;
import dev.mendgate.fixer.scan.Detector;
import dev.mendgate.fixer.scan.Finding;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An atomic variable whose next value is computed from the present one in two calls. */
@AutoService(Detector.class)
public final class AtomicTwoSteps implements Detector {
  @Override
  public String rule() {
    return "atomic-two-steps";
  }

  @Override
  public String summary() {
    return "An atomic variable is set to a value computed from its own in two steps.";
  }

  private static final Map<String, String> STEPS =
      Map.of("+1", "incrementAndGet", "-1", "decrementAndGet");

  @Override
  public List<Finding> detect(ParsedFile file, RuleContext.Sources sources) {
    if (!file.text().contains("Atomic")) {
      return List.of();
    }
    return file.unit().findAll(MethodCallExpr.class).stream()
        .filter(call -> call.getNameAsString().equals("set") && call.getArguments().size() == 1)
        .filter(call -> call.getScope().map(Code::typeName).filter(this::isNumber).isPresent())
        .filter(call -> !Code.isLocked(call))
        .flatMap(call -> finding(file, call).stream())
        .toList();
  }

  private boolean isNumber(String type) {
    return type.equals("AtomicInteger") || type.equals("AtomicLong");
  }

  private Optional<Finding> finding(ParsedFile file, MethodCallExpr set) {
    Expression scope = set.getScope().orElseThrow();
    boolean again =
        set.getArgument(0)
            .findFirst(
                MethodCallExpr.class,
                call ->
                    call.getNameAsString().equals("get")
                        && call.getArguments().isEmpty()
                        && call.getScope().filter(scope::equals).isPresent())
            .isPresent();
    if (!again || Code.local(scope).isPresent()) {
      return Optional.empty();
    }
    Finding found =
        Finding.at(
            this,
            file,
            set,
            0.85,
            "between get and set another thread may change %s".formatted(scope));
    String step =
        STEPS.get(set.getArgument(0).toString().replace(scope + ".get()", "").replace(" ", ""));
    return Optional.of(
        step == null
            ? found
            : found.fixedBy(
                "Count in one step",
                new NodeEdits(file)
                    .replace(set, file.textOf(scope) + "." + step + "()")
                    .toFileEdit()));
  }
}
