package dev.mendgate.fixer.rules.check;

import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.type.Type;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.analysis.Enclosing;
import dev.mendgate.fixer.analysis.Types;
import dev.mendgate.fixer.edit.Imports;
import dev.mendgate.fixer.edit.Imports.TypeUse;
import dev.mendgate.fixer.edit.TextEdit;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds what a method can answer where it throws. */
final class Answers {
  private static final Map<String, String> EMPTY =
      Map.of(
          "Collection", "emptyList()",
          "Iterable", "emptyList()",
          "List", "emptyList()",
          "Set", "emptySet()",
          "Map", "emptyMap()",
          "Iterator", "emptyIterator()");

  private final RuleContext context;
  private final ParsedFile file;
  private final MethodDeclaration method;
  private final Map<String, Answer> found = new LinkedHashMap<>();

  /**
   * A statement that returns.
   *
   * @param value source of the value, empty for a method that returns none
   * @param why the ground it is chosen on
   * @param imports edits its types need
   */
  record Answer(String value, String why, double confidence, List<TextEdit> imports) {
    Answer {
      imports = List.copyOf(imports);
    }

    String statement() {
      return value.isEmpty() ? "return;" : "return " + value + ";";
    }
  }

  private Answers(RuleContext context, ParsedFile file, MethodDeclaration method) {
    this.context = context;
    this.file = file;
    this.method = method;
  }

  /** Returns answers of the method around a statement, best first; none in a constructor. */
  static List<Answer> of(RuleContext context, ParsedFile file, Statement statement) {
    Optional<CallableDeclaration<?>> callable = Enclosing.callable(statement);
    if (callable.isEmpty() || !(callable.get() instanceof MethodDeclaration method)) {
      return List.of();
    }
    if (method.getType().isVoidType()) {
      return List.of(new Answer("", "it returns nothing", 0.8, List.of()));
    }
    Answers answers = new Answers(context, file, method);
    answers.collect();
    return answers.found.values().stream()
        .sorted(Comparator.comparingDouble(Answer::confidence).reversed())
        .limit(2)
        .toList();
  }

  private void collect() {
    neutral(method.getType());
    for (ReturnStmt own : method.findAll(ReturnStmt.class)) {
      constant(own).ifPresent(value -> add(value, "it does so elsewhere", 0.95));
    }
    for (MethodDeclaration sibling : siblings()) {
      List<ReturnStmt> returns = sibling.findAll(ReturnStmt.class);
      if (returns.size() == 1) {
        constant(returns.get(0))
            .ifPresent(
                value -> add(value, "`" + sibling.getNameAsString() + "` does so, too", 0.75));
      }
    }
  }

  private List<MethodDeclaration> siblings() {
    return Types.around(method).map(TypeDeclaration::getMethods).orElse(List.of()).stream()
        .filter(other -> other != method && other.getType().equals(method.getType()))
        .toList();
  }

  private static Optional<String> constant(ReturnStmt statement) {
    return statement.getExpression().filter(Answers::isConstant).map(Expression::toString);
  }

  private static boolean isConstant(Expression value) {
    if (value instanceof UnaryExpr negative) {
      return negative.getExpression().isLiteralExpr();
    }
    if (value instanceof MethodCallExpr call) {
      return call.getArguments().isEmpty()
          && call.getNameAsString().startsWith("empty")
          && call.getScope().filter(Expression::isNameExpr).isPresent();
    }
    return value.isLiteralExpr()
        || value.isThisExpr()
        || (value instanceof NameExpr name
            && name.getNameAsString().equals(name.getNameAsString().toUpperCase(Locale.ROOT)));
  }

  private void neutral(Type type) {
    String name = Types.erase(type.asString());
    String simple = name.substring(name.lastIndexOf('.') + 1);
    if (EMPTY.containsKey(simple)) {
      TypeUse use = Imports.use("java.util.Collections", file, context.sources());
      add(
          new Answer(
              use.name() + "." + EMPTY.get(simple), "there is nothing in it", 1, use.edits()));
      return;
    }
    if (type.isPrimitiveType()) {
      String zero = simple.equals("boolean") ? "false" : simple.equals("char") ? "'\\0'" : "0";
      add(zero, "it is the neutral value", simple.equals("boolean") ? 0.8 : 0.65);
      return;
    }
    if (name.endsWith("[]") && name.length() > 3 && !name.endsWith("[][]")) {
      add("new " + name.substring(0, name.length() - 2) + "[0]", "there is nothing in it", 0.7);
    }
    if (simple.equals("String")) {
      add("\"\"", "it is empty", 0.6);
    }
    add("null", "there is nothing to return", 0.62);
  }

  private void add(String value, String why, double confidence) {
    add(new Answer(value, why, confidence, List.of()));
  }

  private void add(Answer answer) {
    found.merge(
        answer.value(),
        answer,
        (one, other) -> one.confidence() >= other.confidence() ? one : other);
  }
}
