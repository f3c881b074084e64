package dev.mendgate.fixer.analysis;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import dev.mendgate.fixer.Frame;
import dev.mendgate.fixer.analysis.NullMessage.Use;
import java.util.List;

/** Finds the calls at a site that entered the next frame. */
public final class Calls {
  private Calls() {}

  /**
   * A call of any kind.
   *
   * @param node the call, creation, or explicit constructor invocation
   */
  public record Call(Node node, List<Expression> arguments) {
    public Call {
      arguments = List.copyOf(arguments);
    }

    /** Returns what happens to one of the arguments here. */
    public Dereference passing(Expression argument) {
      int line = argument.getRange().map(range -> range.begin.line).orElse(1);
      return new Dereference(argument, node, Use.INVOKE, null, line);
    }
  }

  /** Returns the calls at a site that can have entered a frame, most likely first. */
  public static List<Call> to(Frame inner, SiteCode code) {
    boolean constructor = inner.method().equals("<init>");
    return code.nodes().stream()
        .filter(node -> constructor ? creates(node, inner) : calls(node, inner))
        .map(Calls::call)
        .toList();
  }

  private static boolean calls(Node node, Frame inner) {
    return node instanceof MethodCallExpr call && call.getNameAsString().equals(inner.method());
  }

  private static boolean creates(Node node, Frame inner) {
    String simple =
        inner
            .className()
            .substring(
                1
                    + Math.max(
                        inner.className().lastIndexOf('.'), inner.className().lastIndexOf('$')));
    return node instanceof ExplicitConstructorInvocationStmt
        || (node instanceof ObjectCreationExpr creation
            && creation.getType().getNameAsString().equals(simple));
  }

  private static Call call(Node node) {
    if (node instanceof MethodCallExpr call) {
      return new Call(node, call.getArguments());
    }
    if (node instanceof ObjectCreationExpr creation) {
      return new Call(node, creation.getArguments());
    }
    return new Call(node, ((ExplicitConstructorInvocationStmt) node).getArguments());
  }
}
