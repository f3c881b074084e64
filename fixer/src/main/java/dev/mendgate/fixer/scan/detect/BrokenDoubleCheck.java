package dev.mendgate.fixer.scan.detect;

import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.SynchronizedStmt;
import com.github.javaparser.ast.type.Type;
import com.google.auto.service.AutoService;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.edit.NodeEdits;
import dev.mendgate.fixer.field.Field;
import dev.mendgate.fixer.scan.Detector;
import dev.mendgate.fixer.scan.Finding;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Double-checked locking on a field that is not volatile: other threads may see it half built. */
@AutoService(Detector.class)
public final class BrokenDoubleCheck implements Detector {
  @Override
  public String rule() {
    return "broken-double-check";
  }

  @Override
  public String summary() {
    return "A field is created under double-checked locking but is not volatile.";
  }

  @Override
  public List<Finding> detect(ParsedFile file, RuleContext.Sources sources) {
    return file.unit().findAll(SynchronizedStmt.class).stream()
        .flatMap(lock -> finding(file, lock).stream())
        .toList();
  }

  private Optional<Finding> finding(ParsedFile file, SynchronizedStmt lock) {
    Optional<IfStmt> outer =
        lock.findAncestor(IfStmt.class)
            .filter(check -> check.getThenStmt().isAncestorOf(lock) || check.getThenStmt() == lock);
    Optional<Expression> tested =
        outer.flatMap(
            check -> Code.comparedWithNull(check.getCondition(), BinaryExpr.Operator.EQUALS));
    return tested
        .flatMap(Field::of)
        .filter(field -> !field.declaration().isVolatile() && !field.isFinal())
        .filter(field -> field.type().isReferenceType() && !isImmutable(field.type()))
        .filter(field -> isCreatedInside(lock, field))
        .map(
            field -> {
              Finding found =
                  Finding.at(
                      this,
                      file,
                      tested.get(),
                      0.9,
                      "%s is read outside of the lock and not volatile: a thread may see it half built"
                          .formatted(field.name()));
              int at = file.start(field.declaration().getElementType());
              return field.declaration().getVariables().size() == 1
                  ? found.fixedBy(
                      "Make " + field.name() + " volatile",
                      new NodeEdits(file).replace(at, at, "volatile ").toFileEdit())
                  : found;
            });
  }

  /** What has only final fields is safe to publish by a race. */
  private static boolean isImmutable(Type type) {
    return Set.of("String", "Integer", "Long", "Boolean", "Character", "BigInteger", "BigDecimal")
        .contains(Code.typeName(type));
  }

  private static boolean isCreatedInside(SynchronizedStmt lock, Field field) {
    return lock.findAll(IfStmt.class).stream()
        .anyMatch(
            check ->
                Code.comparedWithNull(check.getCondition(), BinaryExpr.Operator.EQUALS)
                        .filter(field::isNamedBy)
                        .isPresent()
                    && check
                        .getThenStmt()
                        .findFirst(AssignExpr.class, assign -> field.isNamedBy(assign.getTarget()))
                        .isPresent());
  }
}
