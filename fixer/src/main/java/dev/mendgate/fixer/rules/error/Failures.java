package dev.mendgate.fixer.rules.error;

import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.analysis.ForeignCall;
import java.util.LinkedHashSet;
import java.util.Set;

/** Knows the JDK's exceptions that tell of bad input, and what they are kinds of. */
final class Failures {
  private Failures() {}

  /** Whether the failure is the JDK's word on a value, not a bug of its own such as a null. */
  static boolean isAboutValue(RuleContext context) {
    return switch (context.failure().simpleType()) {
      case "NumberFormatException",
          "ArrayStoreException",
          "ClassCastException",
          "ArithmeticException",
          "NegativeArraySizeException",
          "PatternSyntaxException",
          "DateTimeException",
          "DateTimeParseException",
          "UnsupportedTemporalTypeException",
          "InputMismatchException",
          "BufferUnderflowException",
          "IllegalCharsetNameException",
          "UnsupportedCharsetException" ->
          context.failure().exceptionType().startsWith("java.");
      case "IllegalArgumentException",
          "ArrayIndexOutOfBoundsException",
          "StringIndexOutOfBoundsException",
          "IndexOutOfBoundsException",
          "NoSuchElementException" ->
          ForeignCall.frame(context).isPresent()
              || context.failure().simpleType().contains("Index");
      default -> false;
    };
  }

  /** Returns the simple names of an exception and its superclasses. */
  static Set<String> kinds(String exceptionType) {
    Set<String> names = new LinkedHashSet<>();
    names.add(exceptionType.substring(exceptionType.lastIndexOf('.') + 1));
    try {
      Class<?> type = Class.forName(exceptionType, false, ClassLoader.getPlatformClassLoader());
      for (Class<?> at = type; at != null && at != Object.class; at = at.getSuperclass()) {
        names.add(at.getSimpleName());
      }
    } catch (ClassNotFoundException | LinkageError foreign) {
      names.addAll(Set.of("RuntimeException", "Exception", "Throwable"));
    }
    return names;
  }
}
