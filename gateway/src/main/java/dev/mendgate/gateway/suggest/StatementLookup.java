package dev.mendgate.gateway.suggest;

import dev.mendgate.v1.FailureEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the statement at HEAD that wrote a log line or threw an exception's message. */
public interface StatementLookup {
  /** Knows no statement. */
  StatementLookup NONE = event -> List.of();

  /** Returns the statements that may have written it, likeliest first; several are ambiguous. */
  List<Statement> find(FailureEvent event);

  /**
   * A logging or throwing statement.
   *
   * @param className binary name of the class that holds it
   * @param method null in an initialiser
   * @param exceptionType what it throws, as written in the source; null for a logging statement
   */
  record Statement(
      String path,
      int firstLine,
      int lastLine,
      String className,
      @Nullable String method,
      @Nullable String exceptionType) {}
}
