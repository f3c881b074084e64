package dev.mendgate.fixer.concurrency;

import com.github.javaparser.ast.Modifier;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.SynchronizedStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import com.google.auto.service.AutoService;
import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.Risk;
import dev.mendgate.fixer.Rule;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.analysis.SiteCode;
import dev.mendgate.fixer.edit.NodeEdits;
import dev.mendgate.fixer.field.Assignments;
import dev.mendgate.fixer.field.Field;
import dev.mendgate.fixer.field.Scopes;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Lets a thread see what another one wrote: a value that is created once, or a flag that stops. */
@AutoService(Rule.class)
public final class VolatileWhereShared implements Rule {
  @Override
  public String name() {
    return "volatile-where-shared";
  }

  @Override
  public List<CandidateFix> propose(RuleContext context) {
    boolean nothingThrown = context.failure().exceptionType().isEmpty();
    boolean halfMade =
        context.failure().simpleType().equals("NullPointerException")
            && ThreadEntry.of(context).isPresent();
    if (!(nothingThrown || halfMade) || context.site().depth() != 0) {
      return List.of();
    }
    List<Node> here = SiteCode.at(context.site(), context.file()).nodes();
    return in(context.file()).stream()
        .filter(weakness -> here.stream().anyMatch(node -> names(node, weakness)))
        .map(weakness -> weakness.fix().withConfidence(nothingThrown ? 0.6 : 0.3))
        .toList();
  }

  private static boolean names(Node node, Weakness weakness) {
    return node instanceof Expression expression
        && Field.of(expression).filter(field -> field.variable() == weakness.at()).isPresent();
  }

  /** Finds such fields in a file. */
  public List<Weakness> in(ParsedFile file) {
    return file.unit().findAll(FieldDeclaration.class).stream()
        .filter(found -> !found.isVolatile() && !found.isFinal())
        .filter(found -> found.getVariables().size() == 1)
        .flatMap(found -> Field.at(found.getVariable(0)).stream())
        .flatMap(field -> weakness(field, file).stream())
        .toList();
  }

  private Optional<Weakness> weakness(Field field, ParsedFile file) {
    if (isCheckedTwice(field)) {
      return Optional.of(
          found(
              field,
              file,
              "is looked at without the lock that guards its creation. Without volatile a thread may see the object before it sees what its constructor wrote",
              0.9));
    }
    return stopsALoop(field)
        ? Optional.of(
            found(
                field,
                file,
                "ends a loop that runs in a thread of its own, and another thread sets it. Without volatile the loop may never see that",
                0.85))
        : Optional.empty();
  }

  private Weakness found(Field field, ParsedFile file, String why, double confidence) {
    int at = file.start(field.type());
    CandidateFix fix =
        new CandidateFix(
            name(),
            "Make " + field.name() + " volatile",
            "`%s` %s.".formatted(field.name(), why),
            Risk.LOW,
            confidence,
            null,
            List.of(new NodeEdits(file).replace(at, at, "volatile ").toFileEdit()));
    return new Weakness(field.variable(), fix);
  }

  /** {@code if (f == null) synchronized (…) { if (f == null) f = …; }}, or through a local. */
  private static boolean isCheckedTwice(Field field) {
    return !field.type().isPrimitiveType()
        && Assignments.of(field).all().stream()
            .map(assign -> assign.findAncestor(SynchronizedStmt.class))
            .flatMap(Optional::stream)
            .filter(lock -> checks(lock, field))
            .anyMatch(lock -> isUnderCheck(lock, field));
  }

  private static boolean checks(SynchronizedStmt lock, Field field) {
    return lock.findFirst(IfStmt.class, check -> asksForNull(check.getCondition(), field))
        .isPresent();
  }

  private static boolean isUnderCheck(SynchronizedStmt lock, Field field) {
    return Stream.iterate(
                lock.getParentNode(),
                Optional::isPresent,
                node -> node.flatMap(Node::getParentNode))
            .flatMap(Optional::stream)
            .takeWhile(node -> !(node instanceof BodyDeclaration<?>))
            .filter(node -> !(node instanceof SynchronizedStmt))
            .anyMatch(
                node -> node instanceof IfStmt check && asksForNull(check.getCondition(), field))
        && lock.findAncestor(MethodDeclaration.class)
            .filter(method -> !method.isSynchronized())
            .isPresent();
  }

  private static boolean asksForNull(Expression condition, Field field) {
    return condition
        .findFirst(
            BinaryExpr.class,
            test ->
                test.getOperator() == BinaryExpr.Operator.EQUALS
                    && test.getRight().isNullLiteralExpr()
                    && isValueOf(test.getLeft(), field))
        .isPresent();
  }

  private static boolean isValueOf(Expression expression, Field field) {
    if (field.isNamedBy(expression)) {
      return true;
    }
    return expression instanceof NameExpr name
        && Scopes.declaration(name.getNameAsString(), name)
            .filter(VariableDeclarator.class::isInstance)
            .flatMap(local -> ((VariableDeclarator) local).getInitializer())
            .filter(field::isNamedBy)
            .isPresent();
  }

  private static boolean stopsALoop(Field field) {
    return field.isPrivate()
        && field.type().asString().equals("boolean")
        && field.references().stream().anyMatch(VolatileWhereShared::endsLoopOfThread)
        && Assignments.of(field).all().stream()
            .filter(VolatileWhereShared::isOutsideOfLocks)
            .anyMatch(
                assign ->
                    assign
                        .findAncestor(MethodDeclaration.class)
                        .filter(method -> !method.getNameAsString().equals("run"))
                        .isPresent());
  }

  private static boolean endsLoopOfThread(Expression use) {
    boolean inHeader =
        use.findAncestor(WhileStmt.class).filter(loop -> isIn(loop.getCondition(), use)).isPresent()
            || use.findAncestor(DoStmt.class)
                .filter(loop -> isIn(loop.getCondition(), use))
                .isPresent();
    return inHeader
        && isOutsideOfLocks(use)
        && use.findAncestor(CallableDeclaration.class)
            .filter(VolatileWhereShared::runsInThread)
            .isPresent();
  }

  private static boolean isIn(Expression condition, Expression use) {
    return condition == use || condition.isAncestorOf(use);
  }

  private static boolean isOutsideOfLocks(Node node) {
    return node.findAncestor(SynchronizedStmt.class).isEmpty()
        && node.findAncestor(CallableDeclaration.class)
            .filter(
                method ->
                    !((CallableDeclaration<?>) method).hasModifier(Modifier.Keyword.SYNCHRONIZED))
            .isPresent();
  }

  private static boolean runsInThread(Node callable) {
    return callable instanceof MethodDeclaration method
        && method.getNameAsString().equals("run")
        && method.getParameters().isEmpty()
        && method
            .getParentNode()
            .filter(
                type ->
                    type instanceof ClassOrInterfaceDeclaration owner
                        && Stream.concat(
                                owner.getExtendedTypes().stream(),
                                owner.getImplementedTypes().stream())
                            .anyMatch(
                                found ->
                                    found.getNameAsString().matches("Thread|Runnable|TimerTask")))
            .isPresent();
  }
}
