package dev.mendgate.fixer.rules.check;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.BinaryExpr.Operator;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import dev.mendgate.fixer.Risk;
import dev.mendgate.fixer.edit.TextEdit;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Ways to let a check throw for less.
 *
 * @param strict what the condition is when the check throws
 */
record Relaxations(ParsedFile file, Expression condition, boolean strict, MessageValues values) {
  private static final double KNOWN_BOUNDARY = 0.8;
  private static final double BOUNDARY = 0.5;
  private static final double KNOWN_OPERAND = 0.52;
  private static final double OPERAND = 0.43;

  /**
   * A changed condition.
   *
   * @param change what is accepted from now on, as the end of a sentence
   */
  record Relaxed(String title, String change, Risk risk, double confidence, List<TextEdit> edits) {
    Relaxed {
      edits = List.copyOf(edits);
    }

    Relaxed scaled(double factor) {
      return new Relaxed(title, change, risk, confidence * factor, edits);
    }
  }

  /** Returns comparisons with the boundary itself accepted. */
  List<Relaxed> boundaries() {
    List<Relaxed> found = new ArrayList<>();
    for (BinaryExpr test : condition.findAll(BinaryExpr.class)) {
      if (Logic.isPart(test, condition)) {
        boolean wanted = strict != Logic.isNegated(test, condition);
        relaxed(test.getOperator(), wanted)
            .ifPresent(to -> boundary(test, to).ifPresent(found::add));
      }
    }
    return found;
  }

  private static Optional<String> relaxed(Operator operator, boolean throwsWhenTrue) {
    return switch (operator) {
      case LESS_EQUALS -> Optional.of("<").filter(to -> throwsWhenTrue);
      case GREATER_EQUALS -> Optional.of(">").filter(to -> throwsWhenTrue);
      case LESS -> Optional.of("<=").filter(to -> !throwsWhenTrue);
      case GREATER -> Optional.of(">=").filter(to -> !throwsWhenTrue);
      default -> Optional.empty();
    };
  }

  private Optional<Relaxed> boundary(BinaryExpr test, String operator) {
    Optional<Integer> sign = values.compared(test);
    if (sign.isPresent() && sign.get() != 0) {
      return Optional.empty();
    }
    int from = file.end(test.getLeft());
    int to = file.start(test.getRight());
    String between = file.text().substring(from, to);
    String old = test.getOperator().asString();
    int at = from + between.indexOf(old);
    if (at < from) {
      return Optional.empty();
    }
    String edge = file.textOf(test.getLeft()) + " == " + file.textOf(test.getRight());
    return Optional.of(
        new Relaxed(
            "Accept " + edge,
            "`" + edge + "` is accepted" + (sign.isPresent() ? ", which the message shows" : ""),
            Risk.MEDIUM,
            sign.isPresent() ? KNOWN_BOUNDARY : BOUNDARY,
            List.of(new TextEdit(at, at + old.length(), operator))));
  }

  /** Returns the condition without one operand. */
  List<Relaxed> withoutOperands() {
    List<Relaxed> found = new ArrayList<>(withoutOperandOf(Logic.bare(condition), strict));
    for (BinaryExpr part : condition.findAll(BinaryExpr.class)) {
      if (part != Logic.bare(condition) && Logic.isPart(part, condition) && startsChain(part)) {
        found.addAll(withoutOperandOf(part, strict != Logic.isNegated(part, condition)));
      }
    }
    return found;
  }

  private static boolean startsChain(BinaryExpr part) {
    Node parent = part.getParentNode().orElse(part);
    while (parent instanceof EnclosedExpr) {
      parent = parent.getParentNode().orElse(part);
    }
    return !(parent instanceof BinaryExpr outer && outer.getOperator() == part.getOperator());
  }

  private List<Relaxed> withoutOperandOf(Expression whole, boolean throwsWhen) {
    Operator joins = throwsWhen ? Operator.OR : Operator.AND;
    List<Expression> operands = Logic.operands(whole, joins);
    if (operands.size() < 2) {
      return List.of();
    }
    List<Expression> broken =
        operands.stream()
            .filter(part -> values.truth(part).filter(truth -> truth == throwsWhen).isPresent())
            .toList();
    List<Expression> suspects =
        broken.isEmpty()
            ? operands.stream().filter(part -> values.truth(part).isEmpty()).toList()
            : broken;
    return suspects.stream()
        .filter(part -> !part.toString().contains("null"))
        .flatMap(part -> without(part, !broken.isEmpty()).stream())
        .toList();
  }

  private Optional<Relaxed> without(Expression part, boolean known) {
    if (!(part.getParentNode().orElse(null) instanceof BinaryExpr joined)) {
      return Optional.empty();
    }
    boolean left = joined.getLeft() == part;
    int from = left ? file.start(part) : file.end(joined.getLeft());
    int to = left ? file.start(joined.getRight()) : file.end(part);
    String text = file.textOf(part);
    return Optional.of(
        new Relaxed(
            "Check no longer for " + text,
            strict
                ? "`" + text + "` alone is no longer a reason to throw"
                : "`" + text + "` is no longer asked for",
            Risk.HIGH,
            known ? KNOWN_OPERAND : OPERAND,
            List.of(new TextEdit(from, to, ""))));
  }

  /** Returns the condition with another one that must hold, too, before the check throws. */
  Relaxed under(String extra, String exempt, Risk risk, double confidence) {
    Expression whole = Logic.bare(condition);
    boolean wrapped =
        strict && whole instanceof BinaryExpr binary && binary.getOperator() == Operator.OR;
    int start = file.start(whole);
    int end = file.end(whole);
    String joint = strict ? extra + " && " : exempt + " || ";
    List<TextEdit> edits = new ArrayList<>();
    edits.add(new TextEdit(start, start, joint + (wrapped ? "(" : "")));
    if (wrapped) {
      edits.add(new TextEdit(end, end, ")"));
    }
    return new Relaxed(
        "Check only where " + extra,
        "nothing is thrown where `" + exempt + "`",
        risk,
        confidence,
        edits);
  }
}
