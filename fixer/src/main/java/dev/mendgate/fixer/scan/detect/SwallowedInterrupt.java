package dev.mendgate.fixer.scan.detect;

import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import com.google.auto.service.AutoService;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.analysis.Enclosing;
import dev.mendgate.fixer.edit.NodeEdits;
import dev.mendgate.fixer.scan.Detector;
import dev.mendgate.fixer.scan.Finding;
import dev.mendgate.fixer.source.Comments;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.List;
import java.util.Locale;

/** A catch clause that forgets that the thread was asked to stop. */
@AutoService(Detector.class)
public final class SwallowedInterrupt implements Detector {
  @Override
  public String rule() {
    return "swallowed-interrupt";
  }

  @Override
  public String summary() {
    return "An InterruptedException is caught and nobody learns of it.";
  }

  @Override
  public List<Finding> detect(ParsedFile file, RuleContext.Sources sources) {
    if (!file.text().contains("InterruptedException")) {
      return List.of();
    }
    return file.unit().findAll(CatchClause.class).stream()
        .filter(
            clause -> Code.typeName(clause.getParameter().getType()).equals("InterruptedException"))
        .filter(SwallowedInterrupt::isSwallowed)
        .map(clause -> finding(file, clause))
        .toList();
  }

  private Finding finding(ParsedFile file, CatchClause clause) {
    boolean looped =
        clause.findAncestor(WhileStmt.class).isPresent()
            || clause.findAncestor(ForStmt.class).isPresent()
            || clause.findAncestor(ForEachStmt.class).isPresent()
            || clause.findAncestor(DoStmt.class).isPresent();
    Finding found =
        Finding.at(
            this,
            file,
            clause.getParameter(),
            looped ? 0.6 : 0.75,
            "whoever asked this thread to stop is not heard: the interrupt is forgotten here");
    if (looped) {
      return found;
    }
    return found.fixedBy(
        "Keep the interrupt for the caller",
        new NodeEdits(file)
            .insertFirst(clause.getBody(), List.of("Thread.currentThread().interrupt();"))
            .toFileEdit());
  }

  private static boolean isSwallowed(CatchClause clause) {
    boolean told =
        clause.getBody().findFirst(ThrowStmt.class).isPresent()
            || clause.getBody().findFirst(ReturnStmt.class).isPresent()
            || clause.getBody().findFirst(BreakStmt.class).isPresent()
            || clause.getBody().findFirst(AssignExpr.class).isPresent()
            || clause
                .getBody()
                .findFirst(ObjectCreationExpr.class, made -> takes(made, clause))
                .isPresent()
            || clause
                .getBody()
                .findFirst(
                    MethodCallExpr.class,
                    call ->
                        call.getArguments().stream()
                                    .anyMatch(
                                        given ->
                                            given
                                                .toString()
                                                .equals(clause.getParameter().getNameAsString()))
                                && !call.getNameAsString()
                                    .matches("trace|debug|info|warn|warning|error|log|fatal|severe")
                            || call.getNameAsString()
                                .matches("interrupt|exit|halt|\\w*[iI]nterrupted\\w*"))
                .isPresent();
    return !told && !isOnPurpose(clause) && !endsThread(clause);
  }

  /** An exception that has this one as its cause tells of it wherever it is thrown. */
  private static boolean takes(ObjectCreationExpr made, CatchClause clause) {
    return made.getArguments().stream()
        .anyMatch(given -> Code.isNamed(given, clause.getParameter().getNameAsString()));
  }

  /** Whether people say, by a name, a text or a comment, that they thought of it. */
  private static boolean isOnPurpose(CatchClause clause) {
    return clause.getParameter().getNameAsString().matches("(?i)ignor.*|expected|unused|_")
        || Comments.within(clause.getBody())
        || clause.getBody().toString().toLowerCase(Locale.ROOT).contains("ignor");
  }

  /** What ends with the thread's own method has nobody left to tell. */
  private static boolean endsThread(CatchClause clause) {
    return Enclosing.boundary(clause)
        .filter(
            node ->
                node instanceof LambdaExpr
                    || (node instanceof MethodDeclaration method
                        && method.getNameAsString().matches("run|main")))
        .isPresent();
  }
}
