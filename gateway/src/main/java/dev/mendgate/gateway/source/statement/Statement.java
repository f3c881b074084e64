package dev.mendgate.gateway.source.statement;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A logging or throwing statement in the source. One with a conditional message counts once for
 * each message.
 *
 * @param hash log-pattern hash of its template
 * @param template normal form of its template, as {@code docs/log-pattern-hash.md} defines it
 * @param literals text around the variable parts, in order: one more than there are variable parts
 * @param path path in the source tree, with {@code /}
 * @param firstLine from 1
 * @param lastLine from 1
 * @param className binary name of the enclosing named class
 * @param method name as in a stack trace: {@code <init>} and {@code <clinit>} for constructors and
 *     initialisers; of a lambda, the method around it
 * @param kind what it does
 * @param level upper-case level; null for {@code THROW} and where it is decided at run time
 * @param exceptionType class that is thrown, qualified where an import or the package tells; null
 *     for {@code LOG}, and where it is not known
 */
public record Statement(
    String hash,
    String template,
    List<String> literals,
    String path,
    int firstLine,
    int lastLine,
    String className,
    String method,
    StatementKind kind,
    @Nullable String level,
    @Nullable String exceptionType) {
  public Statement {
    literals = List.copyOf(literals);
  }

  /** Says whether the place is a test's: of equally likely statements another one is likelier. */
  public boolean isTest() {
    return SourceSet.isTest(path);
  }

  /** Returns {@code path:firstLine-lastLine}. */
  public String place() {
    return path + ":" + firstLine + "-" + lastLine;
  }

  /** Returns whether its text has a letter: if not, it is known by its logger alone. */
  boolean hasWord() {
    return hasWord(literals);
  }

  static boolean hasWord(List<String> literals) {
    return literals.stream().anyMatch(text -> text.codePoints().anyMatch(Character::isLetter));
  }
}
