package dev.mendgate.fixer.scan.detect;

import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.google.auto.service.AutoService;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.edit.NodeEdits;
import dev.mendgate.fixer.field.Field;
import dev.mendgate.fixer.scan.Detector;
import dev.mendgate.fixer.scan.Finding;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A static {@code DateFormat} or {@code Calendar}, neither of which threads may share. */
@AutoService(Detector.class)
public final class SharedDateFormat implements Detector {
  @Override
  public String rule() {
    return "shared-date-format";
  }

  @Override
  public String summary() {
    return "A static date format is used by all threads without a lock.";
  }

  private static final Set<String> TYPES = Set.of("SimpleDateFormat", "DateFormat");
  private static final Set<String> USES = Set.of("format", "parse");

  @Override
  public List<Finding> detect(ParsedFile file, RuleContext.Sources sources) {
    if (!file.text().contains("DateFormat")) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    for (FieldDeclaration declaration : file.unit().findAll(FieldDeclaration.class)) {
      if (declaration.isStatic() && TYPES.contains(Code.typeName(declaration.getElementType()))) {
        declaration.getVariables().stream()
            .flatMap(variable -> Field.at(variable).stream())
            .filter(field -> !uses(field).isEmpty())
            .forEach(field -> findings.add(finding(file, field)));
      }
    }
    return findings;
  }

  private Finding finding(ParsedFile file, Field field) {
    Finding found =
        Finding.at(
            this,
            file,
            field.variable(),
            0.9,
            "%s is used in line %d without a lock; threads that share it get wrong dates"
                .formatted(field.name(), uses(field).get(0).getRange().orElseThrow().begin.line));
    NodeEdits edits = new NodeEdits(file);
    uses(field)
        .forEach(
            use ->
                edits.replace(
                    use, "((" + field.type().asString() + ") " + file.textOf(use) + ".clone())"));
    boolean allSeen = field.isPrivate() && field.references().size() == uses(field).size();
    return allSeen
        ? found.fixedBy("Use a copy of " + field.name() + " for each call", edits.toFileEdit())
        : found;
  }

  private static List<Expression> uses(Field field) {
    return field.references().stream()
        .filter(
            use ->
                use.getParentNode().orElse(null) instanceof MethodCallExpr call
                    && Code.isScope(call, use)
                    && USES.contains(call.getNameAsString())
                    && !Code.isLocked(call))
        .toList();
  }
}
