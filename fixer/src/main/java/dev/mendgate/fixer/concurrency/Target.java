package dev.mendgate.fixer.concurrency;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.edit.NodeEdits;
import dev.mendgate.fixer.field.Field;
import dev.mendgate.fixer.field.Scopes;
import dev.mendgate.fixer.map.MapCall;
import dev.mendgate.fixer.source.ParsedFile;
import dev.mendgate.fixer.source.SourceAge;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The field that is made concurrent, and the edits that are collected for it. */
final class Target {
  private final Field field;
  private final RuleContext context;
  private final NodeEdits edits;
  private final Set<Node> atomic = Collections.newSetFromMap(new IdentityHashMap<>());

  Target(Field field, RuleContext context) {
    this.field = field;
    this.context = context;
    this.edits = new NodeEdits(context.file());
  }

  Field field() {
    return field;
  }

  RuleContext context() {
    return context;
  }

  ParsedFile file() {
    return context.file();
  }

  NodeEdits edits() {
    return edits;
  }

  SourceAge age() {
    return SourceAge.of(file());
  }

  String text(Node node) {
    return file().textOf(node);
  }

  /** Reads a call of a method on the field whose first argument is a key. */
  Optional<MapCall> call(Node node, String method, int arguments) {
    return MapCall.of(node, method, arguments).filter(found -> field.isNamedBy(found.map()));
  }

  /** Returns all calls of methods of the field's value, in the order of the text. */
  Stream<MethodCallExpr> calls() {
    return field.references().stream()
        .map(reference -> reference.getParentNode().orElse(null))
        .filter(MethodCallExpr.class::isInstance)
        .map(MethodCallExpr.class::cast)
        .filter(call -> call.getScope().filter(field::isNamedBy).isPresent());
  }

  /** Notes that a piece of code now does its check and its act in one step. */
  void madeAtomic(Node node) {
    node.findAll(MethodCallExpr.class).forEach(atomic::add);
  }

  boolean isAtomic(Node node) {
    return atomic.contains(node);
  }

  /** Returns a name for a lambda's parameter that means nothing else around a node. */
  String parameter(Expression at) {
    return Stream.of("k", "key", "absent")
        .filter(name -> Scopes.isFree(name, at))
        .findFirst()
        .orElse("missingKey");
  }
}
