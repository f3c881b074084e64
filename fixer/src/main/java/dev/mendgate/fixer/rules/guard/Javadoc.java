package dev.mendgate.fixer.rules.guard;

import com.github.javaparser.ast.body.CallableDeclaration;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads promises out of the documentation comment of a method. */
record Javadoc(String text) {
  private static final Pattern NULL_RETURNED =
      Pattern.compile(
          "@return(?:(?!@param|@throws|@since)[\\s\\S])*?\\bnull\\b"
              + "|(?i:returns? (?:\\{@code |<code>)?null\\b)"
              + "|(?i:null[^.@]{0,60}returns? (?:\\{@code |<code>)?null\\b)");

  private static final Pattern NULL_FORBIDDEN =
      Pattern.compile(
          "(?i)\\b(not|never|non|cannot|can't)[ -](be )?null"
              + "|\\bnull (is )?(not|never|un)[ ]?(permitted|allowed|accepted|supported)");
  private static final Pattern NULL_ALLOWED =
      Pattern.compile(
          "(?i)\\bnull (is )?(permitted|allowed|ok|okay|accepted|returns|means|uses|for|to|if|ignored)\\b"
              + "|\\b(may|can|could|might|or|possibly|if) (be )?null\\b|\\bnullable\\b");

  /** Returns the comment right before a method, where there is one. */
  static Optional<Javadoc> of(ParsedFile file, CallableDeclaration<?> method) {
    String before = file.text().substring(0, file.start(method)).stripTrailing();
    int start = before.lastIndexOf("/**");
    boolean adjacent =
        before.endsWith("*/") && start >= 0 && before.indexOf("*/", start) == before.length() - 2;
    return adjacent ? Optional.of(new Javadoc(before.substring(start))) : Optional.empty();
  }

  boolean saysNullIsReturned() {
    return NULL_RETURNED.matcher(text).find();
  }

  /** Returns what the comment says about null for a parameter. */
  Purpose purpose(String parameter) {
    Matcher tag =
        Pattern.compile(
                "@param\\s+" + Pattern.quote(parameter) + "\\b((?:(?!\\n\\s*\\*?\\s*@)[\\s\\S])*)")
            .matcher(text);
    if (!tag.find()) {
      return Purpose.UNKNOWN;
    }
    String words = tag.group(1).replaceAll("<[^>]*>|\\{@\\w+|[}*]", " ").replaceAll("\\s+", " ");
    if (NULL_FORBIDDEN.matcher(words).find()) {
      return Purpose.FORBIDDEN;
    }
    return NULL_ALLOWED.matcher(words).find() ? Purpose.ALLOWED : Purpose.UNKNOWN;
  }
}
