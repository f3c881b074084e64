package dev.mendgate.fixer.scan.detect;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.google.auto.service.AutoService;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.field.Field;
import dev.mendgate.fixer.scan.Detector;
import dev.mendgate.fixer.scan.Finding;
import dev.mendgate.fixer.scan.Repairs;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A dereference of a JDK call that its contract lets answer null: no such file, end of input. */
@AutoService(Detector.class)
public final class NullAnswer implements Detector {
  @Override
  public String rule() {
    return "null-answer";
  }

  @Override
  public String summary() {
    return "What the JDK answers with null in ordinary cases is dereferenced at once.";
  }

  private static final Set<String> GUARDS =
      Set.of("guard-null-return", "guard-null-throw", "guard-null-skip", "guard-null-default");
  private static final Map<String, Set<String>> ANSWERS =
      Map.of(
          "File", Set.of("listFiles", "list"),
          "BufferedReader", Set.of("readLine"),
          "LineNumberReader", Set.of("readLine"),
          "System", Set.of("getenv", "console"),
          "Console", Set.of("readLine", "readPassword"));

  @Override
  public List<Finding> detect(ParsedFile file, RuleContext.Sources sources) {
    return Stream.concat(direct(file), throughVariable(file))
        .map(
            use ->
                Finding.at(this, file, use.answer(), 0.8, message(use.call()))
                    .fixedBy(
                        Repairs.of(
                            GUARDS,
                            "java.lang.NullPointerException",
                            null,
                            file,
                            use.answer(),
                            sources)))
        .toList();
  }

  /** An answer, and where it is dereferenced. */
  private record Answer(MethodCallExpr call, Expression answer) {}

  private static String message(MethodCallExpr call) {
    return "%s may answer null, which is dereferenced here unchecked"
        .formatted(call.getNameAsString());
  }

  private static Stream<Answer> direct(ParsedFile file) {
    return file.unit().findAll(MethodCallExpr.class).stream()
        .filter(NullAnswer::mayBeNull)
        .filter(Code::isDereferenced)
        .map(call -> new Answer(call, call));
  }

  private static Stream<Answer> throughVariable(ParsedFile file) {
    return file.unit().findAll(VariableDeclarator.class).stream()
        .filter(
            variable ->
                variable
                    .getInitializer()
                    .filter(value -> value instanceof MethodCallExpr call && mayBeNull(call))
                    .isPresent())
        .flatMap(
            variable ->
                unchecked(variable).stream()
                    .map(
                        use ->
                            new Answer(
                                variable.getInitializer().orElseThrow().asMethodCallExpr(), use)));
  }

  private static Optional<NameExpr> unchecked(VariableDeclarator variable) {
    Optional<CallableDeclaration<?>> method = Code.method(variable);
    if (method.isEmpty() || Field.at(variable).isPresent()) {
      return Optional.empty();
    }
    List<NameExpr> uses =
        ((Node) method.get())
            .findAll(
                NameExpr.class,
                name ->
                    name.getNameAsString().equals(variable.getNameAsString())
                        && Code.local(name).filter(found -> found.node() == variable).isPresent());
    boolean plain = uses.stream().allMatch(Code::isDereferenced);
    return uses.stream().filter(use -> plain && Code.isSameRun(use, variable)).findFirst();
  }

  private static boolean mayBeNull(MethodCallExpr call) {
    String type = call.getScope().map(NullAnswer::type).orElse("");
    return ANSWERS.getOrDefault(type, Set.of()).contains(call.getNameAsString())
        && !(type.equals("System")
            && call.getNameAsString().equals("getenv")
            && call.getArguments().isEmpty());
  }

  private static String type(Expression scope) {
    if (scope instanceof NameExpr name && name.getNameAsString().equals("System")) {
      return "System";
    }
    return scope instanceof ObjectCreationExpr creation
        ? creation.getType().getNameAsString()
        : Code.typeName(scope);
  }
}
