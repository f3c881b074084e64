package dev.mendgate.fixer.iteration;

import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.type.PrimitiveType;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.analysis.Declarations;
import dev.mendgate.fixer.edit.FileEdit;
import dev.mendgate.fixer.edit.Imports;
import dev.mendgate.fixer.edit.NodeEdits;
import dev.mendgate.fixer.field.DeclaredType;
import dev.mendgate.fixer.source.ParsedFile;
import dev.mendgate.fixer.source.SourceAge;
import java.util.Optional;

/** Makes a walk go over a copy, so that its body may change the collection. */
final class SnapshotCopy {
  private final Walk walk;
  private final RuleContext context;
  private final ParsedFile file;

  SnapshotCopy(Walk walk, RuleContext context) {
    this.walk = walk;
    this.context = context;
    this.file = context.file();
  }

  /** Returns the edit; empty where a copy is walked already or the iterator itself removes. */
  Optional<FileEdit> edit() {
    boolean noCollection =
        DeclaredType.of(walk.source())
            .filter(type -> type.isArrayType() || DeclaredType.simpleName(type).equals("Iterable"))
            .isPresent();
    if (noCollection || walk.source() instanceof ObjectCreationExpr || removesThroughIterator()) {
      return Optional.empty();
    }
    Imports.TypeUse list = Imports.use("java.util.ArrayList", file, context.sources());
    String copy = "new %s%s(%s)".formatted(list.name(), argument(), file.textOf(walk.source()));
    return Optional.of(
        new NodeEdits(file).addAll(list.edits()).replace(walk.source(), copy).toFileEdit());
  }

  private boolean removesThroughIterator() {
    return walk.iterator() != null
        && walk.loop().findAll(MethodCallExpr.class).stream()
            .anyMatch(
                call ->
                    call.getNameAsString().equals("remove")
                        && call.getScope()
                            .filter(NameExpr.class::isInstance)
                            .filter(scope -> scope.toString().equals(walk.iterator()))
                            .isPresent());
  }

  private String argument() {
    VariableDeclarator element = walk.element();
    if (SourceAge.of(file).hasDiamond()) {
      return "<>";
    }
    if (walk.iterator() != null) {
      return ofIterator(walk.iterator());
    }
    if (element == null) {
      return "";
    }
    return element.getType() instanceof PrimitiveType primitive
        ? "<" + primitive.toBoxedType().getNameAsString() + ">"
        : "<" + file.textOf(element.getType()) + ">";
  }

  private String ofIterator(String name) {
    return Declarations.find(name, walk.body())
        .flatMap(found -> DeclaredType.argument(found.type(), 0))
        .filter(type -> !type.isWildcardType())
        .map(type -> "<" + type + ">")
        .orElse("");
  }
}
