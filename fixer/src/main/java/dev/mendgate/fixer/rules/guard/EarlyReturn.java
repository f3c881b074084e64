package dev.mendgate.fixer.rules.guard;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.stmt.Statement;
import dev.mendgate.fixer.Effect;
import dev.mendgate.fixer.Risk;
import dev.mendgate.fixer.analysis.Declarations;
import dev.mendgate.fixer.analysis.Enclosing;
import dev.mendgate.fixer.edit.Imports;
import dev.mendgate.fixer.edit.Imports.TypeUse;
import dev.mendgate.fixer.edit.TextEdit;
import dev.mendgate.fixer.rules.guard.ReturnValues.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Leaves the method before the failing statement. */
final class EarlyReturn {
  private static final Pattern QUALIFIED = Pattern.compile("(java(?:\\.[a-z]+)+\\.[A-Z]\\w*)(.*)");
  private static final Pattern LOCAL = Pattern.compile("(?!(?:this|null|true|false)$)[a-z]\\w*");
  private static final double CONDITIONAL_USE = 0.6;
  private static final double NOT_AT_ENTRY = 0.85;
  private static final double BEYOND_END = 0.9;

  private EarlyReturn() {}

  /** Returns a draft for each value that makes sense, and each place. */
  static List<Draft> of(Hazard hazard) {
    if (!hazard.isRepeatable()) {
      return List.of();
    }
    List<Anchor> anchors =
        Stream.concat(Anchor.entry(hazard).stream(), Anchor.before(hazard).stream())
            .distinct()
            .toList();
    List<Draft> drafts = new ArrayList<>();
    for (Value value : ReturnValues.of(hazard)) {
      for (Anchor anchor : anchors) {
        boolean second = anchor != anchors.get(0);
        if (isKnown(value.text(), anchor)) {
          drafts.add(draft(hazard, value, anchor).scaled(second ? NOT_AT_ENTRY : 1));
        }
      }
    }
    return drafts;
  }

  /** A local that exists before the use may not exist at the method's entry. */
  private static boolean isKnown(String value, Anchor anchor) {
    boolean variable = LOCAL.matcher(value).matches();
    return !variable || Declarations.find(value, anchor.statement()).isPresent();
  }

  private static Draft draft(Hazard hazard, Value value, Anchor anchor) {
    List<TextEdit> edits = new ArrayList<>();
    String text = visible(value.text(), hazard, edits);
    String statement = text.isEmpty() ? "return;" : "return " + text + ";";
    edits.addAll(anchor.guard(hazard.unsafe(), List.of(statement), hazard.style()));
    String method = Enclosing.callable(hazard.use()).orElseThrow().getNameAsString();
    String shown = text.isEmpty() ? "" : " " + text;
    return new Draft(
            "Return%s from %s where %s".formatted(shown, method, hazard.unsafe()),
            "From now on `%s` returns%s in that case, because %s; its callers no longer see the exception."
                .formatted(method, text.isEmpty() ? " at once" : " `" + text + "`", value.why()),
            Risk.MEDIUM,
            value.confidence() * certainty(hazard),
            edits)
        .with(text.isEmpty() ? Effect.SKIPS : Effect.DEFAULTS);
  }

  private static double certainty(Hazard hazard) {
    if (isConditional(hazard)) {
      return CONDITIONAL_USE;
    }
    boolean varies =
        Enclosing.loop(hazard.use()).filter(loop -> Skip.variesWith(hazard, loop)).isPresent();
    if (!varies) {
      return 1;
    }
    // One null among many is no reason to leave; the first index beyond the end may be one.
    return hazard.kind() == Hazard.Kind.BOUNDS ? BEYOND_END : CONDITIONAL_USE;
  }

  /** Whether the code may be left without running into the failing part. */
  private static boolean isConditional(Hazard hazard) {
    Node child = hazard.use();
    while (child.getParentNode().isPresent() && !(child instanceof Statement)) {
      Node parent = child.getParentNode().get();
      boolean right =
          parent instanceof BinaryExpr binary && binary.getRight() == child && shortCuts(binary);
      boolean branch = parent instanceof ConditionalExpr either && either.getCondition() != child;
      if (right || branch) {
        return true;
      }
      child = parent;
    }
    return false;
  }

  private static boolean shortCuts(BinaryExpr binary) {
    return binary.getOperator() == BinaryExpr.Operator.AND
        || binary.getOperator() == BinaryExpr.Operator.OR;
  }

  private static String visible(String value, Hazard hazard, List<TextEdit> edits) {
    Matcher qualified = QUALIFIED.matcher(value);
    if (!qualified.matches()) {
      return value;
    }
    TypeUse use = Imports.use(qualified.group(1), hazard.file(), hazard.context().sources());
    edits.addAll(use.edits());
    return use.name() + qualified.group(2);
  }
}
