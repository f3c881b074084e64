package dev.mendgate.fixer;

import org.jspecify.annotations.Nullable;

/**
 * One element of a stack trace.
 *
 * @param className binary class name as the JVM prints it, such as {@code a.b.Outer$Inner}
 * @param method method name; {@code <init>}, {@code <clinit>} and {@code lambda$m$0} as printed
 * @param file simple source file name, null where the trace does not say
 * @param line from 1; {@code -1} where unknown, {@code -2} for a native method
 */
public record Frame(String className, String method, @Nullable String file, int line) {}
