package dev.mendgate.fixer.source;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.Position;
import com.github.javaparser.ast.CompilationUnit;
import java.util.List;
import java.util.Optional;

/**
 * Reads Java source of any age into a syntax tree whose positions are offsets of the text.
 *
 * <p>Comments stay out of the tree, unicode escapes stay as they are written, and a tab is one
 * column. Keeps no state: safe for concurrent use.
 */
public final class SourceParser {
  // The first one reads what is current; the next two accept words that became keywords later on.
  private static final List<LanguageLevel> LEVELS =
      List.of(LanguageLevel.BLEEDING_EDGE, LanguageLevel.JAVA_8, LanguageLevel.JAVA_1_3);

  /** Parses a file; empty where it is not Java of any level or is nested too deep. */
  public Optional<ParsedFile> parse(String path, String text) {
    LineStarts lines = LineStarts.of(text);
    try {
      return LEVELS.stream()
          .map(level -> unit(text, level))
          .flatMap(Optional::stream)
          .findFirst()
          .filter(unit -> positionsAgree(unit, text, lines))
          .map(unit -> new ParsedFile(path, text, unit, lines));
    } catch (StackOverflowError tooDeep) {
      return Optional.empty();
    }
  }

  /** Says whether a text is one member of a type: a method, field, constructor or initialiser. */
  public boolean isMember(String text) {
    try {
      return LEVELS.stream()
          .anyMatch(
              level ->
                  new JavaParser(configuration(level).setStoreTokens(false))
                      .parseBodyDeclaration(text)
                      .isSuccessful());
    } catch (StackOverflowError tooDeep) {
      return false;
    }
  }

  private static Optional<CompilationUnit> unit(String text, LanguageLevel level) {
    ParseResult<CompilationUnit> result = new JavaParser(configuration(level)).parse(text);
    return result.isSuccessful() ? result.getResult() : Optional.empty();
  }

  private static ParserConfiguration configuration(LanguageLevel level) {
    return new ParserConfiguration()
        .setLanguageLevel(level)
        .setAttributeComments(false)
        .setPreprocessUnicodeEscapes(false)
        .setTabSize(1);
  }

  /** A text whose lines the parser counts in another way must not be edited by its positions. */
  private static boolean positionsAgree(CompilationUnit unit, String text, LineStarts lines) {
    return unit.getTypes().stream()
        .flatMap(type -> type.getName().getRange().stream().map(range -> range.begin))
        .allMatch(begin -> within(begin, text, lines));
  }

  private static boolean within(Position position, String text, LineStarts lines) {
    return position.line <= lines.count()
        && lines.offset(position) < text.length()
        && Character.isJavaIdentifierStart(text.codePointAt(lines.offset(position)));
  }
}
