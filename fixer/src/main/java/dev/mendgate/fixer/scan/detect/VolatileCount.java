package dev.mendgate.fixer.scan.detect;

import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.google.auto.service.AutoService;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.field.Field;
import dev.mendgate.fixer.scan.Detector;
import dev.mendgate.fixer.scan.Finding;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A volatile field that is changed by what it was before: volatile does not make that one step. */
@AutoService(Detector.class)
public final class VolatileCount implements Detector {
  @Override
  public String rule() {
    return "volatile-count";
  }

  @Override
  public String summary() {
    return "A volatile field is incremented without a lock, so counts get lost.";
  }

  private static final Set<AssignExpr.Operator> PLAIN = Set.of(AssignExpr.Operator.ASSIGN);

  @Override
  public List<Finding> detect(ParsedFile file, RuleContext.Sources sources) {
    if (!file.text().contains("volatile") || file.text().contains("NonAtomicVolatileUpdate")) {
      return List.of();
    }
    return Stream.concat(
            file.unit().findAll(UnaryExpr.class, Code::counts).stream()
                .map(found -> (Expression) found.getExpression()),
            file
                .unit()
                .findAll(AssignExpr.class, found -> !PLAIN.contains(found.getOperator()))
                .stream()
                .map(AssignExpr::getTarget))
        .filter(target -> Field.of(target).filter(VolatileCount::isSharedNumber).isPresent())
        .filter(target -> !Code.isLocked(target))
        .filter(target -> target.findAncestor(ConstructorDeclaration.class).isEmpty())
        .map(
            target ->
                Finding.at(
                    this,
                    file,
                    target.getParentNode().orElse(target),
                    0.4,
                    "%s is volatile, but reading, changing and writing it are three steps: counts get lost"
                        .formatted(target)))
        .toList();
  }

  private static boolean isSharedNumber(Field field) {
    return field.declaration().isVolatile() && field.type().isPrimitiveType();
  }
}
