package dev.mendgate.fixer.habit;

import dev.mendgate.fixer.habit.Guard.Kind;
import dev.mendgate.fixer.habit.Guard.Shape;
import java.util.List;

/**
 * How a repository fixed failures before, as its history tells.
 *
 * @param fixes newest first
 */
public record PastFixes(List<Fix> fixes) {
  /** Nothing is known. */
  public static final PastFixes NONE = new PastFixes(List.of());

  public PastFixes {
    fixes = List.copyOf(fixes);
  }

  /**
   * A small change that added a guard.
   *
   * @param commit full id
   * @param path file that it changed, with {@code /}
   */
  public record Fix(String commit, String path, Kind kind, Shape shape) {}

  /** Returns the fixes of one kind. */
  public List<Fix> of(Kind kind) {
    return fixes.stream().filter(fix -> fix.kind() == kind).toList();
  }
}
