package dev.mendgate.fixer.rules.error;

import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.type.UnionType;
import com.google.auto.service.AutoService;
import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.Effect;
import dev.mendgate.fixer.Risk;
import dev.mendgate.fixer.Rule;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.analysis.Declarations;
import dev.mendgate.fixer.analysis.Declarations.Kind;
import dev.mendgate.fixer.analysis.Enclosing;
import dev.mendgate.fixer.analysis.ForeignCall;
import dev.mendgate.fixer.analysis.SiteCode;
import dev.mendgate.fixer.edit.FileEdit;
import dev.mendgate.fixer.source.Comments;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Catches a failure as the code beside it does: with the same handler. */
@AutoService(Rule.class)
public final class HandleAsSiblings implements Rule {
  private static final int MAX_STATEMENTS = 2;
  private static final int MAX_DEPTH = 1;
  private static final double SAME_CALL = 0.68;
  private static final double SAME_FAILURE = 0.55;
  private static final Set<String> TOO_WIDE = Set.of("Throwable", "Exception", "Error");

  @Override
  public String name() {
    return "handle-as-siblings";
  }

  @Override
  public List<CandidateFix> propose(RuleContext context) {
    if (context.site().depth() > MAX_DEPTH || !Failures.isAboutValue(context)) {
      return List.of();
    }
    Set<String> kinds = Failures.kinds(context.failure().exceptionType());
    int line = context.site().line();
    return SiteCode.at(context.site(), context.file()).nodes().stream()
        .flatMap(node -> Enclosing.listed(node).stream())
        .filter(
            at -> at.getRange().filter(r -> r.begin.line <= line && line <= r.end.line).isPresent())
        .findFirst()
        .filter(statement -> !TryCatch.isCaught(statement, kinds))
        .map(statement -> fixes(context, statement, kinds))
        .orElse(List.of());
  }

  private List<CandidateFix> fixes(RuleContext context, Statement statement, Set<String> kinds) {
    Optional<TryCatch> wrapping = TryCatch.around(context.file(), statement);
    Optional<CallableDeclaration<?>> method = Enclosing.callable(statement);
    if (wrapping.isEmpty() || method.isEmpty()) {
      return List.of();
    }
    Map<String, CandidateFix> fixes = new LinkedHashMap<>();
    for (TryStmt sibling : context.unit().findAll(TryStmt.class)) {
      for (CatchClause clause : sibling.getCatchClauses()) {
        if (TryCatch.catches(clause, kinds)
            && isNarrow(clause)
            && !sibling.isAncestorOf(statement)
            && fits(clause, statement, method.get(), wrapping.get())) {
          boolean sameCall = callsAlike(sibling, context);
          CandidateFix fix = fix(context, wrapping.get(), clause, sameCall);
          fixes.merge(
              fix.title(), fix, (one, two) -> two.confidence() > one.confidence() ? two : one);
        }
      }
    }
    List<CandidateFix> found = new ArrayList<>(fixes.values());
    found.sort((one, other) -> Double.compare(other.confidence(), one.confidence()));
    return found.stream().limit(2).toList();
  }

  private static boolean isNarrow(CatchClause clause) {
    return !(clause.getParameter().getType() instanceof UnionType)
        && !TOO_WIDE.contains(clause.getParameter().getTypeAsString());
  }

  /** Whether the handler leaves, means the same here, and may stand here. */
  private static boolean fits(
      CatchClause clause, Statement at, CallableDeclaration<?> method, TryCatch wrapping) {
    List<Statement> handler = clause.getBody().getStatements();
    boolean small = !handler.isEmpty() && handler.size() <= MAX_STATEMENTS;
    if (!small
        || Comments.within(clause.getBody())
        || handler.stream().anyMatch(Statement::isBlockStmt)) {
      return false;
    }
    Statement last = handler.get(handler.size() - 1);
    boolean leaves = last instanceof ReturnStmt || last instanceof ThrowStmt;
    boolean goesOn = last.isExpressionStmt() && !wrapping.declaresLocal() && at.isExpressionStmt();
    return (leaves || goesOn)
        && returnsAlike(clause, method)
        && throwsAlike(clause, method)
        && clause.getBody().findAll(NameExpr.class).stream()
            .allMatch(name -> meansTheSame(name, clause, at));
  }

