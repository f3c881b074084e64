package dev.mendgate.gateway.source.statement.scan;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithStatements;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Follows what a local text or builder holds, from its declaration to a use. */
final class Flow {
  private static final int MAX_CHANGES = 64;
  private static final Set<String> READING =
      Set.of(
          "toString", "length", "isEmpty", "charAt", "indexOf", "lastIndexOf", "substring", "get");

  private final MessageReader reader;

  Flow(MessageReader reader) {
    this.reader = reader;
  }

  /** Returns what a variable may hold where it is used. */
  List<Message> valueAt(NameExpr use, Locals.Variable variable) {
    VariableDeclarator declared = variable.declared();
    String type = declared.getTypeAsString();
    if (!Types.isText(type) && !declared.getType().isVarType() && !type.equals("var")) {
      return MessageReader.UNKNOWN;
    }
    List<NameExpr> changes = changes(variable, use);
    List<Message> start = declared.getInitializer().map(reader::read).orElse(List.of());
    if (changes.isEmpty()) {
      return start.isEmpty() ? MessageReader.UNKNOWN : start;
    }
    Node block = blockOf(declared);
    if (block == null || changes.size() > MAX_CHANGES || !block.isAncestorOf(use)) {
      return MessageReader.UNKNOWN;
    }
    List<Message> found = new Steps(reader, declared, changes).follow(block, use, start);
    return found.isEmpty() ? MessageReader.UNKNOWN : found;
  }

  /** Returns the node whose statements follow the declaration. */
  private static @Nullable Node blockOf(VariableDeclarator declared) {
    Node statement = declared.getParentNode().flatMap(Node::getParentNode).orElse(null);
    Node block =
        statement instanceof ExpressionStmt ? statement.getParentNode().orElse(null) : null;
    return block instanceof NodeWithStatements<?> ? block : null;
  }

  /** Returns the uses that may give the variable another content, but for the one asked for. */
  private static List<NameExpr> changes(Locals.Variable variable, NameExpr asked) {
    boolean mutable = !Types.isString(variable.declared().getTypeAsString());
    return variable.uses().stream()
        .filter(use -> use != asked && (isAssigned(use) || (mutable && isMutated(use))))
        .limit(MAX_CHANGES + 1L)
        .toList();
  }

  static boolean isAssigned(NameExpr use) {
    return use.getParentNode().orElse(use) instanceof AssignExpr assign
        && assign.getTarget() == use;
  }

  private static boolean isMutated(NameExpr use) {
    Node parent = use.getParentNode().orElse(use);
    if (parent instanceof MethodCallExpr call) {
      boolean read =
          call.getScope().filter(scope -> scope == use).isPresent()
              && READING.contains(call.getNameAsString());
      return !read;
    }
    return parent instanceof VariableDeclarator
        || (parent instanceof Expression
            && !(parent instanceof BinaryExpr)
            && !(parent instanceof ConditionalExpr));
  }

  /** Returns the nodes from a child of the outer node down to the inner node. */
  static Deque<Node> path(Node outer, Node inner) {
    Deque<Node> path = new ArrayDeque<>();
    for (Node at = inner; at != outer && at != null; at = at.getParentNode().orElse(null)) {
      path.push(at);
    }
    return path;
  }

  static boolean isLoop(Node node) {
    return node instanceof ForStmt
        || node instanceof ForEachStmt
        || node instanceof WhileStmt
        || node instanceof DoStmt;
  }

  /** Returns whether statements before a child of the node may or may not have run. */
  static boolean isUncertain(Node parent, Node child, Steps steps) {
    if (isLoop(parent)) {
      return steps.touches(parent);
    }
    if (parent instanceof TryStmt tried) {
      return child != tried.getTryBlock()
          && !tried.getResources().contains(child)
          && steps.touches(tried.getTryBlock());
    }
    if (child instanceof SwitchEntry entry && entry.getType() == SwitchEntry.Type.STATEMENT_GROUP) {
      return steps.touches(parent);
    }
    return false;
  }

  static List<Statement> statements(Node block) {
    return block instanceof NodeWithStatements<?> with ? with.getStatements() : List.of();
  }
}
