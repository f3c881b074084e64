package dev.mendgate.fixer.scan.detect;

import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import com.google.auto.service.AutoService;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.edit.NodeEdits;
import dev.mendgate.fixer.scan.Detector;
import dev.mendgate.fixer.scan.Finding;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.List;
import java.util.Optional;

/**
 * An {@code equals} that throws for null or for objects of other classes instead of answering
 * false.
 */
@AutoService(Detector.class)
public final class UncheckedEquals implements Detector {
  @Override
  public String rule() {
    return "unchecked-equals";
  }

  @Override
  public String summary() {
    return "equals casts or dereferences its argument without looking at its type or at null.";
  }

  @Override
  public List<Finding> detect(ParsedFile file, RuleContext.Sources sources) {
    return file.unit().findAll(MethodDeclaration.class).stream()
        .filter(UncheckedEquals::isEquals)
        .flatMap(method -> finding(file, method).stream())
        .toList();
  }

  private static boolean isEquals(MethodDeclaration method) {
    return method.getNameAsString().equals("equals")
        && !method.isStatic()
        && method.getParameters().size() == 1
        && method.getParameter(0).getType().asString().equals("Object")
        && method.getBody().isPresent()
        && method.findFirst(TryStmt.class).isEmpty();
  }

  private Optional<Finding> finding(ParsedFile file, MethodDeclaration method) {
    String other = method.getParameter(0).getNameAsString();
    boolean typed =
        method.findFirst(InstanceOfExpr.class).isPresent()
            || method
                .findFirst(
                    MethodCallExpr.class,
                    call ->
                        isClassOf(call, other)
                            || call.getArguments().stream()
                                .anyMatch(given -> Code.isNamed(given, other)))
                .isPresent();
    Optional<CastExpr> cast =
        method.findFirst(CastExpr.class, found -> Code.isNamed(found.getExpression(), other));
    if (!typed && cast.isPresent() && cast.get().getType().isClassOrInterfaceType()) {
      return Optional.of(unchecked(file, method, cast.get(), other));
    }
    return method
        .findFirst(MethodCallExpr.class, call -> isClassOf(call, other))
        .filter(call -> !mentionsNull(method, other))
        .map(call -> nullable(file, call, other));
  }

  private Finding unchecked(
      ParsedFile file, MethodDeclaration method, CastExpr cast, String other) {
    Finding found =
        Finding.at(
            this,
            file,
            cast,
            0.9,
            "equals throws a ClassCastException for an object of another class; it has to answer false");
    String type = cast.getType().asClassOrInterfaceType().getNameWithScope();
    NodeEdits edits = new NodeEdits(file);
    String indent = dev.mendgate.fixer.edit.Style.of(file).indent();
    edits.insertFirst(
        method.getBody().orElseThrow(),
        List.of("if (!(" + other + " instanceof " + type + ")) {", indent + "return false;", "}"));
    return found.fixedBy("Let equals answer false for other classes", edits.toFileEdit());
  }

  private Finding nullable(ParsedFile file, MethodCallExpr call, String other) {
    Finding found =
        Finding.at(
            this,
            file,
            call,
            0.9,
            "equals(null) throws a NullPointerException; it has to answer false");
    return call.getParentNode().orElse(null) instanceof BinaryExpr test
            && test.getOperator() == BinaryExpr.Operator.NOT_EQUALS
            && test.getParentNode().orElse(null) instanceof IfStmt
        ? found.fixedBy(
            "Let equals answer false for null",
            new NodeEdits(file)
                .replace(file.start(test), file.start(test), other + " == null || ")
                .toFileEdit())
        : found;
  }

  private static boolean isClassOf(MethodCallExpr call, String other) {
    return call.getNameAsString().equals("getClass")
        && call.getScope().filter(scope -> Code.isNamed(scope, other)).isPresent();
  }

  private static boolean mentionsNull(MethodDeclaration method, String other) {
    return method.findFirst(InstanceOfExpr.class).isPresent()
        || method
            .getBody()
            .orElseThrow()
            .toString()
            .matches(
                "(?s).*(\\b"
                    + other
                    + "\\s*[!=]=\\s*null|null\\s*[!=]=\\s*"
                    + other
                    + "\\b|super\\.equals|isNull\\("
                    + other
                    + "|nonNull\\("
                    + other
                    + ").*");
  }
}
