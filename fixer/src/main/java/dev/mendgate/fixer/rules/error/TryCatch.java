package dev.mendgate.fixer.rules.error;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.type.Type;
import com.github.javaparser.ast.type.UnionType;
import dev.mendgate.fixer.analysis.Declarations;
import dev.mendgate.fixer.edit.Style;
import dev.mendgate.fixer.edit.TextEdit;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Puts one statement into a {@code try} block; a local it declares stays visible behind it. */
public final class TryCatch {
  private static final int MAX_LINES = 12;
  private static final List<String> PARAMETERS = List.of("e", "ex", "cause", "failure");

  private final ParsedFile file;
  private final Statement statement;

  private TryCatch(ParsedFile file, Statement statement) {
    this.file = file;
    this.statement = statement;
  }

  /** Returns the wrapping of a statement; empty for one that cannot be wrapped as it stands. */
  public static Optional<TryCatch> around(ParsedFile file, Statement statement) {
    Node parent = statement.getParentNode().orElse(null);
    boolean listed = parent instanceof BlockStmt || parent instanceof SwitchEntry;
    int lines = statement.getRange().map(at -> at.end.line - at.begin.line + 1).orElse(0);
    boolean fits = statement.isExpressionStmt() || statement.isReturnStmt() || statement.isIfStmt();
    return listed && fits && lines <= MAX_LINES && isSplittable(statement)
        ? Optional.of(new TryCatch(file, statement))
        : Optional.empty();
  }

  private static boolean isSplittable(Statement statement) {
    if (declaration(statement).isEmpty()) {
      return true;
    }
    VariableDeclarationExpr declaration = declaration(statement).get();
    return declaration.getVariables().size() == 1
        && declaration.getVariable(0).getInitializer().isPresent()
        && !declaration.getVariable(0).getInitializer().get().isArrayInitializerExpr()
        && !declaration.getElementType().isVarType()
        && declaration.getAnnotations().isEmpty();
  }

  private static Optional<VariableDeclarationExpr> declaration(Statement statement) {
    return statement.isExpressionStmt()
        ? statement.asExpressionStmt().getExpression().toVariableDeclarationExpr()
        : Optional.empty();
  }

  /** Whether the statement declares a local, which then needs a value on every path. */
  public boolean declaresLocal() {
    return declaration(statement).isPresent();
  }

  /** Returns a name for the exception that means nothing else there. */
  public String parameter() {
    return PARAMETERS.stream()
        .filter(name -> Declarations.find(name, statement).isEmpty())
        .filter(
            name ->
                statement
                    .findFirst(NameExpr.class, found -> found.getNameAsString().equals(name))
                    .isEmpty())
        .findFirst()
        .orElse("unexpected");
  }

  /** Returns the edit that wraps the statement. */
  public TextEdit with(String exceptionType, String parameter, List<String> handler) {
    Style style = Style.of(file);
    String outer = file.indentation(statement.getRange().orElseThrow().begin.line);
    String inner = outer + style.indent();
    String eol = style.lineEnding();
    String gap = style.braceOnOwnLine() ? eol + outer : " ";
    StringBuilder out = new StringBuilder();
    declaration(statement).ifPresent(local -> out.append(head(local)).append(eol).append(outer));
    out.append("try").append(gap).append('{').append(eol).append(inner);
    out.append(style.shifted(body())).append(eol).append(outer).append('}').append(gap);
    out.append("catch (").append(exceptionType).append(' ').append(parameter).append(')');
    out.append(gap).append('{').append(eol);
    handler.forEach(line -> out.append(inner).append(line).append(eol));
    out.append(outer).append('}');
    return new TextEdit(file.start(statement), file.end(statement), out.toString());
  }

  private String head(VariableDeclarationExpr local) {
    VariableDeclarator variable = local.getVariable(0);
    int end = file.start(variable.getInitializer().orElseThrow());
    String text = file.text().substring(file.start(local), end).stripTrailing();
    return text.substring(0, text.length() - 1).stripTrailing() + ";";
  }

  private String body() {
    return declaration(statement)
        .map(local -> local.getVariable(0))
        .map(
            variable -> {
              Expression value = variable.getInitializer().orElseThrow();
              return variable.getNameAsString()
                  + " = "
                  + file.text().substring(file.start(value), file.end(statement));
            })
        .orElseGet(() -> file.textOf(statement));
  }

  /** Whether a node lies in a {@code try} block that catches one of these types by simple name. */
  public static boolean isCaught(Node node, Set<String> simpleTypes) {
    Node child = node;
    while (child.getParentNode().isPresent()) {
      Node parent = child.getParentNode().get();
      if (parent instanceof TryStmt block
          && block.getTryBlock() == child
          && block.getCatchClauses().stream().anyMatch(clause -> catches(clause, simpleTypes))) {
        return true;
      }
      child = parent;
    }
    return false;
  }

  /** Whether a clause catches one of these types. */
  public static boolean catches(CatchClause clause, Set<String> simpleTypes) {
    return types(clause)
        .map(type -> type.asString().substring(type.asString().lastIndexOf('.') + 1))
        .anyMatch(simpleTypes::contains);
  }

  private static Stream<Type> types(CatchClause clause) {
    Type type = clause.getParameter().getType();
    return type instanceof UnionType union
        ? union.getElements().stream().map(one -> (Type) one)
        : Stream.of(type);
  }
}
