package dev.mendgate.fixer.scan.detect;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.google.auto.service.AutoService;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.scan.Detector;
import dev.mendgate.fixer.scan.Finding;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A substring up to an index that is -1 where the text sought is missing. */
@AutoService(Detector.class)
public final class UncheckedIndexOf implements Detector {
  @Override
  public String rule() {
    return "unchecked-index-of";
  }

  @Override
  public String summary() {
    return "The result of indexOf is used as an end of substring without asking whether it is -1.";
  }

  private static final Set<String> FINDS = Set.of("indexOf", "lastIndexOf");

  @Override
  public List<Finding> detect(ParsedFile file, RuleContext.Sources sources) {
    return file.unit().findAll(MethodCallExpr.class).stream()
        .filter(
            call -> call.getNameAsString().equals("substring") && call.getArguments().size() == 2)
        .flatMap(call -> finding(file, call).stream())
        .toList();
  }

  private Optional<Finding> finding(ParsedFile file, MethodCallExpr cut) {
    Expression end = cut.getArgument(1);
    Optional<MethodCallExpr> sought =
        isFind(end)
            ? Optional.of(end.asMethodCallExpr())
            : Code.local(end)
                .flatMap(Code::initialiser)
                .filter(UncheckedIndexOf::isFind)
                .map(Expression::asMethodCallExpr)
                .filter(found -> !isLookedAt(end));
    return sought
        .filter(found -> cut.getScope().equals(found.getScope()))
        .filter(found -> !isAskedBefore(found, cut))
        .map(
            found ->
                Finding.at(
                    this,
                    file,
                    cut,
                    0.4,
                    "%s is -1 where %s is missing, and substring throws"
                        .formatted(found, found.getArgument(0))));
  }

  private static boolean isFind(Expression expression) {
    return expression instanceof MethodCallExpr call
        && FINDS.contains(call.getNameAsString())
        && !call.getArguments().isEmpty();
  }

  /** Whether the variable is used in any way but as an argument of substring. */
  private static boolean isLookedAt(Expression index) {
    return Code.method(index)
        .filter(
            method ->
                Code.assigns(method, index.toString())
                    || ((Node) method)
                        .findFirst(
                            NameExpr.class,
                            name ->
                                name.equals(index)
                                    && (name.findAncestor(BinaryExpr.class)
                                            .filter(UncheckedIndexOf::isTest)
                                            .isPresent()
                                        || name.findAncestor(SwitchStmt.class)
                                            .filter(found -> found.getSelector() == name)
                                            .isPresent()))
                        .isPresent())
        .isPresent();
  }

  private static boolean isTest(BinaryExpr found) {
    return switch (found.getOperator()) {
      case LESS, LESS_EQUALS, GREATER, GREATER_EQUALS, EQUALS, NOT_EQUALS -> true;
      default -> false;
    };
  }

  /** Any other question about the same text may rule the case out. */
  private static boolean isAskedBefore(MethodCallExpr found, MethodCallExpr cut) {
    Expression text = found.getScope().orElseThrow();
    return Code.method(cut)
        .map(
            method ->
                ((Node) method)
                    .findFirst(
                        MethodCallExpr.class,
                        call ->
                            call != found
                                && call.getScope().filter(text::equals).isPresent()
                                && call.getNameAsString()
                                    .matches(
                                        "contains|matches|startsWith|endsWith|indexOf|lastIndexOf|charAt|length|equals"))
                    .isPresent())
        .orElse(true);
  }
}
