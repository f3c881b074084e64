package dev.mendgate.gateway.pattern.layout;

import org.jspecify.annotations.Nullable;

/**
 * Where a layout says a record was written; at least one part is known.
 *
 * @param className name of the class, possibly abbreviated; null where it is not printed
 * @param method null where it is not printed
 * @param file name without folders; null where it is not printed
 * @param line from 1; 0 where it is not printed
 */
public record LogSource(
    @Nullable String className, @Nullable String method, @Nullable String file, int line) {}
