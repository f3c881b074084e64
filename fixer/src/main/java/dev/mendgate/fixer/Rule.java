package dev.mendgate.fixer;

import java.util.List;

/**
 * Recognises one kind of fault at a crash site and proposes small patches for it.
 *
 * <p>Implementations are registered through {@link java.util.ServiceLoader}, have a public
 * no-argument constructor, keep no state, and are driven by syntax and types, never by the names or
 * texts of a known bug.
 */
public interface Rule {
  /** Returns the name in kebab case, which is also the name of its page in {@code docs/rules}. */
  String name();

  /**
   * Proposes patches for the site, best first; empty where the rule does not apply or no safe patch
   * exists. Called once for each in-app frame.
   */
  List<CandidateFix> propose(RuleContext context);
}
