package dev.mendgate.sandbox.run;

import org.jspecify.annotations.Nullable;

/**
 * A test class, or one of its methods.
 *
 * @param className binary name
 * @param method null for all of the class
 */
public record TestSelector(String className, @Nullable String method) {}
