package dev.mendgate.gateway.pattern.mining;

/** Hears of templates that had to change, so that what was filed under them is found. */
@FunctionalInterface
public interface Replaced {
  /** The lines of the first hash have the second one from now on. */
  void replaced(String oldHash, String newHash);
}
