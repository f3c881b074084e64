package dev.mendgate.fixer;

import com.github.javaparser.ast.CompilationUnit;
import dev.mendgate.fixer.habit.Habits;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a rule may look at.
 *
 * @param failure the failure
 * @param site the frame that is looked at now
 * @param file the parsed file of the site
 * @param sources all parsed files, parsed on demand and kept
 * @param findings what several rules ask for at this site, worked out once; used by one thread
 */
public record RuleContext(
    Failure failure,
    CrashSite site,
    ParsedFile file,
    Sources sources,
    Map<Class<?>, Object> findings) {
  /** Makes a context in which nothing was worked out yet. */
  public RuleContext(Failure failure, CrashSite site, ParsedFile file, Sources sources) {
    this(failure, site, file, sources, new HashMap<>());
  }

  /**
   * Returns what was found at this site before, else finds it now.
   *
   * @param key the class that does the finding
   */
  @SuppressWarnings("unchecked") // one class, one type of finding
  public <T> T finding(Class<?> key, Supplier<T> find) {
    T known = (T) findings.get(key);
    if (known != null) {
      return known;
    }
    T found = find.get();
    findings.put(key, found);
    return found;
  }

  /** Parses and finds files of the tree that is repaired; safe for concurrent use. */
  public interface Sources {
    /** Returns the parsed file, or empty where it is absent or does not parse. */
    Optional<ParsedFile> parse(String path);

    /** Returns the file that declares a type, by its fully qualified source name. */
    Optional<ParsedFile> declaring(String qualifiedName);

    /**
     * Returns other files of the same folder or the same name that contain a text, those most like
     * the file by their names first; a few at most.
     */
    default List<ParsedFile> alike(ParsedFile file, String text) {
      return List.of();
    }

    /** Returns the paths of all Java files; none where the tree cannot be listed. */
    default List<String> javaPaths() {
      return List.of();
    }

    /** Returns the text of a file without parsing it. */
    default Optional<String> text(String path) {
      return parse(path).map(ParsedFile::text);
    }

    /** Returns what was made under this key before, for any site of the failure, else makes it. */
    default <T> T kept(Class<T> key, Supplier<T> make) {
      return make.get();
    }
  }

  /** Returns how the code of this tree handles such cases. */
  public Habits habits() {
    return Habits.of(sources);
  }

  /** Returns the syntax tree of the site's file. */
  public CompilationUnit unit() {
    return file.unit();
  }
}
