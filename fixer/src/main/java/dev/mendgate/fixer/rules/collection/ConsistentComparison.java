package dev.mendgate.fixer.rules.collection;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.google.auto.service.AutoService;
import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.Risk;
import dev.mendgate.fixer.Rule;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.analysis.ExpressionTypes;
import dev.mendgate.fixer.analysis.SiteCode;
import dev.mendgate.fixer.analysis.Types;
import dev.mendgate.fixer.concurrency.Weakness;
import dev.mendgate.fixer.edit.NodeEdits;
import dev.mendgate.fixer.field.DeclaredType;
import dev.mendgate.fixer.source.ParsedFile;
import dev.mendgate.fixer.source.SourceAge;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Makes comparisons agree with each other that overflow, or never call two values equal. */
@AutoService(Rule.class)
public final class ConsistentComparison implements Rule {
  private static final Map<String, String> BOXES =
      Map.of(
          "int", "Integer",
          "long", "Long",
          "double", "Double",
          "float", "Float",
          "short", "Short",
          "byte", "Byte",
          "char", "Character");
  private static final Set<String> COMPARING = Set.of("compare", "compareTo");

  @Override
  public String name() {
    return "consistent-comparison";
  }

  @Override
  public List<CandidateFix> propose(RuleContext context) {
    boolean applies =
        context.failure().exceptionType().equals("java.lang.IllegalArgumentException")
            && context.failure().frames().stream()
                .limit(6)
                .anyMatch(frame -> frame.className().matches("java\\.util\\.(Comparable)?TimSort"))
            && context.site().depth() == 0;
    return applies
        ? files(context)
            .flatMap(file -> in(file, context.sources()).stream())
            .map(Weakness::fix)
            .limit(3)
            .toList()
        : List.of();
  }

  /** Finds such comparisons in a file, whether they failed or not. */
  public List<Weakness> in(ParsedFile file, RuleContext.Sources sources) {
    ExpressionTypes types = new ExpressionTypes(file, new Types(sources));
    return results(file).flatMap(result -> weakness(result, file, types).stream()).toList();
  }

  /** Returns the site's file and those of the types its sorting statement names. */
  private static Stream<ParsedFile> files(RuleContext context) {
    List<ParsedFile> files = new ArrayList<>(List.of(context.file()));
    Types types = new Types(context.sources());
    ExpressionTypes expressions = ExpressionTypes.of(context);
    for (MethodCallExpr call :
        SiteCode.at(context.site(), context.file()).nodes(MethodCallExpr.class)) {
      Stream<Expression> involved =
          Stream.concat(call.getScope().stream(), call.getArguments().stream());
      involved
          .flatMap(
              used ->
                  Stream.concat(
                      DeclaredType.argument(used, 0).map(Node::toString).stream(),
                      expressions.of(used).map(name -> name.replace("[]", "")).stream()))
          .flatMap(name -> types.declared(name, context.file()).stream())
          .map(Types.Declared::file)
          .filter(file -> !files.contains(file))
          .forEach(files::add);
    }
    return files.stream();
  }

  private static Stream<Expression> results(ParsedFile file) {
    Stream<Expression> ofMethods =
        file.unit().findAll(MethodDeclaration.class).stream()
            .filter(method -> COMPARING.contains(method.getNameAsString()))
            .filter(method -> method.getType().asString().equals("int"))
            .flatMap(method -> method.findAll(ReturnStmt.class).stream())
            .flatMap(exit -> exit.getExpression().stream());
    Stream<Expression> ofLambdas =
        file.unit().findAll(LambdaExpr.class).stream()
            .filter(ConsistentComparison::isSortingLambda)
            .flatMap(ConsistentComparison::results);
    return Stream.concat(ofMethods, ofLambdas);
  }

  private static boolean isSortingLambda(LambdaExpr lambda) {
    return lambda.getParameters().size() == 2
        && lambda.getParentNode().orElse(null) instanceof MethodCallExpr call
        && Set.of("sort", "sorted", "max", "min").contains(call.getNameAsString());
  }

