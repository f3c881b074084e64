package dev.mendgate.fixer.rules.types;

import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.Statement;
import com.google.auto.service.AutoService;
import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.Effect;
import dev.mendgate.fixer.Risk;
import dev.mendgate.fixer.Rule;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.analysis.Declarations;
import dev.mendgate.fixer.analysis.Enclosing;
import dev.mendgate.fixer.analysis.Repeatable;
import dev.mendgate.fixer.analysis.Types;
import dev.mendgate.fixer.edit.NodeEdits;
import dev.mendgate.fixer.edit.Style;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.List;
import java.util.Optional;

/** Passes over an element of another class, in a loop that takes its elements by a call. */
@AutoService(Rule.class)
public final class PassOverOtherClass implements Rule {
  private static final List<String> NAMES = List.of("next", "element", "value", "candidate");
  private static final double CONFIDENCE = 0.55;

  @Override
  public String name() {
    return "pass-over-other-class";
  }

  @Override
  public List<CandidateFix> propose(RuleContext context) {
    return FailedCast.at(context).stream()
        .filter(cast -> !Repeatable.is(cast.getExpression()))
        .filter(cast -> cast.getExpression() instanceof MethodCallExpr)
        .limit(1)
        .flatMap(cast -> fix(context, cast).stream())
        .toList();
  }

  private Optional<CandidateFix> fix(RuleContext context, CastExpr cast) {
    Optional<Statement> statement =
        Enclosing.listed(cast).filter(found -> declares(found, cast)).filter(this::inLoop);
    Optional<String> free =
        NAMES.stream()
            .filter(name -> statement.isPresent())
            .filter(name -> Declarations.find(name, statement.get()).isEmpty())
            .filter(name -> !isUsed(name, cast))
            .findFirst();
    return free.map(name -> fix(context, cast, statement.orElseThrow(), name));
  }

  private static boolean isUsed(String name, CastExpr cast) {
    return Enclosing.boundary(cast)
        .flatMap(
            body ->
                body.findFirst(
                    VariableDeclarator.class, found -> found.getNameAsString().equals(name)))
        .isPresent();
  }

  private static boolean declares(Statement statement, CastExpr cast) {
    return cast.getParentNode().orElse(null) instanceof VariableDeclarator declarator
        && declarator.getParentNode().orElse(null) instanceof VariableDeclarationExpr all
        && all.getVariables().size() == 1
        && all.getParentNode().orElse(null) == statement;
  }

  private boolean inLoop(Statement statement) {
    return Enclosing.loop(statement).isPresent();
  }

  private CandidateFix fix(RuleContext context, CastExpr cast, Statement statement, String name) {
    ParsedFile file = context.file();
    Style style = Style.of(file);
    Expression taken = cast.getExpression();
    String type = Types.erase(cast.getTypeAsString());
    String indentation = file.indentation(statement.getRange().orElseThrow().begin.line);
    VariableDeclarationExpr local = cast.findAncestor(VariableDeclarationExpr.class).orElseThrow();
    String modifier = local.isFinal() ? "final " : "";
    String hoisted = modifier + "Object " + name + " = " + file.textOf(taken) + ";";
    String check =
        style.ifBlock(indentation, "!(" + name + " instanceof " + type + ")", List.of("continue;"));
    String gap = style.lineEnding() + indentation;
    int start = file.start(statement);
    NodeEdits edits =
        new NodeEdits(file).replace(start, start, hoisted + gap + check + gap).replace(taken, name);
    return new CandidateFix(
        name(),
        "Pass over elements that are no %s".formatted(type),
        ("At %s:%d `%s` gives an object that is no %s. From now on such an element is left as it is and the"
                + " loop goes on; elements of class %s are handled as before. Nobody is told about the others.")
            .formatted(file.path(), context.site().line(), file.textOf(taken), type, type),
        Risk.MEDIUM,
        CONFIDENCE,
        null,
        Effect.SKIPS,
        List.of(edits.toFileEdit()));
  }
}
