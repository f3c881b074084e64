package dev.mendgate.fixer.iteration;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.analysis.Repeatable;
import dev.mendgate.fixer.analysis.SiteCode;
import dev.mendgate.fixer.edit.FileEdit;
import dev.mendgate.fixer.edit.NodeEdits;
import dev.mendgate.fixer.edit.Style;
import dev.mendgate.fixer.field.DeclaredType;
import dev.mendgate.fixer.field.Scopes;
import dev.mendgate.fixer.map.MapCall;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A {@code computeIfAbsent} whose function comes back to the same map and changes it. */
final class RecursiveComputation {
  private final RuleContext context;
  private final ParsedFile file;

  RecursiveComputation(RuleContext context) {
    this.context = context;
    this.file = context.file();
  }

  /** Returns the computation as a lookup, the function's value, and a put. */
  Optional<FileEdit> inSteps() {
    int site = context.failure().frames().indexOf(context.site().frame());
    boolean computes =
        site > 0 && context.failure().frames().get(site - 1).method().equals("computeIfAbsent");
    return computes
        ? SiteCode.at(context.site(), file).nodes(MethodCallExpr.class).stream()
            .flatMap(call -> MapCall.of(call, "computeIfAbsent", 2).stream())
            .filter(call -> Repeatable.is(call.map()) && Repeatable.is(call.key()))
            .findFirst()
            .flatMap(this::inSteps)
        : Optional.empty();
  }

  private Optional<FileEdit> inSteps(MapCall call) {
    Optional<String> value = value(call);
    Node parent = call.call().getParentNode().orElseThrow();
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (parent instanceof ReturnStmt exit && isListed(exit)) {
      Optional<String> name =
          Stream.of("value", "found", "known")
              .filter(word -> Scopes.isFree(word, exit))
              .findFirst();
      return name.flatMap(
          local ->
              DeclaredType.argument(call.map(), 1)
                  .map(type -> lines(call, type + " " + local, local, value.get()))
                  .map(lines -> replaced(exit, lines, "return " + local + ";")));
    }
    if (parent instanceof VariableDeclarator local
        && local.getParentNode().orElse(null) instanceof VariableDeclarationExpr declared
        && declared.getVariables().size() == 1
        && !declared.isFinal()
        && !local.getType().isVarType()
        && declared.getParentNode().orElse(null) instanceof ExpressionStmt statement
        && isListed(statement)
        && !isCaptured(local, statement)) {
      String name = local.getNameAsString();
      String typed = file.textOf(local.getType()) + " " + name;
      return Optional.of(replaced(statement, lines(call, typed, name, value.get()), ""));
    }
    return Optional.empty();
  }

  private static boolean isListed(Statement statement) {
    return statement.getParentNode().orElse(null) instanceof BlockStmt;
  }

  private static boolean isCaptured(VariableDeclarator local, Statement statement) {
    return statement.getParentNode().stream()
        .flatMap(block -> block.findAll(LambdaExpr.class).stream())
        .flatMap(lambda -> lambda.findAll(NameExpr.class).stream())
        .anyMatch(name -> name.getNameAsString().equals(local.getNameAsString()));
  }

  private List<String> lines(MapCall call, String typed, String local, String value) {
    String map = file.textOf(call.map());
    String key = file.textOf(call.key());
    String step = Style.of(file).indent();
    return List.of(
        "%s = %s.get(%s);".formatted(typed, map, key),
        "if (" + local + " == null) {",
        step + local + " = " + value + ";",
        step + "%s.put(%s, %s);".formatted(map, key, local),
        "}");
  }

  private FileEdit replaced(Statement statement, List<String> lines, String last) {
    String indent = file.indentation(statement.getRange().orElseThrow().begin.line);
    String text = String.join(file.lineEnding() + indent, lines);
    return new NodeEdits(file)
        .replace(statement, last.isEmpty() ? text : text + file.lineEnding() + indent + last)
        .toFileEdit();
  }

  /** Returns what the function gives for the key, as an expression. */
  private Optional<String> value(MapCall call) {
    Expression function = call.value();
    String key = file.textOf(call.key());
    if (function instanceof MethodReferenceExpr reference && reference.getScope().isThisExpr()) {
      return Optional.of(reference.getIdentifier() + "(" + key + ")");
    }
    return function instanceof LambdaExpr lambda
            && lambda.getParameters().size() == 1
            && lambda.getBody() instanceof ExpressionStmt body
        ? Optional.of(named(body.getExpression(), lambda.getParameter(0).getNameAsString(), key))
        : Optional.empty();
  }

  private String named(Expression body, String parameter, String key) {
    StringBuilder text = new StringBuilder(file.textOf(body));
    body.findAll(NameExpr.class).stream()
        .filter(name -> name.getNameAsString().equals(parameter))
        .sorted(Comparator.comparingInt((NameExpr name) -> file.start(name)).reversed())
        .forEach(
            name ->
                text.replace(
                    file.start(name) - file.start(body), file.end(name) - file.start(body), key));
    return text.toString();
  }
}
