package dev.mendgate.gateway.suggest;

import java.util.List;

/** Hears of each step while it happens; called from several threads, one at a time. */
public interface SuggestionListener {
  /** Hears nothing. */
  SuggestionListener NONE = new SuggestionListener() {};

  /** The failure is mapped to source. */
  default void located(LocateOutcome.Located located) {}

  /** All candidates, unproven, in the rules' own order. */
  default void proposed(List<Candidate> candidates) {}

  /** One candidate has its verdict. */
  default void judged(Candidate candidate) {}

  /**
   * Something takes its time.
   *
   * @param stage {@code prepare}, {@code reproduce}, {@code validate} or {@code rank}
   * @param total 0 while not known
   */
  default void progress(String stage, String message, int done, int total) {}
}
