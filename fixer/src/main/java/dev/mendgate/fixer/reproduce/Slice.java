package dev.mendgate.fixer.reproduce;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.TryStmt;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The beginning of an existing test, up to a call, without its expectations: what an assertion
 * calls is called still, what it compares is left out.
 *
 * @param file the test's file
 * @param call the call it ends with
 * @param pieces statements and expressions in order
 */
record Slice(ParsedFile file, Node call, List<Node> pieces) {
  private static final Pattern EXPECTATION =
      Pattern.compile("(?:assert|fail|verify|expect)\\w*|then");

  Slice {
    pieces = List.copyOf(pieces);
  }

  /** Cuts a test method; empty where the call stands where it cannot be cut out. */
  static Optional<Slice> of(ParsedFile file, BlockStmt body, Node call) {
    List<Node> pieces = new ArrayList<>();
    return flatten(body.getStatements(), call, pieces)
        ? Optional.of(new Slice(file, call, pieces))
        : Optional.empty();
  }

  private static boolean flatten(List<Statement> statements, Node call, List<Node> out) {
    for (Statement statement : statements) {
      boolean holds = statement.isAncestorOf(call);
      if (isExpectation(statement)) {
        if (holds) {
          return onlyTheCall(statement, call, out);
        }
        keepCalls((MethodCallExpr) ((ExpressionStmt) statement).getExpression(), out);
      } else if (holds) {
        return into(statement, call, out);
      } else if (statement instanceof ReturnStmt) {
        return false;
      } else {
        out.add(statement);
      }
    }
    return false;
  }

  private static boolean into(Statement statement, Node call, List<Node> out) {
    if (statement instanceof BlockStmt block) {
      return flatten(block.getStatements(), call, out);
    }
    if (statement instanceof TryStmt attempt) {
      if (!attempt.getTryBlock().isAncestorOf(call)) {
        return false;
      }
      out.addAll(attempt.getResources());
      return flatten(attempt.getTryBlock().getStatements(), call, out);
    }
    if (statement instanceof ReturnStmt || statement instanceof ExpressionStmt) {
      // What becomes of the result does not matter, and its type may not fit a changed call.
      return onlyTheCall(statement, call, out);
    }
    return out.add(statement);
  }

  private static boolean isExpectation(Statement statement) {
    return statement instanceof ExpressionStmt expression
        && expression.getExpression() instanceof MethodCallExpr call
        && EXPECTATION.matcher(root(call).getNameAsString()).matches();
  }

  /** Returns the first call of a chain such as {@code assertThat(x).isNull()}. */
  private static MethodCallExpr root(MethodCallExpr call) {
    MethodCallExpr at = call;
    while (at.getScope().orElse(null) instanceof MethodCallExpr inner) {
      at = inner;
    }
    return at;
  }

  private static boolean onlyTheCall(Statement statement, Node call, List<Node> out) {
    Optional<LambdaExpr> lambda =
        statement.findFirst(LambdaExpr.class, candidate -> candidate.isAncestorOf(call));
    if (lambda.isPresent() && lambda.get().getBody() instanceof BlockStmt block) {
      return flatten(block.getStatements(), call, out);
    }
    return out.add(call);
  }

  private static void keepCalls(MethodCallExpr expectation, List<Node> out) {
    for (Expression argument : root(expectation).getArguments()) {
      if (argument instanceof LambdaExpr) {
        continue;
      }
      argument
          .findFirst(
              Expression.class, e -> e instanceof MethodCallExpr || e instanceof ObjectCreationExpr)
          .ifPresent(out::add);
    }
  }

  /** Writes the pieces, with some nodes replaced by other code. */
  List<String> statements(Map<Node, String> replacements) {
    List<String> written = new ArrayList<>();
    for (Node piece : pieces) {
      String text = text(piece, replacements);
      written.add(piece instanceof Statement ? text : text + ";");
    }
    return written;
  }

  private String text(Node node, Map<Node, String> replacements) {
    List<Node> inside =
        replacements.keySet().stream()
            .filter(replaced -> node == replaced || node.isAncestorOf(replaced))
            .sorted(Comparator.comparingInt(file::start))
            .toList();
    StringBuilder out = new StringBuilder();
    int from = file.start(node);
    for (Node replaced : inside) {
      out.append(file.text(), from, file.start(replaced)).append(replacements.get(replaced));
      from = file.end(replaced);
    }
    return out.append(file.text(), from, file.end(node)).toString();
  }

  List<Expression> arguments() {
    if (call instanceof MethodCallExpr method) {
      return method.getArguments();
    }
    return call instanceof ObjectCreationExpr creation ? creation.getArguments() : List.of();
  }
}
