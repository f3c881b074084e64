package dev.mendgate.fixer.scan.detect;

import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.google.auto.service.AutoService;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.scan.Detector;
import dev.mendgate.fixer.scan.Finding;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.List;
import java.util.Optional;

/** A method whose first step is to call itself with the arguments it was given. */
@AutoService(Detector.class)
public final class EndlessRecursion implements Detector {
  @Override
  public String rule() {
    return "endless-recursion";
  }

  @Override
  public String summary() {
    return "A method does nothing but call itself with the same arguments.";
  }

  @Override
  public List<Finding> detect(ParsedFile file, RuleContext.Sources sources) {
    return file.unit().findAll(MethodDeclaration.class).stream()
        .flatMap(
            method ->
                method.getBody().stream()
                    .filter(body -> body.getStatements().size() == 1)
                    .flatMap(body -> only(body.getStatement(0)).stream())
                    .filter(call -> isSelf(call, method))
                    .map(
                        call ->
                            Finding.at(
                                this,
                                file,
                                call,
                                0.95,
                                "%s calls itself with the same arguments and never ends"
                                    .formatted(method.getNameAsString()))))
        .toList();
  }

  private static Optional<MethodCallExpr> only(Statement statement) {
    Optional<Expression> expression =
        statement instanceof ReturnStmt exit
            ? exit.getExpression()
            : statement instanceof ExpressionStmt plain
                ? Optional.of(plain.getExpression())
                : Optional.empty();
    return expression.filter(MethodCallExpr.class::isInstance).map(Expression::asMethodCallExpr);
  }

  private static boolean isSelf(MethodCallExpr call, MethodDeclaration method) {
    boolean own =
        call.getScope().isEmpty()
            || (call.getScope().get() instanceof ThisExpr self && self.getTypeName().isEmpty());
    boolean same =
        own
            && call.getNameAsString().equals(method.getNameAsString())
            && call.getArguments().size() == method.getParameters().size();
    for (int i = 0; same && i < call.getArguments().size(); i++) {
      same =
          call.getArgument(i) instanceof NameExpr name
              && name.getNameAsString().equals(method.getParameter(i).getNameAsString())
              && !method.getParameter(i).isVarArgs();
    }
    return same;
  }
}
