package dev.mendgate.gateway.suggest;

import dev.mendgate.fixer.Reproducer;
import dev.mendgate.fixer.reproduce.ReproducerGenerator;
import dev.mendgate.fixer.source.ParsedSources;
import dev.mendgate.gateway.suggest.LocateOutcome.Located;
import java.util.List;

/** Has the fixer write tests from the syntax tree of the crash site and its callers. */
final class GeneratedReproducers implements CandidateValidator.ReproducerSource {
  private final ReproducerGenerator generator;

  /** Writes at most this many for a failure. */
  GeneratedReproducers(int most) {
    this.generator = new ReproducerGenerator(Math.max(1, most));
  }

  @Override
  public List<Reproducer> generate(Located located) {
    return generator.generate(
        located.failure(), located.sites(), new ParsedSources(located.tree()), located.tree());
  }
}
