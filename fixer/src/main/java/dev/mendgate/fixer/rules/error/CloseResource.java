package dev.mendgate.fixer.rules.error;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.google.auto.service.AutoService;
import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.Effect;
import dev.mendgate.fixer.Risk;
import dev.mendgate.fixer.Rule;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.analysis.Types;
import dev.mendgate.fixer.edit.FileEdit;
import dev.mendgate.fixer.edit.Style;
import dev.mendgate.fixer.edit.TextEdit;
import dev.mendgate.fixer.source.Comments;
import dev.mendgate.fixer.source.ParsedFile;
import dev.mendgate.fixer.source.SourceAge;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Closes a resource on every way out of its block, not only where all went well. */
@AutoService(Rule.class)
public final class CloseResource implements Rule {
  private static final double CONFIDENCE = 0.3;
  private static final int MAX_LINES = 40;

  @Override
  public String name() {
    return "close-resource";
  }

  @Override
  public List<CandidateFix> propose(RuleContext context) {
    if (!isExhaustion(context)) {
      return List.of();
    }
    int line = context.site().line();
    return find(context.file(), context.sources()).stream()
        .filter(
            found ->
                found.node().getRange().filter(at -> at.begin.line < line).isPresent()
                    && found
                        .node()
                        .getParentNode()
                        .flatMap(Node::getRange)
                        .filter(at -> line <= at.end.line)
                        .isPresent())
        .map(found -> fix(context, found))
        .toList();
  }

  /** An unclosed resource makes only that fail which needs one more of them. */
  private static boolean isExhaustion(RuleContext context) {
    String message = String.valueOf(context.failure().message());
    return message.contains("Too many open files")
        || message.contains("being used by another process");
  }

  private CandidateFix fix(RuleContext context, Finding found) {
    ParsedFile file = context.file();
    return new CandidateFix(
        name(),
        "Close the resource when this fails",
        "At %s:%d %s. From now on it is closed on that way, too; the failure itself still reaches the caller."
            .formatted(file.path(), context.site().line(), found.what()),
        Risk.LOW,
        CONFIDENCE,
        null,
        Effect.REPAIRS,
        List.of(new FileEdit(file.path(), file.text(), found.edits())));
  }

  /**
   * Finds locals that are created, used and closed in one block, but not in a {@code try}.
   *
   * @return each with the block rewritten to {@code try (...)}; none in files that show no source
   *     level that has it
   */
  public static List<Finding> find(ParsedFile file, RuleContext.Sources sources) {
    if (!SourceAge.of(file).hasDiamond()) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    for (BlockStmt block : file.unit().findAll(BlockStmt.class)) {
      for (Statement statement : block.getStatements()) {
        resource(statement, file, sources)
            .flatMap(local -> finding(file, block, statement, local))
            .ifPresent(findings::add);
      }
    }
    return List.copyOf(findings);
  }

  private static Optional<VariableDeclarator> resource(
      Statement statement, ParsedFile file, RuleContext.Sources sources) {
    return statement
        .toExpressionStmt()
        .map(ExpressionStmt::getExpression)
        .flatMap(Expression::toVariableDeclarationExpr)
        .map(VariableDeclarationExpr::getVariables)
        .filter(found -> found.size() == 1)
        .map(found -> found.get(0))
        .filter(
            local ->
                local.getInitializer().filter(ObjectCreationExpr.class::isInstance).isPresent())
        .filter(local -> isStream(local.getTypeAsString(), file, sources));
  }

  /** Only what holds something of the system: a closed StringReader helps nobody. */
  private static boolean isStream(String type, ParsedFile file, RuleContext.Sources sources) {
    return new Types(sources)
        .platformClass(type, file)
        .filter(AutoCloseable.class::isAssignableFrom)
        .filter(found -> !found.getSimpleName().matches("(String|CharArray|ByteArray).*"))
        .isPresent();
  }

  private static Optional<Finding> finding(
      ParsedFile file, BlockStmt block, Statement opened, VariableDeclarator local) {
    String name = local.getNameAsString();
    List<Statement> statements = block.getStatements();
    int from = statements.indexOf(opened);
    int to = -1;
    for (int i = from + 1; i < statements.size(); i++) {
      if (statements.get(i).toString().equals(name + ".close();")) {
        to = i;
      }
    }
    if (to <= from + 1 || !isOwn(block, name, statements.get(to))) {
      return Optional.empty();
    }
    List<Statement> body = statements.subList(from + 1, to);
    int lines =
        statements.get(to).getRange().orElseThrow().end.line
            - opened.getRange().orElseThrow().begin.line;
    boolean declares = body.stream().anyMatch(found -> declaresUsed(found, statements, body));
    if (declares || lines > MAX_LINES || Comments.within(statements.get(to))) {
      return Optional.empty();
    }
    return Optional.of(
        new Finding(
            opened,
            "`%s` stays open where something fails before its close".formatted(name),
            List.of(edit(file, opened, local, body, statements.get(to)))));
  }

  /** The local is closed once, never assigned anew, and never handed out for good. */
  private static boolean isOwn(BlockStmt block, String name, Statement close) {
    boolean assigned =
        block
            .findFirst(AssignExpr.class, found -> found.getTarget().toString().equals(name))
            .isPresent();
    boolean returned =
        block.findAll(NameExpr.class).stream()
            .filter(use -> use.getNameAsString().equals(name))
            .anyMatch(use -> escapes(use, close));
    long closes =
        block.findAll(MethodCallExpr.class).stream()
            .filter(call -> call.toString().equals(name + ".close()"))
            .count();
    return !assigned && !returned && closes == 1;
  }

  private static boolean escapes(NameExpr use, Statement close) {
    Node parent = use.getParentNode().orElse(null);
    boolean behind = use.getRange().orElseThrow().begin.isAfter(close.getRange().orElseThrow().end);
    return behind || !(parent instanceof MethodCallExpr);
  }

  /** Whether a local of the body is used behind it, where the new block would hide it. */
  private static boolean declaresUsed(
      Statement statement, List<Statement> statements, List<Statement> body) {
    return statement.isLocalClassDeclarationStmt()
        || statement
            .toExpressionStmt()
            .map(ExpressionStmt::getExpression)
            .flatMap(Expression::toVariableDeclarationExpr)
            .stream()
            .flatMap(found -> found.getVariables().stream())
            .anyMatch(
                local ->
                    statements
                        .subList(
                            statements.indexOf(body.get(body.size() - 1)) + 1, statements.size())
                        .stream()
                        .anyMatch(
                            later ->
                                later
                                    .findFirst(
                                        NameExpr.class,
                                        use ->
                                            use.getNameAsString().equals(local.getNameAsString()))
                                    .isPresent()));
  }

  private static TextEdit edit(
      ParsedFile file,
      Statement opened,
      VariableDeclarator local,
      List<Statement> body,
      Statement close) {
    Style style = Style.of(file);
    String outer = file.indentation(opened.getRange().orElseThrow().begin.line);
    String eol = style.lineEnding();
    String head = file.textOf(((ExpressionStmt) opened).getExpression());
    String text =
        file.text().substring(file.start(body.get(0)), file.end(body.get(body.size() - 1)));
    String open = style.braceOnOwnLine() ? eol + outer + "{" : " {";
    return new TextEdit(
        file.start(opened),
        file.end(close),
        "try ("
            + head
            + ")"
            + open
            + eol
            + outer
            + style.indent()
            + style.shifted(text)
            + eol
            + outer
            + "}");
  }
}
