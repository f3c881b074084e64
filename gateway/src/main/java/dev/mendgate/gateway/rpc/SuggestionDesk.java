package dev.mendgate.gateway.rpc;

import dev.mendgate.gateway.config.Settings;
import dev.mendgate.gateway.source.IndexProgress;
import dev.mendgate.gateway.source.IndexedRepository;
import dev.mendgate.gateway.source.RepositoryRegistry;
import dev.mendgate.gateway.suggest.Candidate;
import dev.mendgate.gateway.suggest.LocateOutcome;
import dev.mendgate.gateway.suggest.LocateOutcome.Located;
import dev.mendgate.gateway.suggest.Locators;
import dev.mendgate.gateway.suggest.SuggestionListener;
import dev.mendgate.gateway.suggest.SuggestionPipeline;
import dev.mendgate.gateway.suggest.Suggestions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Answers failures of registered repositories, and remembers the latest answers so that a pull
 * request for one of their candidates needs no second proof.
 */
final class SuggestionDesk {
  private static final int REMEMBERED = 256;

  private final RepositoryRegistry registry;
  private final SuggestionPipeline pipeline;
  private final Locators locators;
  private final Map<String, Answered> answered =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Answered> eldest) {
          return size() > REMEMBERED;
        }
      };

  /** A candidate of an earlier answer. */
  record Answered(Located located, Candidate candidate) {}

  SuggestionDesk(RepositoryRegistry registry, SuggestionPipeline pipeline, Settings settings) {
    this.registry = registry;
    this.pipeline = pipeline;
    this.locators = new Locators(IndexProgress.SILENT, settings.owners(), settings.relocations());
  }

  LocateOutcome locate(RequestedFailure failure) {
    IndexedRepository repository = registry.open(failure.repository());
    return locators.of(repository, registry.head(failure.repository())).locate(failure.event());
  }

  Suggestions suggest(RequestedFailure failure, boolean validate, SuggestionListener listener) {
    IndexedRepository repository = registry.open(failure.repository());
    Suggestions suggestions =
        pipeline.suggest(
            locators.of(repository, registry.head(failure.repository())),
            failure.event(),
            validate,
            listener);
    if (suggestions.outcome() instanceof Located located && validate) {
      remember(failure.repository(), located, suggestions);
    }
    return suggestions;
  }

  private synchronized void remember(String repository, Located located, Suggestions suggestions) {
    for (Candidate candidate : suggestions.candidates()) {
      answered.put(key(repository, candidate.id()), new Answered(located, candidate));
    }
  }

  /** Returns a candidate that was put to the proof not long ago. */
  synchronized Optional<Answered> recent(String repository, String candidateId) {
    return Optional.ofNullable(answered.get(key(repository, candidateId)));
  }

  private static String key(String repository, String candidateId) {
    return repository + "\n" + candidateId;
  }
}
