package dev.mendgate.fixer.analysis;

import com.github.javaparser.Range;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithRange;
import com.github.javaparser.ast.stmt.Statement;
import dev.mendgate.fixer.CrashSite;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The code that a frame's line may stand for: a line entry of the JVM belongs to the start of a
 * statement or to the name in a call, so an expression in the middle of a statement may be reported
 * at the line of either.
 */
public final class SiteCode {
  private final int line;
  private final List<Node> nodes = new ArrayList<>();

  private SiteCode(int line) {
    this.line = line;
  }

  /** Finds the code at a site. */
  public static SiteCode at(CrashSite site, ParsedFile file) {
    SiteCode code = new SiteCode(site.line());
    boolean inLambda = site.frame().method().startsWith("lambda$");
    file.unit()
        .walk(
            node -> {
              if (code.covers(node) && runsInLambda(node) == inLambda) {
                code.nodes.add(node);
              }
            });
    code.nodes.sort(Comparator.comparingDouble((Node node) -> -code.weight(node)));
    return code;
  }

  /** Returns expressions and statements without their children, most likely first. */
  public List<Node> nodes() {
    return List.copyOf(nodes);
  }

  /** Returns the nodes of one kind, most likely first. */
  public <T extends Node> List<T> nodes(Class<T> kind) {
    return nodes.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** Returns how well the line fits a node, from 0 to 1. */
  public double weight(Node node) {
    if (reportedLine(node) == line) {
      return 1;
    }
    boolean startsThere =
        Enclosing.statement(node)
            .flatMap(Node::getRange)
            .filter(at -> at.begin.line == line)
            .isPresent();
    return startsThere ? 0.7 : 0.4;
  }

  private boolean covers(Node node) {
    if (!(node instanceof Expression || node instanceof Statement)) {
      return false;
    }
    Optional<Range> range = headerRange(node);
    return range.isPresent() && range.get().begin.line <= line && line <= range.get().end.line;
  }

  /** From the start of the statement around a node to the end of the expression it belongs to. */
  private static Optional<Range> headerRange(Node node) {
    Optional<Range> own = node.getRange();
    if (node instanceof Statement) {
      return own.map(range -> range.withEnd(range.begin));
    }
    Optional<Range> top = Enclosing.outermost((Expression) node).getRange();
    Optional<Range> statement = Enclosing.statement(node).flatMap(Node::getRange);
    return top.map(range -> statement.map(around -> range.withBegin(around.begin)).orElse(range));
  }

  private static int reportedLine(Node node) {
    NodeWithRange<?> at = node instanceof MethodCallExpr call ? call.getName() : node;
    return at.getRange().map(range -> range.begin.line).orElse(-1);
  }

  private static boolean runsInLambda(Node node) {
    return Enclosing.boundary(node).filter(LambdaExpr.class::isInstance).isPresent();
  }
}
