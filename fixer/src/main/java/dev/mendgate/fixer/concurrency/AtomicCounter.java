package dev.mendgate.fixer.concurrency;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.SynchronizedStmt;
import com.google.auto.service.AutoService;
import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.Risk;
import dev.mendgate.fixer.Rule;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.analysis.SiteCode;
import dev.mendgate.fixer.edit.Imports;
import dev.mendgate.fixer.edit.NodeEdits;
import dev.mendgate.fixer.field.Field;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes one step of adding to a number that threads share. */
@AutoService(Rule.class)
public final class AtomicCounter implements Rule {
  private static final Map<String, String> CLASSES =
      Map.of("int", "AtomicInteger", "long", "AtomicLong");

  @Override
  public String name() {
    return "atomic-counter";
  }

  @Override
  public List<CandidateFix> propose(RuleContext context) {
    boolean applies = context.failure().exceptionType().isEmpty() && context.site().depth() == 0;
    List<Node> here =
        applies ? SiteCode.at(context.site(), context.file()).nodes() : List.<Node>of();
    return applies
        ? in(context.file(), context.sources()).stream()
            .filter(weakness -> here.stream().anyMatch(node -> names(node, weakness)))
            .map(Weakness::fix)
            .toList()
        : List.of();
  }

  private static boolean names(Node node, Weakness weakness) {
    return node instanceof Expression expression
        && Field.of(expression).filter(field -> field.variable() == weakness.at()).isPresent();
  }

  /**
   * Finds volatile numbers of a file that are added to without a lock: volatile says that threads
   * share them, and keeps no update from getting lost.
   */
  public List<Weakness> in(ParsedFile file, RuleContext.Sources sources) {
    return file.unit().findAll(FieldDeclaration.class).stream()
        .filter(found -> found.isVolatile() && found.isPrivate())
        .filter(found -> found.getVariables().size() == 1)
        .flatMap(found -> Field.at(found.getVariable(0)).stream())
        .filter(field -> CLASSES.containsKey(field.type().asString()))
        .filter(field -> field.references().stream().anyMatch(AtomicCounter::isLostUpdate))
        .filter(field -> !field.hasForeignWrites())
        .flatMap(
            field ->
                swap(field, file, sources)
                    .map(edits -> new Weakness(field.variable(), fix(field, edits)))
                    .stream())
        .toList();
  }

  private CandidateFix fix(Field field, NodeEdits edits) {
    String type = CLASSES.get(field.type().asString());
    return new CandidateFix(
        name(),
        "Count " + field.name() + " with an " + type,
        "`%s` is volatile, so threads share it, and adding to it reads and writes in two steps: of two threads at once one's update is lost. With the patch it is one step."
            .formatted(field.name()),
        Risk.LOW,
        0.85,
        null,
        List.of(edits.toFileEdit()));
  }

  private static boolean isLostUpdate(Expression use) {
    Node parent = use.getParentNode().orElse(null);
    boolean updates =
        (parent instanceof UnaryExpr step && step(step).isPresent())
            || (parent instanceof AssignExpr assign
                && assign.getTarget() == use
                && assign.getOperator() != AssignExpr.Operator.ASSIGN);
    return updates
        && use.findAncestor(SynchronizedStmt.class).isEmpty()
        && use.findAncestor(MethodDeclaration.class)
            .filter(method -> !method.isSynchronized())
            .isPresent();
  }

  private static Optional<NodeEdits> swap(
      Field field, ParsedFile file, RuleContext.Sources sources) {
    String type = CLASSES.get(field.type().asString());
    Imports.TypeUse use = Imports.use("java.util.concurrent.atomic." + type, file, sources);
    NodeEdits edits = new NodeEdits(file).addAll(use.edits());
    FieldDeclaration declaration = field.declaration();
    declaration.getModifiers().stream()
        .filter(modifier -> modifier.toString().strip().equals("volatile"))
        .forEach(modifier -> edits.replace(modifier, "final"));
    edits.replace(field.type(), use.name());
    String start = field.variable().getInitializer().map(file::textOf).orElse("");
    edits.replace(
        file.end(field.variable().getName()),
        file.end(field.variable()),
        " = new %s(%s)".formatted(use.name(), start));
    for (Expression reference : field.references()) {
      if (!rewrite(reference, file, edits)) {
        return Optional.empty();
      }
    }
    return Optional.of(edits);
  }

  private static boolean rewrite(Expression reference, ParsedFile file, NodeEdits edits) {
    Node parent = reference.getParentNode().orElseThrow();
    String name = file.textOf(reference);
    if (parent instanceof UnaryExpr unary && step(unary).isPresent()) {
      edits.replace(unary, name + "." + step(unary).get() + "()");
      return true;
    }
    if (!(parent instanceof AssignExpr assign) || assign.getTarget() != reference) {
      edits.replace(reference, name + ".get()");
      return true;
    }
    boolean nested =
        assign.getValue().findAll(Expression.class).stream()
            .anyMatch(
                inner -> Field.of(inner).filter(found -> found.isNamedBy(reference)).isPresent());
    if (nested) {
      return false;
    }
    boolean statement = assign.getParentNode().orElse(null) instanceof ExpressionStmt;
    String value = file.textOf(assign.getValue());
    return switch (assign.getOperator()) {
      case ASSIGN -> statement && replaced(edits, assign, name + ".set(" + value + ")");
      case PLUS -> replaced(edits, assign, name + ".addAndGet(" + value + ")");
      case MINUS -> replaced(edits, assign, name + ".addAndGet(-(" + value + "))");
      default -> false;
    };
  }

  private static boolean replaced(NodeEdits edits, Node node, String text) {
    edits.replace(node, text);
    return true;
  }

  private static Optional<String> step(UnaryExpr unary) {
    boolean statement = unary.getParentNode().orElse(null) instanceof ExpressionStmt;
    return switch (unary.getOperator()) {
      case PREFIX_INCREMENT -> Optional.of("incrementAndGet");
      case PREFIX_DECREMENT -> Optional.of("decrementAndGet");
      case POSTFIX_INCREMENT -> Optional.of(statement ? "incrementAndGet" : "getAndIncrement");
      case POSTFIX_DECREMENT -> Optional.of(statement ? "decrementAndGet" : "getAndDecrement");
      default -> Optional.empty();
    };
  }
}
