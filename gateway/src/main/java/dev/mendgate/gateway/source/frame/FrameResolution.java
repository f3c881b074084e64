package dev.mendgate.gateway.source.frame;

import dev.mendgate.fixer.Frame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a stack frame stands in the source, or why it is passed over. */
public sealed interface FrameResolution {
  /**
   * The frame's class is in the repository.
   *
   * @param frame the frame with its class named as in the repository, which differs from the
   *     trace's where a build relocated it or a program subclassed it at run time
   * @param candidates at least one, likeliest first; several where modules declare the same class,
   *     or where the frame does not tell which of several methods it means
   * @param notes what a person should know about the choice, one sentence each
   */
  record Found(Frame frame, List<Candidate> candidates, List<String> notes)
      implements FrameResolution {
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
   * One place the frame may come from.
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
   * @param path file that it has to do with; null where there is none in the commit
   * @param note the same for a person
   */
  record Skipped(Reason reason, @Nullable String path, String note) implements FrameResolution {
    /** Skips a frame that no file of the commit has to do with. */
    public Skipped(Reason reason, String note) {
      this(reason, null, note);
    }
  }

  /** Why a frame is passed over. */
  enum Reason {
    /** The Java platform's own class. */
    PLATFORM,
    /** No file of the repository declares the class. */
    THIRD_PARTY,
    /** No file declares the class, but its package is in the repository. */
    MISSING,
    /** Written in another language than Java. */
    NOT_REPAIRABLE,
    /** Made at run time, so that there is no source. */
    GENERATED,
    /** The class is in the repository, but the frame's line is not. */
    NO_LINE
  }
}
