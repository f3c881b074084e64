package dev.mendgate.fixer.scan.detect;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.google.auto.service.AutoService;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.analysis.Declarations;
import dev.mendgate.fixer.analysis.Enclosing;
import dev.mendgate.fixer.scan.Detector;
import dev.mendgate.fixer.scan.Finding;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A resource whose close stands behind code that may throw, without try-with-resources or finally.
 */
@AutoService(Detector.class)
public final class UnclosedOnFailure implements Detector {
  @Override
  public String rule() {
    return "unclosed-on-failure";
  }

  @Override
  public String summary() {
    return "A file or socket is closed only where nothing in between throws.";
  }

  private static final Set<String> TYPES =
      Set.of(
          "FileInputStream",
          "FileOutputStream",
          "FileReader",
          "FileWriter",
          "RandomAccessFile",
          "Socket",
          "ServerSocket",
          "ZipFile",
          "JarFile",
          "PrintWriter",
          "BufferedReader",
          "BufferedWriter",
          "BufferedInputStream",
          "BufferedOutputStream",
          "ObjectInputStream",
          "ObjectOutputStream",
          "InputStreamReader",
          "OutputStreamWriter",
          "GZIPInputStream",
          "GZIPOutputStream",
          "ZipInputStream",
          "ZipOutputStream",
          "DataInputStream",
          "DataOutputStream");
  private static final Pattern OPENS =
      Pattern.compile(
          "(?s).*new (File(Input|Output)Stream|FileReader|FileWriter|RandomAccessFile|Socket|ServerSocket|ZipFile|JarFile)\\b.*");

  @Override
  public List<Finding> detect(ParsedFile file, RuleContext.Sources sources) {
    return file.unit().findAll(MethodCallExpr.class).stream()
        .filter(call -> call.getNameAsString().equals("close") && call.getArguments().isEmpty())
        .flatMap(call -> finding(file, call).stream())
        .toList();
  }

  private Optional<Finding> finding(ParsedFile file, MethodCallExpr close) {
    Optional<VariableDeclarator> opened =
        close
            .getScope()
            .flatMap(Code::local)
            .map(Declarations.Variable::node)
            .filter(VariableDeclarator.class::isInstance)
            .map(VariableDeclarator.class::cast)
            .filter(variable -> opens(variable));
    return opened
        .filter(variable -> isOnSamePath(variable, close))
        .map(
            variable ->
                Finding.at(
                    this,
                    file,
                    variable,
                    0.8,
                    "%s stays open where what stands between here and its close in line %d throws"
                        .formatted(
                            variable.getNameAsString(),
                            close.getRange().orElseThrow().begin.line)));
  }

  private static boolean opens(VariableDeclarator variable) {
    return variable
        .getInitializer()
        .filter(
            value ->
                value instanceof ObjectCreationExpr creation
                    && TYPES.contains(creation.getType().getNameAsString())
                    && OPENS.matcher(creation.toString()).matches())
        .isPresent();
  }

  /** Opened and closed by statements of one block, and nowhere else closed, with calls between. */
  private static boolean isOnSamePath(VariableDeclarator variable, MethodCallExpr close) {
    Optional<Statement> from = Enclosing.listed(variable);
    Optional<Statement> to = Enclosing.listed(close);
    if (from.isEmpty() || to.isEmpty() || !(to.get() instanceof ExpressionStmt)) {
      return false;
    }
    Optional<Node> block = from.get().getParentNode();
    if (block.isEmpty() || block.get() != to.get().getParentNode().orElse(null)) {
      return false;
    }
    String name = variable.getNameAsString();
    boolean closedElsewhere =
        block.get().findAll(MethodCallExpr.class).stream()
            .anyMatch(
                call ->
                    call != close
                        && call.toString().matches("(?s).*\\b" + name + "\\b.*")
                        && call.getNameAsString().matches("(?i).*close.*|addSuppressed"));
    boolean inBetween =
        block.get() instanceof BlockStmt list
            && list.getStatements().stream()
                .dropWhile(statement -> statement != from.get())
                .skip(1)
                .takeWhile(statement -> statement != to.get())
                .anyMatch(statement -> statement.findFirst(MethodCallExpr.class).isPresent());
    return inBetween && !closedElsewhere;
  }
}
