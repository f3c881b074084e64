package dev.mendgate.fixer.scan.detect;

import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.type.Type;
import com.github.javaparser.ast.type.TypeParameter;
import com.google.auto.service.AutoService;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.edit.NodeEdits;
import dev.mendgate.fixer.scan.Detector;
import dev.mendgate.fixer.scan.Finding;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.List;
import java.util.Optional;

/** A cast of {@code toArray()}, which makes an {@code Object[]} whatever the elements are. */
@AutoService(Detector.class)
public final class ToArrayCast implements Detector {
  @Override
  public String rule() {
    return "to-array-cast";
  }

  @Override
  public String summary() {
    return "The result of toArray() without argument is cast to an array of another type.";
  }

  @Override
  public List<Finding> detect(ParsedFile file, RuleContext.Sources sources) {
    return file.unit().findAll(CastExpr.class).stream()
        .filter(
            cast -> cast.getType().isArrayType() && !cast.getType().asString().equals("Object[]"))
        .filter(cast -> cast.getType().asArrayType().getComponentType().isClassOrInterfaceType())
        .filter(cast -> !isVariable(cast.getType().asArrayType().getComponentType(), file))
        .flatMap(cast -> finding(file, cast).stream())
        .toList();
  }

  private Optional<Finding> finding(ParsedFile file, CastExpr cast) {
    Expression inner =
        cast.getExpression() instanceof EnclosedExpr enclosed
            ? enclosed.getInner()
            : cast.getExpression();
    boolean bare =
        inner instanceof MethodCallExpr call
            && call.getNameAsString().equals("toArray")
            && call.getArguments().isEmpty()
            && call.getScope().map(Code::typeName).filter(ToArrayCast::isCollection).isPresent();
    if (!bare) {
      return Optional.empty();
    }
    String element = cast.getType().asArrayType().getComponentType().asString();
    String typed =
        file.textOf(inner.asMethodCallExpr().getScope().orElseThrow())
            + ".toArray(new "
            + element
            + "[0])";
    Finding found =
        Finding.at(
            this,
            file,
            cast,
            0.9,
            "toArray() makes an Object[], which the cast to %s refuses".formatted(cast.getType()));
    return Optional.of(
        found.fixedBy(
            "Ask for an array of the right type",
            new NodeEdits(file).replace(cast, typed).toFileEdit()));
  }

  /** An array of a type variable is an {@code Object[]} in the end. */
  private static boolean isVariable(Type element, ParsedFile file) {
    return file.unit()
        .findFirst(TypeParameter.class, found -> found.getNameAsString().equals(element.asString()))
        .isPresent();
  }

  private static boolean isCollection(String type) {
    return type.endsWith("List")
        || type.endsWith("Set")
        || type.equals("Collection")
        || type.equals("Vector");
  }
}
