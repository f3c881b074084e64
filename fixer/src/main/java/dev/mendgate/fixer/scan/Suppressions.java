package dev.mendgate.fixer.scan;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithAnnotations;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What people want not to be told: {@code @SuppressWarnings("mendgate")} or {@code "mendgate:rule"}
 * on a declaration around the finding, or {@code // mendgate:ignore rule} in its line or the one
 * above.
 */
final class Suppressions {
  private static final String ALL = "mendgate";
  private static final Pattern COMMENT = Pattern.compile("mendgate:ignore\\b(?<rules>[ ,\\w-]*)");

  private final ParsedFile file;
  private final boolean mentioned;

  Suppressions(ParsedFile file) {
    this.file = file;
    this.mentioned = file.text().contains(ALL);
  }

  boolean cover(Finding finding) {
    return cover(finding.place(), finding.rule());
  }

  boolean cover(Place place, String rule) {
    if (!mentioned) {
      return false;
    }
    int line = place.startLine();
    return isIgnored(line, rule)
        || (line > 1 && isIgnored(line - 1, rule))
        || file.unit()
            .findFirst(Node.class, node -> surrounds(node, line) && suppresses(node, rule))
            .isPresent();
  }

  private boolean isIgnored(int line, String rule) {
    int from = file.lines().start(line);
    int to = line < file.lines().count() ? file.lines().start(line + 1) : file.text().length();
    Matcher comment = COMMENT.matcher(file.text().substring(from, to));
    return comment.find()
        && (comment.group("rules").isBlank()
            || Pattern.compile("[ ,]+")
                .splitAsStream(comment.group("rules"))
                .anyMatch(rule::equals));
  }

  private static boolean surrounds(Node node, int line) {
    return node.getRange()
        .filter(range -> range.begin.line <= line && line <= range.end.line)
        .isPresent();
  }

  private static boolean suppresses(Node node, String rule) {
    return node instanceof NodeWithAnnotations<?> declaration
        && declaration.getAnnotations().stream()
            .filter(found -> found.getName().getIdentifier().equals("SuppressWarnings"))
            .anyMatch(found -> names(found, rule));
  }

  private static boolean names(AnnotationExpr annotation, String rule) {
    return annotation.findAll(StringLiteralExpr.class).stream()
        .map(StringLiteralExpr::getValue)
        .anyMatch(value -> value.equals(ALL) || value.equals(ALL + ":" + rule));
  }
}
