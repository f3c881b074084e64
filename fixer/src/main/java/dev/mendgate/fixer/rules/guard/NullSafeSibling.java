package dev.mendgate.fixer.rules.guard;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.google.auto.service.AutoService;
import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.Risk;
import dev.mendgate.fixer.Rule;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.analysis.Conditions;
import dev.mendgate.fixer.analysis.Enclosing;
import dev.mendgate.fixer.analysis.Types;
import dev.mendgate.fixer.edit.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Calls the class's own method that does the same and checks for null. */
@AutoService(Rule.class)
public final class NullSafeSibling implements Rule {
  private static final double SAME_EXPRESSION = 0.84;
  private static final double SAME_ARGUMENTS = 0.72;

  @Override
  public String name() {
    return "null-safe-sibling";
  }

  @Override
  public List<CandidateFix> propose(RuleContext context) {
    return NullGuards.propose(name(), context, NullSafeSibling::drafts);
  }

  private static List<Draft> drafts(Hazard hazard) {
    if (!(hazard.use() instanceof Expression use)) {
      return List.of();
    }
    List<Draft> drafts = new ArrayList<>();
    siblings(hazard)
        .flatMap(method -> sameExpression(hazard, use, method).stream())
        .limit(1)
        .forEach(drafts::add);
    if (use instanceof ObjectCreationExpr creation) {
      siblings(hazard)
          .flatMap(method -> sameArguments(hazard, creation, method).stream())
          .limit(1)
          .forEach(drafts::add);
    }
    return drafts;
  }

  /** Methods of the class and of its supertypes, but for the failing one. */
  private static Stream<MethodDeclaration> siblings(Hazard hazard) {
    Optional<TypeDeclaration<?>> type = Types.around(hazard.use());
    Node own = Enclosing.boundary(hazard.use()).orElse(null);
    return type.stream()
        .flatMap(
            found ->
                hazard
                    .types()
                    .types()
                    .withSupertypes(new Types.Declared(hazard.file(), found))
                    .stream()
                    .filter(owner -> owner.type() == found || owner.file() != hazard.file())
                    .flatMap(
                        owner ->
                            owner.type().getMethods().stream()
                                .filter(method -> owner.type() == found || !method.isPrivate())))
        .filter(method -> method != own);
  }

  /** {@code T m() { return x != null ? x.f() : y; }}, where {@code x.f()} fails. */
  private static Optional<Draft> sameExpression(
      Hazard hazard, Expression use, MethodDeclaration method) {
    boolean callable =
        method.getParameters().isEmpty()
            && (method.isStatic() || Enclosing.callable(use).filter(c -> c.isStatic()).isEmpty());
    if (!callable) {
      return Optional.empty();
    }
    return links(use)
        .filter(whole -> isReturnedGuarded(whole, hazard.subject(), method))
        .findFirst()
        .map(
            whole ->
                draft(hazard, whole, method.getNameAsString() + "()", method, SAME_EXPRESSION));
  }

  /** The failing expression and the chains it starts. */
  private static Stream<Expression> links(Expression use) {
    List<Expression> all = new ArrayList<>(List.of(use));
    Expression at = use;
    while (at.getParentNode().orElse(null) instanceof MethodCallExpr call
        && call.getScope().orElse(null) == at) {
      at = call;
      all.add(0, at);
    }
    return all.stream();
  }

  private static boolean isReturnedGuarded(
      Expression whole, Expression subject, MethodDeclaration method) {
    return method.findAll(ReturnStmt.class).stream()
        .flatMap(found -> found.getExpression().stream())
        .flatMap(
            value ->
                value instanceof ConditionalExpr either
                    ? Stream.of(either.getThenExpr(), either.getElseExpr())
                    : Stream.of(value))
        .filter(value -> value.toString().equals(whole.toString()))
        .anyMatch(
            value ->
                value
                    .findFirst(Expression.class, found -> found.equals(subject))
                    .filter(found -> Conditions.notNull(found).holdAt(found))
                    .isPresent());
  }

  /** {@code new T(a, B)} becomes {@code m(a, B)}, where m does just that for what is not null. */
  private static Optional<Draft> sameArguments(
      Hazard hazard, ObjectCreationExpr creation, MethodDeclaration method) {
    boolean fits =
        method.isStatic()
            && method.getType().equals(creation.getType())
            && method.getParameters().size() == creation.getArguments().size()
            && !method.getParameters().isEmpty()
            && takes(hazard, creation, method)
            && createsGuarded(creation, method);
    if (!fits) {
      return Optional.empty();
    }
    int open = hazard.file().start(creation.getArgument(0));
    int close = hazard.file().end(creation.getArgument(creation.getArguments().size() - 1));
    String call =
        method.getNameAsString() + "(" + hazard.file().text().substring(open, close) + ")";
    return Optional.of(draft(hazard, creation, call, method, SAME_ARGUMENTS));
  }

  private static boolean takes(
      Hazard hazard, ObjectCreationExpr creation, MethodDeclaration method) {
    for (int i = 0; i < creation.getArguments().size(); i++) {
      Optional<String> given = hazard.types().of(creation.getArgument(i));
      String wanted = method.getParameter(i).getTypeAsString();
      if (given.isPresent() && !simple(given.get()).equals(simple(wanted))) {
        return false;
      }
    }
    return true;
  }

  private static String simple(String type) {
    String erased = Types.erase(type);
    return erased.substring(erased.lastIndexOf('.') + 1);
  }

  private static boolean createsGuarded(ObjectCreationExpr creation, MethodDeclaration method) {
    return method.findAll(ObjectCreationExpr.class).stream()
        .filter(found -> found.getType().equals(creation.getType()))
        .filter(found -> found.getArguments().size() == creation.getArguments().size())
        .anyMatch(
            found ->
                found.getArguments().stream().allMatch(NameExpr.class::isInstance)
                    && found
                        .getArgument(0)
                        .toString()
                        .equals(method.getParameter(0).getNameAsString())
                    && Conditions.notNull(found.getArgument(0)).holdAt(found.getArgument(0)));
  }

  private static Draft draft(
      Hazard hazard, Expression whole, String call, MethodDeclaration method, double confidence) {
    return new Draft(
        "Call %s, which checks for null".formatted(method.getNameAsString()),
        "`%s` does the same and has an answer for null, at line %d of its file; from now on that answer is given here too."
            .formatted(
                method.getNameAsString(),
                method.getRange().map(range -> range.begin.line).orElse(1)),
        Risk.LOW,
        confidence,
        List.of(new TextEdit(hazard.file().start(whole), hazard.file().end(whole), call)));
  }
}
