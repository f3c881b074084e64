package dev.mendgate.fixer.iteration;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import dev.mendgate.fixer.Frame;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.analysis.ExpressionTypes;
import dev.mendgate.fixer.analysis.SiteCode;
import dev.mendgate.fixer.edit.FileEdit;
import dev.mendgate.fixer.edit.Imports;
import dev.mendgate.fixer.edit.NodeEdits;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Walks that the collection does itself: it calls back for each element. */
final class Callbacks {
  private static final Set<String> STREAMS = Set.of("stream", "parallelStream");

  private final RuleContext context;

  Callbacks(RuleContext context) {
    this.context = context;
  }

  /**
   * A walk over a copy.
   *
   * @param walked text of what is walked
   */
  record Copied(String walked, FileEdit edit) {}

  /** Returns the walk at the site over a copy; empty where the site holds none. */
  Optional<Copied> copied() {
    List<Frame> frames = context.failure().frames();
    int index = frames.indexOf(context.site().frame());
    if (index <= 0) {
      return Optional.empty();
    }
    String called = frames.get(index - 1).method();
    return SiteCode.at(context.site(), context.file()).nodes(MethodCallExpr.class).stream()
        .filter(call -> call.getNameAsString().equals(called))
        .flatMap(call -> walked(call).stream())
        .filter(walked -> !(walked instanceof ObjectCreationExpr))
        .findFirst()
        .map(this::copied);
  }

  /** Returns the collection at the start of a chain of calls. */
  private static Optional<Expression> walked(MethodCallExpr call) {
    if (call.getNameAsString().equals("forEach") && call.getScope().isPresent()) {
      Expression scope = call.getScope().get();
      return scope instanceof MethodCallExpr inner && isStreaming(inner)
          ? streamed(inner)
          : Optional.of(scope);
    }
    return streamed(call);
  }

  private static boolean isStreaming(MethodCallExpr call) {
    return streamed(call).isPresent();
  }

  private static Optional<Expression> streamed(MethodCallExpr call) {
    if (STREAMS.contains(call.getNameAsString()) && call.getArguments().isEmpty()) {
      return call.getScope();
    }
    return call.getScope()
        .filter(MethodCallExpr.class::isInstance)
        .flatMap(scope -> streamed(scope.asMethodCallExpr()));
  }

  private Copied copied(Expression walked) {
    boolean map =
        ExpressionTypes.of(context)
            .of(walked)
            .filter(type -> type.matches("(\\w*\\.)*\\w*Map(<.*)?"))
            .isPresent();
    String type = map ? "java.util.LinkedHashMap" : "java.util.ArrayList";
    Imports.TypeUse use = Imports.use(type, context.file(), context.sources());
    String text = context.file().textOf(walked);
    return new Copied(
        text,
        new NodeEdits(context.file())
            .addAll(use.edits())
            .replace(walked, "new " + use.name() + "<>(" + text + ")")
            .toFileEdit());
  }
}
