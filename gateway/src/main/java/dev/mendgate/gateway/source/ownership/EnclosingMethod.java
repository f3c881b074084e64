package dev.mendgate.gateway.source.ownership;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.Range;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import java.util.Comparator;
import java.util.Optional;

/**
 * The lines of the method, constructor or initialiser around a line.
 *
 * @param first its first line, from 1
 * @param last its last line
 */
public record EnclosingMethod(int first, int last) {
  /** Returns the innermost one; empty where there is none, or the text is no Java. */
  public static Optional<EnclosingMethod> of(String text, int line) {
    ParserConfiguration configuration =
        new ParserConfiguration()
            .setLanguageLevel(LanguageLevel.BLEEDING_EDGE)
            .setAttributeComments(false);
    try {
      return new JavaParser(configuration)
          .parse(text)
          .getResult()
          .flatMap(
              unit ->
                  unit.findAll(Node.class, EnclosingMethod::isMethod).stream()
                      .flatMap(method -> method.getRange().stream())
                      .filter(range -> range.begin.line <= line && line <= range.end.line)
                      .min(Comparator.comparingInt(Range::getLineCount)))
          .map(range -> new EnclosingMethod(range.begin.line, range.end.line));
    } catch (StackOverflowError e) {
      // Nesting this deep is not written by people; the file's authors are asked instead.
      return Optional.empty();
    }
  }

  private static boolean isMethod(Node node) {
    return node instanceof CallableDeclaration<?> || node instanceof InitializerDeclaration;
  }
}
