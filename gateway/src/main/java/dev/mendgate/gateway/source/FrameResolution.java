package dev.mendgate.gateway.source;

import java.util.List;

/** Where a stack frame stands in the source, or why it is passed over. */
public sealed interface FrameResolution {
  /**
   * The frame's class is in the repository.
   *
   * @param candidates at least one, likeliest first; several where modules declare the same class
   * @param notes what a person should know about the choice, one sentence each
   */
  record Found(List<Candidate> candidates, List<String> notes) implements FrameResolution {
    public Found {
      candidates = List.copyOf(candidates);
      notes = List.copyOf(notes);
    }

    /** Returns the likeliest. */
    public Candidate best() {
      return candidates.get(0);
    }
  }

  /**
   * One file the frame may come from.
   *
   * @param path path in the commit
   * @param line line, from 1, inside the file
   * @param test whether it is a test's source
   * @param plausible whether the line is inside the method the frame names
   */
  record Candidate(String path, int line, boolean test, boolean plausible) {}

  /**
   * The frame is no place to repair.
   *
   * @param reason kind of reason
   * @param note the same for a person
   */
  record Skipped(Reason reason, String note) implements FrameResolution {}

  /** Why a frame is passed over. */
  enum Reason {
    /** The Java platform's own class. */
    PLATFORM,
    /** No file of the repository declares the class. */
    THIRD_PARTY,
    /** Written in another language than Java. */
    NOT_REPAIRABLE,
    /** Made at run time, so that there is no source. */
    GENERATED,
    /** The class is in the repository, but the frame's line is not. */
    NO_LINE
  }
}
