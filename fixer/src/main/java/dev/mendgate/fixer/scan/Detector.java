package dev.mendgate.fixer.scan;

import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.List;

/**
 * Recognises one kind of weakness in code that has not failed yet.
 *
 * <p>Implementations are registered through {@link java.util.ServiceLoader}, have a public
 * no-argument constructor, keep no state, and would rather miss a weakness than raise a false
 * alarm.
 */
public interface Detector {
  /** Returns the name in kebab case, which {@code docs/scan.md} describes. */
  String rule();

  /** Returns one sentence for people who see the name for the first time. */
  String summary();

  /** Returns what a file holds of this weakness. */
  List<Finding> detect(ParsedFile file, RuleContext.Sources sources);
}
