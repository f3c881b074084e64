package dev.mendgate.gateway.suggest;

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
 */
public record CrashHistory(@Nullable Suspect suspect, List<LineChange> methodChanges) {
  /** Nothing is known. */
  public static final CrashHistory NONE = new CrashHistory(null, List.of());

  public CrashHistory {
    methodChanges = List.copyOf(methodChanges);
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
