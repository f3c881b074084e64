package dev.mendgate.sandbox.build;

import java.util.List;

/** What came of preparing a project. */
public sealed interface BuildOutcome {
  /**
   * It builds.
   *
   * @param notes what a user should know, such as that the project's own build failed and its
   *     sources were compiled directly
   */
  record Prepared(PreparedProject project, List<String> notes) implements BuildOutcome {
    public Prepared {
      notes = List.copyOf(notes);
    }
  }

  /**
   * It does not.
   *
   * @param reason one sentence that says what to do
   * @param output end of the build's output, at most 64 KiB
   */
  record Failed(String reason, String output) implements BuildOutcome {}
}
