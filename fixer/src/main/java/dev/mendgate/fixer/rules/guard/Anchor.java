package dev.mendgate.fixer.rules.guard;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import dev.mendgate.fixer.analysis.Declarations;
import dev.mendgate.fixer.analysis.Declarations.Kind;
import dev.mendgate.fixer.analysis.Declarations.Variable;
import dev.mendgate.fixer.analysis.Enclosing;
import dev.mendgate.fixer.edit.NodeEdits;
import dev.mendgate.fixer.edit.Style;
import dev.mendgate.fixer.edit.TextEdit;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A statement that a guard can be put before.
 *
 * @param atEntry whether it is the first statement of its method
 */
record Anchor(ParsedFile file, Statement statement, boolean atEntry) {

  /** Returns the statement that fails, if the hazard's condition can be evaluated before it. */
  static Optional<Anchor> before(Hazard hazard) {
    return Enclosing.statement(hazard.use())
        .filter(statement -> !statement.isExplicitConstructorInvocationStmt())
        .filter(statement -> isVisible(hazard, statement))
        .filter(statement -> !isLoopHeader(hazard, statement))
        .map(statement -> new Anchor(hazard.file(), statement, false))
        .filter(anchor -> anchor.isListed() || anchor.canTakeBraces());
  }

  /** Returns the start of the method, where the hazard is about a parameter nobody assigns. */
  static Optional<Anchor> entry(Hazard hazard) {
    if (!(hazard.subject() instanceof NameExpr name) || !isParameter(hazard, name)) {
      return Optional.empty();
    }
    return Enclosing.callable(name)
        .filter(method -> !isAssigned(name, method))
        .flatMap(Anchor::body)
        .flatMap(body -> body.getStatements().stream().filter(Anchor::takesGuard).findFirst())
        .filter(first -> isVisible(hazard, first))
        .map(first -> new Anchor(hazard.file(), first, true));
  }

  /** Returns the edits that put an {@code if} before the statement. */
  List<TextEdit> guard(String condition, List<String> body, Style style) {
    int start = file.start(statement);
    String indentation = file.indentation(statement.getRange().orElseThrow().begin.line);
    if (isListed()) {
      String block = style.ifBlock(indentation, condition, body);
      return List.of(new TextEdit(start, start, block + style.lineEnding() + indentation));
    }
    return braced(condition, body, style);
  }

  /** Returns the edits that put one statement before this one. */
  List<TextEdit> line(String added) {
    return new NodeEdits(file).insertBefore(statement, List.of(added)).toFileEdit().edits();
  }

  /** Gives a lone statement after {@code if (..)} or {@code else} the braces that two need. */
  private List<TextEdit> braced(String condition, List<String> body, Style style) {
    int start = file.start(statement);
    int end = file.end(statement);
    int header = headerEnd();
    int headerLine = file.lines().line(header - 1);
    String outer = file.indentation(headerLine);
    String inner = outer + style.indent();
    List<TextEdit> edits = new ArrayList<>();
    String open = style.braceOnOwnLine() ? style.lineEnding() + outer + "{" : " {";
    String block = style.ifBlock(inner, condition, body);
    edits.add(
        new TextEdit(
            header, start, open + style.lineEnding() + inner + block + style.lineEnding() + inner));
    edits.add(new TextEdit(end, end, style.lineEnding() + outer + "}"));
    return edits;
  }

  private int headerEnd() {
    int at = file.start(statement);
    while (Character.isWhitespace(file.text().charAt(at - 1))) {
      at--;
    }
    return at;
  }

  private boolean isListed() {
    Node parent = statement.getParentNode().orElse(null);
    return parent instanceof BlockStmt || parent instanceof SwitchEntry;
  }

  private boolean canTakeBraces() {
    int header = headerEnd();
    int lineStart = file.lines().start(file.lines().line(header - 1));
    boolean elseIf =
        statement.isIfStmt()
            && statement.getParentNode().orElse(null) instanceof Statement parent
            && parent.isIfStmt()
            && parent.asIfStmt().getElseStmt().filter(statement::equals).isPresent();
    boolean labelled =
        statement.getParentNode().orElse(null) instanceof Statement parent
            && parent.isLabeledStmt();
    return !elseIf && !labelled && !file.text().substring(lineStart, header).contains("//");
  }

  private static Optional<BlockStmt> body(CallableDeclaration<?> method) {
    return method instanceof MethodDeclaration named
        ? named.getBody()
        : Optional.of(((ConstructorDeclaration) method).getBody());
  }

  private static boolean takesGuard(Statement statement) {
    return !statement.isExplicitConstructorInvocationStmt();
  }

  private static boolean isParameter(Hazard hazard, NameExpr name) {
    return hazard.types().variable(name).filter(found -> found.kind() == Kind.PARAMETER).isPresent()
        && Enclosing.callable(name)
            .flatMap(method -> method.getParameterByName(name.getNameAsString()))
            .isPresent();
  }

  /** A name of the condition must mean the same before the statement. */
  private static boolean isVisible(Hazard hazard, Statement statement) {
    return hazard.parts().stream()
        .flatMap(part -> part.findAll(NameExpr.class).stream())
        .allMatch(
            name -> {
              Optional<Variable> here = hazard.types().variable(name);
              Optional<Variable> there = Declarations.find(name.getNameAsString(), statement);
              boolean inherited = here.isEmpty() || here.get().kind() == Kind.FIELD;
              return inherited
                  || (there.filter(found -> found.node() == here.get().node()).isPresent()
                      && hazard.file().start(there.get().node()) < hazard.file().start(statement));
            });
  }

  /** A header runs again and again; a guard before the loop would see the first time only. */
  private static boolean isLoopHeader(Hazard hazard, Statement statement) {
    boolean loop = statement.isWhileStmt() || statement.isForStmt() || statement.isDoStmt();
    return loop
        && hazard.parts().stream()
            .flatMap(part -> part.findAll(NameExpr.class).stream())
            .anyMatch(name -> isAssigned(name, statement));
  }

  static boolean isAssigned(NameExpr name, Node within) {
    String text = name.getNameAsString();
    return within.findFirst(AssignExpr.class, found -> isName(found.getTarget(), text)).isPresent()
        || within
            .findFirst(
                UnaryExpr.class,
                found -> changes(found.getOperator()) && isName(found.getExpression(), text))
            .isPresent();
  }

  private static boolean changes(UnaryExpr.Operator operator) {
    return operator == UnaryExpr.Operator.PREFIX_INCREMENT
        || operator == UnaryExpr.Operator.PREFIX_DECREMENT
        || operator == UnaryExpr.Operator.POSTFIX_INCREMENT
        || operator == UnaryExpr.Operator.POSTFIX_DECREMENT;
  }

  private static boolean isName(Expression expression, String name) {
    return expression instanceof NameExpr found && found.getNameAsString().equals(name);
  }
}
