package dev.mendgate.fixer;

import com.github.javaparser.ast.CompilationUnit;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.Optional;

/**
 * What a rule may look at.
 *
 * @param failure the failure
 * @param site the frame that is looked at now
 * @param file the parsed file of the site
 * @param sources all parsed files, parsed on demand and kept
 */
public record RuleContext(Failure failure, CrashSite site, ParsedFile file, Sources sources) {
  /** Parses and finds files of the tree that is repaired; safe for concurrent use. */
  public interface Sources {
    /** Returns the parsed file, or empty where it is absent or does not parse. */
    Optional<ParsedFile> parse(String path);

    /** Returns the file that declares a type, by its fully qualified source name. */
    Optional<ParsedFile> declaring(String qualifiedName);
  }

  /** Returns the syntax tree of the site's file. */
  public CompilationUnit unit() {
    return file.unit();
  }
}
