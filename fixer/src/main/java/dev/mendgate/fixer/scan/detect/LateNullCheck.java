package dev.mendgate.fixer.scan.detect;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.expr.ArrayCreationExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.AssertStmt;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.google.auto.service.AutoService;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.analysis.Declarations;
import dev.mendgate.fixer.scan.Detector;
import dev.mendgate.fixer.scan.Finding;
import dev.mendgate.fixer.scan.Repairs;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A variable that is dereferenced before the check which says that it may be null. */
@AutoService(Detector.class)
public final class LateNullCheck implements Detector {
  @Override
  public String rule() {
    return "late-null-check";
  }

  @Override
  public String summary() {
    return "A variable is dereferenced first and checked for null afterwards.";
  }

  private static final Set<String> GUARDS =
      Set.of("guard-null-return", "guard-null-skip", "guard-null-continue", "guard-null-throw");

  @Override
  public List<Finding> detect(ParsedFile file, RuleContext.Sources sources) {
    return file.unit().findAll(BinaryExpr.class).stream()
        .flatMap(check -> unguarded(check).stream().map(use -> finding(file, sources, check, use)))
        .collect(Collectors.toMap(found -> found.place(), Function.identity(), (one, two) -> one))
        .values()
        .stream()
        .toList();
  }

  private Finding finding(
      ParsedFile file, RuleContext.Sources sources, BinaryExpr check, NameExpr use) {
    String message =
        "%s is dereferenced here, but only line %d checks whether it is null"
            .formatted(use, check.getRange().orElseThrow().begin.line);
    return Finding.at(this, file, use, 0.7, message)
        .fixedBy(Repairs.of(GUARDS, "java.lang.NullPointerException", null, file, use, sources));
  }

  private static Optional<NameExpr> unguarded(BinaryExpr check) {
    Optional<NameExpr> name =
        Code.comparedWithNull(check, BinaryExpr.Operator.EQUALS)
            .or(() -> Code.comparedWithNull(check, BinaryExpr.Operator.NOT_EQUALS))
            .filter(NameExpr.class::isInstance)
            .map(Expression::asNameExpr);
    if (name.isEmpty() || check.findAncestor(AssertStmt.class).isPresent()) {
      return Optional.empty();
    }
    return Code.local(name.get())
        .filter(variable -> mayBeNull(variable, name.get()))
        .flatMap(variable -> dereferencedBefore(check, name.get(), variable));
  }

  private static boolean mayBeNull(Declarations.Variable variable, NameExpr name) {
    boolean created =
        Code.initialiser(variable)
            .filter(
                value ->
                    value instanceof ObjectCreationExpr
                        || value instanceof ArrayCreationExpr
                        || value.isLiteralExpr()
                        || value.isBinaryExpr()
                        || value.isCastExpr())
            .isPresent();
    return !created
        && Code.method(name)
            .filter(method -> !Code.assigns(method, name.getNameAsString()))
            .isPresent();
  }

  /** Looks at the statements that always run before the check, in the blocks around it. */
  private static Optional<NameExpr> dereferencedBefore(
      BinaryExpr check, NameExpr name, Declarations.Variable variable) {
    for (Node at = check; at != variable.node() && !isEnd(at); ) {
      Node parent = at.getParentNode().orElse(null);
      if (parent == null) {
        return Optional.empty();
      }
      if (parent instanceof BlockStmt block) {
        Optional<NameExpr> found = before(block, at, name, variable);
        if (found.isPresent()) {
          return found;
        }
      }
      at = parent;
    }
    return Optional.empty();
  }

  private static boolean isEnd(Node node) {
    return node instanceof BodyDeclaration || node instanceof LambdaExpr;
  }

  private static Optional<NameExpr> before(
      BlockStmt block, Node statement, NameExpr name, Declarations.Variable variable) {
    return block.getStatements().stream()
        .takeWhile(found -> found != statement)
        .flatMap(
            found ->
                found.findAll(NameExpr.class, use -> use.equals(name)).stream()
                    .filter(Code::isDereferenced)
                    .filter(use -> Code.runsAlways(use, found))
                    .filter(
                        use ->
                            Code.local(use)
                                .filter(same -> same.node() == variable.node())
                                .isPresent()))
        .findFirst();
  }
}
