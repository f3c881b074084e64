package dev.mendgate.gateway.failure;

import org.jspecify.annotations.Nullable;

/** What the search for a stack trace came to. */
public sealed interface TraceOutcome {
  /** A Java trace; the first one of the text. */
  record Found(StackTrace trace) implements TraceOutcome {}

  /**
   * A trace of another language.
   *
   * @param language name such as {@code Python}; null where it is not recognised
   * @param line line of the text, from 0
   */
  record NotJava(@Nullable String language, int line) implements TraceOutcome {}

  /** No trace at all. */
  record None() implements TraceOutcome {}
}
