package dev.mendgate.fixer;

import org.jspecify.annotations.Nullable;

/**
 * One element of a stack trace.
 *
 * @param className binary class name as the JVM prints it, such as {@code a.b.Outer$Inner}
 * @param method method name; {@code <init>}, {@code <clinit>} and {@code lambda$m$0} as printed
 * @param file simple source file name, null where the trace does not say
 * @param line from 1; {@code -1} where unknown, {@code -2} for a native method
 * @param origin what the trace says the class was loaded from: an archive such as {@code
 *     shop-core-1.2.jar}, a folder such as {@code test-classes}, else a module such as {@code
 *     shop.core@1.2}; null where it does not say
 */
public record Frame(
    String className, String method, @Nullable String file, int line, @Nullable String origin) {
  /** Makes a frame of unknown origin. */
  public Frame(String className, String method, @Nullable String file, int line) {
    this(className, method, file, line, null);
  }
}
