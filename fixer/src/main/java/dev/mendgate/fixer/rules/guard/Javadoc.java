package dev.mendgate.fixer.rules.guard;

import com.github.javaparser.ast.body.MethodDeclaration;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads promises out of the documentation comment of a method. */
record Javadoc(String text) {
  private static final Pattern NULL_RETURNED =
      Pattern.compile(
          "@return(?:(?!@param|@throws|@since)[\\s\\S])*?\\bnull\\b"
              + "|(?i:returns? (?:\\{@code |<code>)?null\\b)"
              + "|(?i:null[^.@]{0,60}returns? (?:\\{@code |<code>)?null\\b)");

  /** Returns the comment right before a method, where there is one. */
  static Optional<Javadoc> of(ParsedFile file, MethodDeclaration method) {
    String before = file.text().substring(0, file.start(method)).stripTrailing();
    int start = before.lastIndexOf("/**");
    boolean adjacent =
        before.endsWith("*/") && start >= 0 && before.indexOf("*/", start) == before.length() - 2;
    return adjacent ? Optional.of(new Javadoc(before.substring(start))) : Optional.empty();
  }

  boolean saysNullIsReturned() {
    return NULL_RETURNED.matcher(text).find();
  }
}