  private static boolean returnsAlike(CatchClause clause, CallableDeclaration<?> method) {
    if (clause.getBody().findFirst(ReturnStmt.class).isEmpty()) {
      return true;
    }
    return Enclosing.callable(clause)
        .filter(MethodDeclaration.class::isInstance)
        .filter(MethodDeclaration.class::isInstance)
        .filter(
            other ->
                method instanceof MethodDeclaration here
                    && ((MethodDeclaration) other).getType().equals(here.getType()))
        .isPresent();
  }

  /** A handler that throws what its method declares needs a method that declares it, too. */
  private static boolean throwsAlike(CatchClause clause, CallableDeclaration<?> method) {
    if (clause.getBody().findFirst(ThrowStmt.class).isEmpty()) {
      return true;
    }
    Set<String> here =
        Set.copyOf(method.getThrownExceptions().stream().map(Object::toString).distinct().toList());
    return Enclosing.callable(clause)
        .map(
            other ->
                other.getThrownExceptions().stream().map(Object::toString).allMatch(here::contains))
        .orElse(false);
  }

  private static boolean meansTheSame(NameExpr name, CatchClause clause, Statement at) {
    String text = name.getNameAsString();
    if (text.equals(clause.getParameter().getNameAsString())) {
      return Declarations.find(text, at).isEmpty();
    }
    Optional<Declarations.Variable> there = Declarations.find(text, name);
    Optional<Declarations.Variable> here = Declarations.find(text, at);
    if (there.isEmpty()) {
      return here.isEmpty();
    }
    return here.isPresent()
        && (here.get().node() == there.get().node()
            || (here.get().kind() == Kind.PARAMETER
                && there.get().kind() == Kind.PARAMETER
                && here.get().type().equals(there.get().type())));
  }

  private static boolean callsAlike(TryStmt sibling, RuleContext context) {
    return ForeignCall.frame(context)
        .filter(
            frame ->
                sibling
                    .getTryBlock()
                    .findFirst(
                        MethodCallExpr.class, call -> call.getNameAsString().equals(frame.method()))
                    .isPresent())
        .isPresent();
  }

  private CandidateFix fix(
      RuleContext context, TryCatch wrapping, CatchClause clause, boolean sameCall) {
    ParsedFile file = context.file();
    List<String> handler = clause.getBody().getStatements().stream().map(file::textOf).toList();
    String type = file.textOf(clause.getParameter().getType());
    String parameter = clause.getParameter().getNameAsString();
    int line = clause.getRange().orElseThrow().begin.line;
    boolean throwing = clause.getBody().getStatements().getLast().orElseThrow().isThrowStmt();
    boolean returning = clause.getBody().getStatements().getLast().orElseThrow().isReturnStmt();
    return new CandidateFix(
        name(),
        "Handle %s by %s".formatted(type, handler.get(handler.size() - 1).strip()),
        ("At %s:%d a %s leaves the method, which the same file handles at line %d. From now on it is handled"
                + " here in the same way: `%s`.")
            .formatted(file.path(), context.site().line(), type, line, String.join(" ", handler)),
        throwing ? Risk.LOW : Risk.MEDIUM,
        sameCall ? SAME_CALL : SAME_FAILURE,
        thrown(clause, context),
        throwing ? Effect.THROWS : returning ? Effect.DEFAULTS : Effect.SKIPS,
        List.of(
            new FileEdit(
                file.path(), file.text(), List.of(wrapping.with(type, parameter, handler)))));
  }

  private static @Nullable String thrown(CatchClause clause, RuleContext context) {
    return clause
        .getBody()
        .getStatements()
        .getLast()
        .flatMap(Statement::toThrowStmt)
        .flatMap(found -> found.getExpression().toObjectCreationExpr())
        .map(creation -> TranslateFailure.qualified(creation.getTypeAsString(), context))
        .orElse(null);
  }
}
