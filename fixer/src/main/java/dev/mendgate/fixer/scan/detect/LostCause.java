package dev.mendgate.fixer.scan.detect;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.type.Type;
import com.google.auto.service.AutoService;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.edit.NodeEdits;
import dev.mendgate.fixer.scan.Detector;
import dev.mendgate.fixer.scan.Finding;
import dev.mendgate.fixer.source.Comments;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A catch clause that throws an exception of its own and forgets the one it caught. */
@AutoService(Detector.class)
public final class LostCause implements Detector {
  @Override
  public String rule() {
    return "lost-cause";
  }

  @Override
  public String summary() {
    return "An exception is caught and another one is thrown without it as its cause.";
  }

  private static final Set<String> TAKES_CAUSE =
      Set.of(
          "RuntimeException",
          "IllegalStateException",
          "IllegalArgumentException",
          "IOException",
          "Exception",
          "Error",
          "UnsupportedOperationException",
          "SecurityException",
          "ExecutionException",
          "ServletException",
          "UncheckedIOException",
          "SQLException",
          "ConcurrentModificationException",
          "AssertionError");
  // What these tell is told by the new exception's text: an absent thing, a text that is no number.
  private static final Set<String> TELL_ALL =
      Set.of(
          "NumberFormatException",
          "NoSuchElementException",
          "InterruptedException",
          "CloneNotSupportedException",
          "IndexOutOfBoundsException",
          "ArrayIndexOutOfBoundsException",
          "StringIndexOutOfBoundsException",
          "ClassCastException",
          "TimeoutException",
          "EOFException",
          "NoSuchFieldException",
          "NoSuchMethodException",
          "FileNotFoundException",
          "NoSuchFileException",
          "UnsupportedEncodingException",
          "DateTimeParseException",
          "NullPointerException",
          "ArithmeticException",
          "NoSuchAlgorithmException");

  @Override
  public List<Finding> detect(ParsedFile file, RuleContext.Sources sources) {
    return file.unit().findAll(CatchClause.class).stream()
        .filter(clause -> !tellsAll(clause.getParameter().getType()))
        .flatMap(clause -> finding(file, clause).stream())
        .toList();
  }

  private static boolean tellsAll(Type caught) {
    return caught.isUnionType()
        ? caught.asUnionType().getElements().stream().anyMatch(LostCause::tellsAll)
        : TELL_ALL.contains(Code.typeName(caught));
  }

  private Optional<Finding> finding(ParsedFile file, CatchClause clause) {
    List<Statement> body = clause.getBody().getStatements();
    String caught = clause.getParameter().getNameAsString();
    boolean lone = body.size() == 1 && body.get(0) instanceof ThrowStmt;
    if (!lone || !(body.get(0).asThrowStmt().getExpression() instanceof ObjectCreationExpr made)) {
      return Optional.empty();
    }
    boolean takes =
        TAKES_CAUSE.contains(made.getType().getNameAsString())
            && made.getAnonymousClassBody().isEmpty()
            && !(made.getType().getNameAsString().equals("UncheckedIOException"));
    boolean handedOn =
        made.findAll(NameExpr.class).stream()
            .anyMatch(name -> name.getNameAsString().equals(caught) && !isTextOf(name));
    if (!takes || handedOn || made.getArguments().size() > 1) {
      return Optional.empty();
    }
    Finding found =
        Finding.at(
            this,
            file,
            made,
            0.85,
            "the %s is thrown without %s as its cause: where it came from is lost"
                .formatted(made.getType(), caught));
    int end = file.end(made) - 1;
    String text = made.getArguments().isEmpty() ? caught : ", " + caught;
    return Optional.of(
        Comments.within(made)
            ? found
            : found.fixedBy(
                "Keep the cause", new NodeEdits(file).replace(end, end, text).toFileEdit()));
  }

  private static boolean isTextOf(NameExpr name) {
    Node parent = name.getParentNode().orElse(null);
    return parent instanceof BinaryExpr
        || (parent instanceof MethodCallExpr call
            && Code.isScope(call, name)
            && call.getNameAsString().matches("getMessage|getLocalizedMessage|toString|getClass"));
  }
}
