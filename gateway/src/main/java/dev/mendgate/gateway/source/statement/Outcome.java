package dev.mendgate.gateway.source.statement;

import dev.mendgate.gateway.source.statement.scan.Message;
import org.jspecify.annotations.Nullable;

/** A message that a call logs or throws. The other components are as in {@link Statement}. */
record Outcome(
    StatementKind kind, @Nullable String level, @Nullable String exceptionType, Message message) {
  Outcome saying(Message other) {
    return new Outcome(kind, level, exceptionType, other);
  }

  Outcome throwing(@Nullable String type) {
    return new Outcome(kind, level, type == null ? exceptionType : type, message);
  }
}
