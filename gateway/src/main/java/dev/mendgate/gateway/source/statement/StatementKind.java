package dev.mendgate.gateway.source.statement;

/** What a statement does with its message. */
public enum StatementKind {
  /** Writes it to a log. */
  LOG,
  /** Throws an exception that carries it. */
  THROW
}
