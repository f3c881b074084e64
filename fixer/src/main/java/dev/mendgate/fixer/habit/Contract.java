package dev.mendgate.fixer.habit;

import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithAnnotations;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What annotations and documentation promise about null.
 *
 * @param words where the promise is made, to follow the name of what it is about
 */
record Contract(boolean nullable, String words) {
  private static final Pattern ALLOWS =
      Pattern.compile(
          "\\bnullable\\b|\\bpossibly null\\b"
              + "|\\b(?:may|can|could|might) (?:also )?be(?: an?| set to)? null\\b"
              + "|\\bnull(?: is| are| values? are)? (?:permitted|allowed|accepted|ok)\\b"
              + "|\\b(?:or|if|when|where) (?:it is |this is |set to )?null\\b");
  private static final Pattern FORBIDS =
      Pattern.compile(
          "\\bnon-?null\\b|\\bnever null\\b|\\bnot null\\b|\\b(?:must|may|can|should|shall)(?:"
              + " ?not|n't) be (?:\\w+,? or |\\w+ )?null\\b|\\bcannot be null\\b|\\bnull(?: is|"
              + " are| values? are)? not (?:permitted|allowed|accepted|supported)\\b");
  private static final Pattern THROWN = Pattern.compile("@(?:throws|exception)\\s++\\w++([^@]*+)");
  private static final Pattern RETURNED = Pattern.compile("@return\\b([^@]*+)");
  private static final Pattern NULLABLE_NAME =
      Pattern.compile("(?:.*nullable|checkfornull|.*nullallowed|.*maybenull)");
  private static final Pattern NON_NULL_NAME = Pattern.compile("(?:.*nonnull|notnull)");

  /** Returns the promise about a parameter; empty where there is none. */
  static Optional<Contract> ofParameter(
      ParsedFile file, CallableDeclaration<?> method, String name) {
    Optional<Parameter> parameter = method.getParameterByName(name);
    if (parameter.isEmpty()) {
      return Optional.empty();
    }
    Optional<Contract> annotated = annotation(parameter.get());
    return annotated.isPresent()
        ? annotated
        : documentation(file, method).flatMap(text -> documented(text, name));
  }

  /** Returns the promise about what a method returns; empty where there is none. */
  static Optional<Contract> ofResult(ParsedFile file, MethodDeclaration method) {
    Optional<Contract> annotated = annotation(method);
    return annotated.isPresent()
        ? annotated
        : documentation(file, method)
            .flatMap(text -> group(RETURNED, text))
            .flatMap(Contract::read);
  }

  private static Optional<Contract> annotation(NodeWithAnnotations<?> declared) {
    for (AnnotationExpr found : declared.getAnnotations()) {
      String name = found.getName().getIdentifier().toLowerCase(Locale.ROOT);
      String words = "is annotated `@" + found.getName().getIdentifier() + "`";
      if (NULLABLE_NAME.matcher(name).matches()) {
        return Optional.of(new Contract(true, words));
      }
      if (NON_NULL_NAME.matcher(name).matches()) {
        return Optional.of(new Contract(false, words));
      }
    }
    return Optional.empty();
  }

  private static Optional<Contract> documented(String text, String name) {
    Optional<Contract> ofParameter =
        group(Pattern.compile("@param\\s++" + Pattern.quote(name) + "\\b([^@]*+)"), text)
            .flatMap(Contract::read);
    if (ofParameter.isPresent()) {
      return ofParameter;
    }
    Matcher thrown = THROWN.matcher(text);
    Pattern whereNull =
        Pattern.compile("\\b" + Pattern.quote(name) + "\\b[^.;]*+(?<=null\\b[^.;]{0,80})");
    while (thrown.find()) {
      if (thrown.group(1).contains("null") && whereNull.matcher(thrown.group(1)).find()) {
        return Optional.of(new Contract(false, "is documented as an error where it is null"));
      }
    }
    return Optional.empty();
  }

  private static Optional<Contract> read(String sentence) {
    String words = sentence.toLowerCase(Locale.ROOT);
    if (FORBIDS.matcher(words).find()) {
      return Optional.of(new Contract(false, "is documented as never null"));
    }
    return ALLOWS.matcher(words).find()
        ? Optional.of(new Contract(true, "is documented as possibly null"))
        : Optional.empty();
  }

  /** Returns the comment before a declaration as plain text; tags of markup are taken out. */
  private static Optional<String> documentation(ParsedFile file, CallableDeclaration<?> method) {
    String before = file.text().substring(0, file.start(method)).stripTrailing();
    int start = before.lastIndexOf("/**");
    boolean adjacent =
        before.endsWith("*/") && start >= 0 && before.indexOf("*/", start) == before.length() - 2;
    return adjacent
        ? Optional.of(
            before
                .substring(start + 3, before.length() - 2)
                .replaceAll("</?(?:code|tt|em|b|i)>|\\{@(?:code|literal|link)\\s++|\\}", "")
                .replaceAll("(?m)^[ \\t]*+\\*", "")
                .replaceAll("\\s++", " "))
        : Optional.empty();
  }

  private static Optional<String> group(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
