package dev.mendgate.fixer.analysis;

/**
 * An expression that was null.
 *
 * @param dereference where that mattered
 * @param weight from 0 to 1: how well it agrees with the failure
 */
public record Suspect(Dereference dereference, double weight) {}
