package dev.mendgate.gateway.suggest;

import java.util.List;

/**
 * The answer to a failure.
 *
 * @param outcome where it is, or why that is not known
 * @param candidates best first; empty where nothing fits
 * @param notes what a reader should know, such as that the project's own build failed
 */
public record Suggestions(LocateOutcome outcome, List<Candidate> candidates, List<String> notes) {
  public Suggestions {
    candidates = List.copyOf(candidates);
    notes = List.copyOf(notes);
  }
}