  private static Stream<Expression> results(LambdaExpr lambda) {
    return lambda.getBody() instanceof ExpressionStmt body
        ? Stream.of(body.getExpression())
        : lambda.getBody().findAll(ReturnStmt.class).stream()
            .flatMap(exit -> exit.getExpression().stream());
  }

  private Optional<Weakness> weakness(Expression result, ParsedFile file, ExpressionTypes types) {
    Expression plain = plain(result);
    if (plain instanceof BinaryExpr difference
        && difference.getOperator() == BinaryExpr.Operator.MINUS) {
      return compared(difference.getLeft(), difference.getRight(), types)
          .filter(box -> !box.equals("Short") && !box.equals("Byte") && !box.equals("Character"))
          .map(
              box ->
                  found(
                      result,
                      box,
                      List.of(difference.getLeft(), difference.getRight()),
                      "the difference of two values overflows where they lie far apart, and then says the wrong order",
                      file));
    }
    return plain instanceof ConditionalExpr choice && choice.getCondition() instanceof BinaryExpr
        ? neverEqual(result, choice, file, types)
        : Optional.empty();
  }

  /** {@code a < b ? -1 : 1}: two equal values each come before the other. */
  private Optional<Weakness> neverEqual(
      Expression result, ConditionalExpr choice, ParsedFile file, ExpressionTypes types) {
    BinaryExpr test = choice.getCondition().asBinaryExpr();
    boolean less =
        test.getOperator() == BinaryExpr.Operator.LESS
            || test.getOperator() == BinaryExpr.Operator.LESS_EQUALS;
    boolean greater =
        test.getOperator() == BinaryExpr.Operator.GREATER
            || test.getOperator() == BinaryExpr.Operator.GREATER_EQUALS;
    String then = choice.getThenExpr().toString();
    String otherwise = choice.getElseExpr().toString();
    boolean rising = then.equals("-1") && otherwise.equals("1");
    boolean falling = then.equals("1") && otherwise.equals("-1");
    if (!(less || greater) || !(rising || falling)) {
      return Optional.empty();
    }
    boolean inOrder = less == rising;
    Expression first = inOrder ? test.getLeft() : test.getRight();
    Expression second = inOrder ? test.getRight() : test.getLeft();
    return compared(first, second, types)
        .map(
            box ->
                found(
                    result,
                    box,
                    List.of(first, second),
                    "it never calls two values equal, so of two equal ones each comes before the other",
                    file));
  }

  private static Optional<String> compared(
      Expression one, Expression other, ExpressionTypes types) {
    Optional<String> first = types.of(plain(one)).filter(BOXES::containsKey);
    Optional<String> second = types.of(plain(other)).filter(BOXES::containsKey);
    return first.filter(type -> second.filter(type::equals).isPresent()).map(BOXES::get);
  }

  private Weakness found(
      Expression result, String box, List<Expression> values, String why, ParsedFile file) {
    String first = file.textOf(plain(values.get(0)));
    String second = file.textOf(plain(values.get(1)));
    boolean old = SourceAge.of(file).release() < 7;
    String text =
        old
            ? "%s.valueOf(%s).compareTo(%s.valueOf(%s))".formatted(box, first, box, second)
            : "%s.compare(%s, %s)".formatted(box, first, second);
    String where =
        result
            .findAncestor(TypeDeclaration.class)
            .map(type -> ((TypeDeclaration<?>) type).getNameAsString())
            .orElse(file.path());
    CandidateFix fix =
        new CandidateFix(
            name(),
            "Compare with " + box + (old ? ".compareTo" : ".compare") + " in " + where,
            "A sort fails where a comparison contradicts itself, and `%s` does: %s. The patch gives the order of the values themselves."
                .formatted(file.textOf(result), why),
            Risk.LOW,
            0.85,
            null,
            List.of(new NodeEdits(file).replace(result, text).toFileEdit()));
    return new Weakness(result, fix);
  }

  private static Expression plain(Expression expression) {
    return expression instanceof EnclosedExpr enclosed ? plain(enclosed.getInner()) : expression;
  }
}
