package dev.mendgate.fixer.concurrency;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.SynchronizedStmt;
import dev.mendgate.fixer.field.DeclaredType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a concurrent collection would break or leave open. */
final class Hazards {
  private static final Set<String> CHECKS =
      Set.of("contains", "containsKey", "get", "isEmpty", "size");
  private static final Set<String> ACTS = Set.of("add", "clear", "put", "putAll", "remove", "set");
  private static final Set<String> FILLS = Set.of("add", "merge", "put", "putIfAbsent");
  private static final Pattern SHARES_BADLY =
      Pattern.compile(
          "(java\\.util\\.)?((Linked)?(Hash|Tree)?(Map|Set)|Sorted(Map|Set)|Collection|Deque"
              + "|(Array|Linked)?List|StringBuilder|ArrayDeque)(<.*)?");

  private final Target target;

  Hazards(Target target) {
    this.target = target;
  }

  /** Returns whether null as a key or value is part of how the class uses the collection. */
  boolean reliesOnNull() {
    boolean literal =
        target.calls().anyMatch(call -> call.getArguments().stream().anyMatch(Hazards::mayBeNull));
    return literal
        || target
            .field()
            .owner()
            .findFirst(BinaryExpr.class, this::tellsNullFromMissing)
            .isPresent();
  }

  private static boolean mayBeNull(Expression argument) {
    if (argument instanceof EnclosedExpr enclosed) {
      return mayBeNull(enclosed.getInner());
    }
    return argument.isNullLiteralExpr()
        || (argument instanceof ConditionalExpr either
            && (mayBeNull(either.getThenExpr()) || mayBeNull(either.getElseExpr())));
  }

  /** {@code value == null && !map.containsKey(key)}: a present key may have a null value. */
  private boolean tellsNullFromMissing(BinaryExpr both) {
    boolean joins =
        both.getOperator() == BinaryExpr.Operator.AND
            || both.getOperator() == BinaryExpr.Operator.OR;
    return joins
        && both.findFirst(
                MethodCallExpr.class, call -> target.call(call, "containsKey", 1).isPresent())
            .isPresent()
        && both.findFirst(BinaryExpr.class, comparison -> comparison.getRight().isNullLiteralExpr())
            .isPresent();
  }

  /** Returns whether one lock guards every use already, so that no thread can interfere. */
  boolean isGuardedThroughout() {
    return target.field().references().stream()
        .filter(reference -> reference.findAncestor(BodyDeclaration.class).isPresent())
        .filter(reference -> reference.findAncestor(MethodDeclaration.class).isPresent())
        .allMatch(Hazards::isSynchronized);
  }

  private static boolean isSynchronized(Node node) {
    return node.findAncestor(SynchronizedStmt.class).isPresent()
        || node.findAncestor(MethodDeclaration.class)
            .filter(MethodDeclaration::isSynchronized)
            .isPresent();
  }

  /** Returns sentences that a reviewer must read; none where nothing is left open. */
  List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    List<Integer> remaining = remaining();
    if (!remaining.isEmpty()) {
      warnings.add(
          "Still a check followed by an act, which threads can interleave: line "
              + remaining.stream().map(String::valueOf).collect(Collectors.joining(", "))
              + ".");
    }
    boolean unsure =
        target
            .calls()
            .filter(call -> FILLS.contains(call.getNameAsString()))
            .flatMap(call -> call.getArguments().stream())
            .anyMatch(argument -> argument instanceof MethodCallExpr);
    if (unsure) {
      warnings.add("What is put comes from calls; if one returns null, the put fails now.");
    }
    sharedValue()
        .ifPresent(
            type ->
                warnings.add("The values themselves (" + type + ") are not safe to share either."));
    return List.copyOf(warnings);
  }

  private Optional<String> sharedValue() {
    return DeclaredType.argument(target.field().type(), 1)
        .map(type -> type.asString())
        .filter(type -> SHARES_BADLY.matcher(type).matches());
  }

  /** Returns the lines of checks that an act on the collection follows in the same method. */
  private List<Integer> remaining() {
    return target
        .calls()
        .filter(call -> CHECKS.contains(call.getNameAsString()) && !target.isAtomic(call))
        .filter(check -> target.calls().anyMatch(act -> follows(act, check)))
        .map(check -> check.getRange().orElseThrow().begin.line)
        .distinct()
        .toList();
  }

  private boolean follows(MethodCallExpr act, MethodCallExpr check) {
    boolean sameMethod =
        act.findAncestor(MethodDeclaration.class)
            .filter(method -> method.isAncestorOf(check))
            .isPresent();
    return ACTS.contains(act.getNameAsString())
        && !target.isAtomic(act)
        && sameMethod
        && (check.isAncestorOf(act)
            || act.isAncestorOf(check)
            || target.file().start(act) > target.file().start(check));
  }
}
