package dev.mendgate.gateway.suggest;

import dev.mendgate.gateway.source.BlamedLine;
import dev.mendgate.gateway.source.ownership.Owner;
import org.jspecify.annotations.Nullable;

/**
 * A source line at HEAD, and who last changed it.
 *
 * @param path path in the repository, with {@code /}
 * @param line first line at HEAD, from 1
 * @param lastLine last line of the statement
 * @param className binary class name as in a stack trace
 * @param method method name; null where it is not known
 * @param source text of the line, without indentation
 * @param deployedLine line in the deployed revision
 * @param blame null where the line is in no commit yet
 * @param owner who answers for it
 * @param note what a reader should know, such as that the line changed since; null for nothing
 */
public record Location(
    String path,
    int line,
    int lastLine,
    String className,
    @Nullable String method,
    String source,
    int deployedLine,
    @Nullable BlamedLine blame,
    Owner owner,
    Found found,
    @Nullable String note) {
  /** How a location was found. */
  public enum Found {
    STACK_FRAME,
    LOG_PATTERN,
    CODE_REFERENCE
  }
}
