package dev.mendgate.gateway.source.statement;

import java.util.List;
import java.util.Map;

/**
 * What one file adds to the index.
 *
 * @param statements its statements
 * @param constants its string constants, by {@code package.Class#NAME}
 */
record FileStatements(List<FoundStatement> statements, Map<String, Message> constants) {
  FileStatements {
    statements = List.copyOf(statements);
    constants = Map.copyOf(constants);
  }
}
