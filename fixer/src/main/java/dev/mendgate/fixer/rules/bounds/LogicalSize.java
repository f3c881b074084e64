package dev.mendgate.fixer.rules.bounds;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.google.auto.service.AutoService;
import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.Rule;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.analysis.Enclosing;
import dev.mendgate.fixer.analysis.ExpressionTypes;
import dev.mendgate.fixer.analysis.ExpressionTypes.Callee;
import dev.mendgate.fixer.analysis.SiteCode;
import dev.mendgate.fixer.analysis.Types;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Searches a buffer as far as it is filled, not as far as it could be. */
@AutoService(Rule.class)
public final class LogicalSize implements Rule {
  private static final double CONFIDENCE = 0.7;

  @Override
  public String name() {
    return "logical-size";
  }

  @Override
  public List<CandidateFix> propose(RuleContext context) {
    if (!FailedAccess.isBounds(context.failure())) {
      return List.of();
    }
    SiteCode code = SiteCode.at(context.site(), context.file());
    Set<Callee> searched = new LinkedHashSet<>();
    for (Node node : code.nodes()) {
      node.findAll(NameExpr.class).stream()
          .flatMap(name -> makers(name, context))
          .forEach(searched::add);
    }
    return searched.stream()
        .flatMap(callee -> mends(callee.file(), callee.method()).stream())
        .limit(3)
        .map(mend -> mend.fix(name(), context))
        .toList();
  }

  /** Methods of the tree whose result a local variable was given. */
  private static Stream<Callee> makers(NameExpr name, RuleContext context) {
    return Enclosing.callable(name).stream()
        .flatMap(method -> values(method, name.getNameAsString()))
        .filter(MethodCallExpr.class::isInstance)
        .map(MethodCallExpr.class::cast)
        .flatMap(call -> ExpressionTypes.of(context).callees(call).stream())
        .filter(callee -> callee.method().getTypeAsString().equals("int"));
  }

  private static Stream<Expression> values(CallableDeclaration<?> method, String name) {
    return method.findAll(VariableDeclarator.class).stream()
        .filter(local -> local.getNameAsString().equals(name))
        .flatMap(local -> local.getInitializer().stream());
  }

  private static List<Mend> mends(ParsedFile file, CallableDeclaration<?> method) {
    List<Mend> mends = new ArrayList<>();
    TypeDeclaration<?> type = Types.around(method).orElseThrow();
    for (FieldAccessExpr capacity : method.findAll(FieldAccessExpr.class)) {
      if (capacity.getNameAsString().equals("length") && bounds(capacity, method)) {
        field(capacity.getScope(), method, type)
            .flatMap(array -> filled(array, type))
            .ifPresent(size -> add(mends, file, capacity, size));
      }
    }
    return mends;
  }

  private static void add(
      List<Mend> mends, ParsedFile file, FieldAccessExpr capacity, String size) {
    String why =
        "`%s` is what the buffer could hold; what is behind `%s` was never put in or is left over, and a place found there is none. From now on only what is filled is looked at."
            .formatted(capacity, size);
    String title = "Look only as far as " + size;
    mends.add(Mend.replace(file, capacity, size, title, why, CONFIDENCE));
    Node parent = capacity.getParentNode().orElseThrow();
    if (parent instanceof BinaryExpr rest && rest.getOperator() == BinaryExpr.Operator.MINUS) {
      String last = size + " - " + file.textOf(rest.getRight()) + " + 1";
      mends.add(
          Mend.replace(file, rest, last, title + ", the last place too", why, CONFIDENCE + 0.01));
    }
  }

  /** Whether a loop ends there, directly or through a local. */
  private static boolean bounds(FieldAccessExpr capacity, CallableDeclaration<?> method) {
    Expression top = Enclosing.outermost(capacity);
    if (top instanceof BinaryExpr test && test.getOperator() == BinaryExpr.Operator.LESS) {
      return true;
    }
    return capacity
        .findAncestor(VariableDeclarator.class)
        .map(VariableDeclarator::getNameAsString)
        .filter(
            name ->
                method
                    .findFirst(
                        BinaryExpr.class,
                        test ->
                            test.getOperator() == BinaryExpr.Operator.LESS
                                && test.getRight().toString().equals(name))
                    .isPresent())
        .isPresent();
  }

  /** Returns the array field that an expression is, or is a local name of. */
  private static Optional<String> field(
      Expression array, CallableDeclaration<?> method, TypeDeclaration<?> type) {
    String name = array.toString().replaceFirst("^this\\.", "");
    Optional<Expression> alias = values(method, name).findFirst();
    String meant = alias.map(value -> value.toString().replaceFirst("^this\\.", "")).orElse(name);
    return isField(type, meant, "\\w+\\[\\]") ? Optional.of(meant) : Optional.empty();
  }

  /** Returns the int field that counts an array's elements: where the next one is put. */
  private static Optional<String> filled(String array, TypeDeclaration<?> type) {
    Stream<String> written =
        type.findAll(ArrayAccessExpr.class).stream()
            .filter(access -> access.getName().toString().endsWith(array))
            .map(ArrayAccessExpr::getIndex)
            .filter(index -> index.isUnaryExpr() && index.asUnaryExpr().isPostfix())
            .map(index -> index.asUnaryExpr().getExpression().toString());
    Stream<String> copied =
        type.findAll(MethodCallExpr.class).stream()
            .filter(call -> call.getNameAsString().matches("arraycopy|getChars"))
            .filter(call -> call.getArguments().size() >= 4)
            .filter(call -> call.getArgument(2).toString().endsWith(array))
            .map(call -> call.getArgument(3).toString());
    return Stream.concat(written, copied)
        .map(name -> name.replaceFirst("^this\\.", ""))
        .filter(name -> isField(type, name, "int"))
        .findFirst();
  }

  private static boolean isField(TypeDeclaration<?> type, String name, String kind) {
    return type.getFields().stream()
        .map(FieldDeclaration::getVariables)
        .flatMap(List::stream)
        .anyMatch(
            found -> found.getNameAsString().equals(name) && found.getTypeAsString().matches(kind));
  }
}
