package dev.mendgate.fixer;

import java.util.List;

/**
 * What the rules came up with for one failure.
 *
 * @param fixes candidate fixes, most confident first; no two have the same outcome
 * @param notes one line each for what could not be looked at: a file that does not parse, a rule
 *     that failed
 */
public record Proposals(List<CandidateFix> fixes, List<String> notes) {
  public Proposals {
    fixes = List.copyOf(fixes);
    notes = List.copyOf(notes);
  }
}
