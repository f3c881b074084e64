package dev.mendgate.fixer.iteration;

import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.type.PrimitiveType;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.edit.FileEdit;
import dev.mendgate.fixer.edit.Imports;
import dev.mendgate.fixer.edit.NodeEdits;
import dev.mendgate.fixer.field.Captures;
import dev.mendgate.fixer.field.DeclaredType;
import dev.mendgate.fixer.field.Scopes;
import dev.mendgate.fixer.source.Comments;
import dev.mendgate.fixer.source.ParsedFile;
import dev.mendgate.fixer.source.SourceAge;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Rewrites the removal of a walk's current element so that the walk stays valid. */
final class Removal {
  private final Walk walk;
  private final ExpressionStmt statement;
  private final RuleContext context;
  private final ParsedFile file;

  Removal(Walk walk, ExpressionStmt statement, RuleContext context) {
    this.walk = walk;
    this.statement = statement;
    this.context = context;
    this.file = context.file();
  }

  /** Returns the walk with {@code it.remove()}; written out where it was an enhanced for. */
  Optional<FileEdit> throughIterator() {
    String named = walk.iterator();
    if (named != null) {
      return Optional.of(new NodeEdits(file).replace(statement, named + ".remove();").toFileEdit());
    }
    VariableDeclarator element = walk.element();
    return element != null && walk.loop() instanceof ForEachStmt loop
        ? Stream.of("it", "iterator", "elements")
            .filter(name -> Scopes.isFree(name, loop))
            .findFirst()
            .map(name -> writtenOut(loop, element, name))
        : Optional.empty();
  }

  private FileEdit writtenOut(ForEachStmt loop, VariableDeclarator element, String iterator) {
    NodeEdits edits = new NodeEdits(file);
    boolean inferred = element.getType().isVarType();
    Imports.TypeUse type =
        inferred
            ? new Imports.TypeUse("var", List.of())
            : Imports.use("java.util.Iterator", file, context.sources());
    String header =
        "for (%s %s = %s.iterator(); %s.hasNext(); )"
            .formatted(
                inferred ? type.name() : type.name() + argument(element),
                iterator,
                file.textOf(walk.source()),
                iterator);
    String current = file.textOf(loop.getVariable()) + " = " + iterator + ".next();";
    edits.addAll(type.edits());
    if (loop.getBody() instanceof BlockStmt block) {
      edits.replace(file.start(loop), closing(loop) + 1, header);
      edits.insertFirst(block, List.of(current));
    } else {
      edits.replace(file.start(loop), closing(loop) + 1, header);
      edits.insertBefore(loop.getBody(), List.of(current));
    }
    return edits.replace(statement, iterator + ".remove();").toFileEdit();
  }

  /** Returns the offset of the parenthesis that closes the loop's header. */
  private int closing(ForEachStmt loop) {
    return file.text().lastIndexOf(')', file.start(loop.getBody()));
  }

  private String argument(VariableDeclarator element) {
    if (element.getType() instanceof PrimitiveType primitive) {
      return "<" + primitive.toBoxedType().getNameAsString() + ">";
    }
    String written = file.textOf(element.getType());
    if (written.equals("Object")) {
      return "<?>";
    }
    int index = walk.view().filter(view -> view.equals("values")).isPresent() ? 1 : 0;
    boolean narrower =
        walk.view().filter(view -> view.equals("entrySet")).isEmpty()
            && DeclaredType.argument(walk.collection(), index)
                .filter(type -> !type.toString().equals(element.getType().toString()))
                .isPresent();
    return narrower ? "<? extends " + written + ">" : "<" + written + ">";
  }

  /** Returns the walk as one {@code removeIf}, where it does nothing but test and remove. */
  Optional<FileEdit> asRemoveIf() {
    VariableDeclarator element = walk.element();
    if (element == null
        || !(walk.loop() instanceof ForEachStmt loop)
        || SourceAge.of(file).release() < 8
        || Comments.within(loop)) {
      return Optional.empty();
    }
    return only(loop.getBody())
        .filter(IfStmt.class::isInstance)
        .map(IfStmt.class::cast)
        .filter(test -> test.getElseStmt().isEmpty())
        .filter(test -> only(test.getThenStmt()).filter(inner -> inner == statement).isPresent())
        .filter(test -> Captures.mayMoveIntoLambda(test.getCondition()))
        .map(test -> removeIf(loop, element, test.getCondition()));
  }

  private FileEdit removeIf(ForEachStmt loop, VariableDeclarator element, Expression condition) {
    String call =
        "%s.removeIf(%s -> %s);"
            .formatted(
                file.textOf(walk.source()), element.getNameAsString(), file.textOf(condition));
    return new NodeEdits(file).replace(loop, call).toFileEdit();
  }

  private static Optional<Statement> only(Statement statement) {
    if (statement instanceof BlockStmt block) {
      return block.getStatements().size() == 1
          ? Optional.of(block.getStatement(0))
          : Optional.empty();
    }
    return Optional.of(statement);
  }
}
