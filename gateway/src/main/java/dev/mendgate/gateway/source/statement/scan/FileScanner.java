package dev.mendgate.gateway.source.statement.scan;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.ast.CompilationUnit;
import java.util.Optional;

/** Scans the text of one file. */
public final class FileScanner {
  private FileScanner() {}

  /** Returns what a file says; empty where it is not Java, or too long or nested too deep. */
  public static Optional<FileScan> scan(String text) {
    try {
      Optional<String> skimmed = Skim.of(text);
      return skimmed.flatMap(FileScanner::parse).map(StatementScanner::scan);
    } catch (StackOverflowError tooDeep) {
      return Optional.empty();
    }
  }

  private static Optional<CompilationUnit> parse(String text) {
    // The first one reads what is current but for a few words; the last ones accept words that
    // became keywords later on.
    return unit(text, LanguageLevel.RAW)
        .or(() -> unit(text, LanguageLevel.BLEEDING_EDGE))
        .or(() -> unit(text, LanguageLevel.JAVA_8))
        .or(() -> unit(text, LanguageLevel.JAVA_1_3));
  }

  private static Optional<CompilationUnit> unit(String text, LanguageLevel level) {
    ParserConfiguration configuration =
        new ParserConfiguration()
            .setLanguageLevel(level)
            .setAttributeComments(false)
            .setLexicalPreservationEnabled(false)
            .setPreprocessUnicodeEscapes(false)
            .setTabSize(1);
    ParseResult<CompilationUnit> result = new JavaParser(configuration).parse(text);
    return result.isSuccessful() ? result.getResult() : Optional.empty();
  }
}
