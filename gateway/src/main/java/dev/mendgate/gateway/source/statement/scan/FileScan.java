package dev.mendgate.gateway.source.statement.scan;

import java.util.List;
import java.util.Map;

/**
 * What one file says. Class names in keys are qualified, with dots for nested classes.
 *
 * @param found its calls
 * @param constants its string constants, by {@code package.Class#NAME}
 * @param supertypes for each class, and each class it extends or implements, the names that one may
 *     have
 * @param loggers types of the fields and methods that others may take a logger from, by {@code
 *     package.Class#field} or {@code package.Class#method()}
 */
public record FileScan(
    List<Found> found,
    Map<String, Message> constants,
    Map<String, List<List<String>>> supertypes,
    Map<String, LoggerType> loggers) {
  public FileScan {
    found = List.copyOf(found);
    constants = Map.copyOf(constants);
    supertypes = Map.copyOf(supertypes);
    loggers = Map.copyOf(loggers);
  }
}
