package dev.mendgate.gateway.source.statement;

import dev.mendgate.gateway.source.statement.scan.Message;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message that a call logs or throws. The other components are as in {@link Statement}.
 *
 * @param values arguments that the source fixes, by the number of their placeholder from 0
 */
record Outcome(
    StatementKind kind,
    @Nullable String level,
    @Nullable String exceptionType,
    Message message,
    Map<Integer, Message> values) {
  Outcome {
    values = Map.copyOf(values);
  }

  Outcome(
      StatementKind kind, @Nullable String level, @Nullable String exceptionType, Message message) {
    this(kind, level, exceptionType, message, Map.of());
  }

  Outcome saying(Message other) {
    return new Outcome(kind, level, exceptionType, other);
  }

  Outcome with(Map<Integer, Message> fixed) {
    return new Outcome(kind, level, exceptionType, message, fixed);
  }

  Outcome throwing(@Nullable String type) {
    return new Outcome(kind, level, type == null ? exceptionType : type, message, values);
  }
}
