package dev.mendgate.fixer.scan.detect;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.google.auto.service.AutoService;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.field.Field;
import dev.mendgate.fixer.scan.Detector;
import dev.mendgate.fixer.scan.Finding;
import dev.mendgate.fixer.scan.Repairs;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A for-each loop that adds to or removes from the collection it walks, and goes on. */
@AutoService(Detector.class)
public final class ChangeDuringLoop implements Detector {
  @Override
  public String rule() {
    return "change-during-loop";
  }

  @Override
  public String summary() {
    return "A collection is changed inside the loop that walks it.";
  }

  private static final Set<String> CHANGES =
      Set.of("add", "remove", "addAll", "removeAll", "clear", "put");
  private static final Set<String> TYPES =
      Set.of(
          "List",
          "ArrayList",
          "LinkedList",
          "Set",
          "HashSet",
          "LinkedHashSet",
          "TreeSet",
          "Collection",
          "Map",
          "HashMap",
          "TreeMap",
          "LinkedHashMap",
          "Vector");

  @Override
  public List<Finding> detect(ParsedFile file, RuleContext.Sources sources) {
    return file.unit().findAll(ForEachStmt.class).stream()
        .flatMap(loop -> finding(file, sources, loop).stream())
        .toList();
  }

  private Optional<Finding> finding(
      ParsedFile file, RuleContext.Sources sources, ForEachStmt loop) {
    Expression walked = walked(loop.getIterable());
    boolean named = walked instanceof NameExpr || walked instanceof FieldAccessExpr;
    if (!named || !TYPES.contains(Code.typeName(walked)) || isConcurrent(walked)) {
      return Optional.empty();
    }
    return loop.getBody()
        .findFirst(MethodCallExpr.class, call -> isChange(call, walked, loop))
        .map(
            call ->
                Finding.at(
                        this,
                        file,
                        call,
                        0.85,
                        "the loop in line %d walks %s, which changes here: its next step throws a ConcurrentModificationException"
                            .formatted(loop.getRange().orElseThrow().begin.line, walked))
                    .fixedBy(
                        Repairs.of(
                            Set.of("modification-during-iteration"),
                            "java.util.ConcurrentModificationException",
                            null,
                            file,
                            loop,
                            sources)));
  }

  private static Expression walked(Expression iterable) {
    return iterable instanceof MethodCallExpr call
            && call.getArguments().isEmpty()
            && Set.of("keySet", "values", "entrySet").contains(call.getNameAsString())
            && call.getScope().isPresent()
        ? call.getScope().get()
        : iterable;
  }

  private static boolean isConcurrent(Expression walked) {
    return Field.of(walked)
        .flatMap(field -> field.variable().getInitializer())
        .or(() -> Code.local(walked).flatMap(Code::initialiser))
        .filter(value -> value.toString().matches("(?s).*(Concurrent|CopyOnWrite).*"))
        .isPresent();
  }

  private static boolean isChange(MethodCallExpr call, Expression walked, ForEachStmt loop) {
    boolean put = call.getNameAsString().equals("put");
    return CHANGES.contains(call.getNameAsString())
        && call.getScope().filter(walked::equals).isPresent()
        && Code.isSameRun(call, loop)
        && !(put
            && call.getArguments()
                .get(0)
                .toString()
                .equals(loop.getVariable().getVariable(0).getNameAsString()))
        && !(put && loop.getIterable() != walked)
        && !leavesAfter(call, loop)
        && !Code.assigns(loop.getBody(), walked.toString());
  }

  /** Whether the loop always ends before it takes its next step. */
  private static boolean leavesAfter(Node change, ForEachStmt loop) {
    for (Node at = change; at != loop; at = at.getParentNode().orElseThrow()) {
      Node parent = at.getParentNode().orElseThrow();
      Node here = at;
      boolean returned = at instanceof ReturnStmt || at instanceof ThrowStmt;
      boolean leaves =
          parent instanceof BlockStmt block
              && block.getStatements().stream()
                  .dropWhile(statement -> statement != here)
                  .anyMatch(
                      statement ->
                          statement.isReturnStmt()
                              || statement.isThrowStmt()
                              || (statement.isBreakStmt() && !isInSwitch(block, loop)));
      if (returned || leaves) {
        return true;
      }
    }
    return false;
  }

  private static boolean isInSwitch(Node node, ForEachStmt loop) {
    return node.findAncestor(SwitchStmt.class).filter(loop::isAncestorOf).isPresent();
  }
}
