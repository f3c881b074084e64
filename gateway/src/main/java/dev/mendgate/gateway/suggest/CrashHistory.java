package dev.mendgate.gateway.suggest;

import dev.mendgate.fixer.habit.PastFixes;
import dev.mendgate.gateway.source.CommitNote;
import dev.mendgate.gateway.source.LineChange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the history says about a failure.
 *
 * @param suspect the youngest commit that wrote a line of the trace before the failure first
 *     occurred; null where none is known
 * @param methodChanges who changed the method of the best location, newest first
 * @param pastFixes how the repository fixed failures before
 */
public record CrashHistory(
    @Nullable Suspect suspect, List<LineChange> methodChanges, PastFixes pastFixes) {
  /** Nothing is known. */
  public static final CrashHistory NONE = new CrashHistory(null, List.of());

  public CrashHistory {
    methodChanges = List.copyOf(methodChanges);
  }

  /** Makes one that tells nothing of past fixes. */
  public CrashHistory(@Nullable Suspect suspect, List<LineChange> methodChanges) {
    this(suspect, methodChanges, PastFixes.NONE);
  }

  /** Returns the same with how the repository fixed failures before. */
  public CrashHistory withPastFixes(PastFixes other) {
    return new CrashHistory(suspect, methodChanges, other);
  }

  /**
   * A commit that may have brought the failure.
   *
   * @param commit the commit
   * @param path path, in the deployed revision, of the line of the trace that it wrote
   * @param line that line, from 1
   */
  public record Suspect(CommitNote commit, String path, int line) {}
}
