package dev.mendgate.gateway.rpc;

import dev.mendgate.gateway.config.Settings;
import dev.mendgate.gateway.config.WebhookSettings;
import dev.mendgate.gateway.failure.EventLimits;
import dev.mendgate.gateway.ingest.FailureIngest;
import dev.mendgate.gateway.ingest.KnownPatterns;
import dev.mendgate.gateway.ingest.LoadedStatements;
import dev.mendgate.gateway.ingest.PatternSource;
import dev.mendgate.gateway.ingest.Retention;
import dev.mendgate.gateway.pattern.LogPattern;
import dev.mendgate.gateway.pattern.mining.TemplateMiner;
import dev.mendgate.gateway.pattern.secret.SecretMask;
import dev.mendgate.gateway.pullrequest.DraftPullRequests;
import dev.mendgate.gateway.rpc.otlp.LogsEndpoint;
import dev.mendgate.gateway.rpc.otlp.TraceEndpoint;
import dev.mendgate.gateway.source.RepositoryRegistry;
import dev.mendgate.gateway.source.remote.RemoteAccess;
import dev.mendgate.gateway.source.statement.StoredStatements;
import dev.mendgate.gateway.source.sync.RepositorySyncs;
import dev.mendgate.gateway.store.FailureStore;
import dev.mendgate.gateway.store.StoreException;
import dev.mendgate.gateway.store.sqlite.SqliteFailureStore;
import dev.mendgate.gateway.suggest.Pipelines;
import dev.mendgate.gateway.suggest.SuggestionPipeline;
import dev.mendgate.gateway.telemetry.OtlpTelemetry;
import dev.mendgate.gateway.telemetry.Telemetry;
import dev.mendgate.gateway.web.WebhookServer;
import io.grpc.BindableService;
import java.io.IOException;
import java.time.Clock;
import java.util.List;

/** Everything behind the port, put together once. */
final class Services implements AutoCloseable {
  private final Telemetry telemetry;
  private final FailureStore store;
  private final Retention retention;
  private final RepositoryRegistry registry;
  private final RepositorySyncs syncs;
  private final LoadedStatements statements;
  private final TemplateMiner miner;
  private final WorkQueue work;
  private final FailureIngestEndpoint ingest;
  private final List<BindableService> all;

  private Services(
      Settings settings,
      SuggestionPipeline pipeline,
      Telemetry telemetry,
      FailureStore store,
      TemplateMiner miner,
      Clock clock) {
    this.telemetry = telemetry;
    this.miner = miner;
    this.store = store;
    this.registry =
        new RepositoryRegistry(
            settings.data(),
            new RemoteAccess(System.getenv(), settings.remotes().git()),
            List.of(new StoredStatements()),
            clock);
    this.syncs = RepositorySyncs.start(registry, settings.remotes().syncInterval(), clock);
    this.statements = new LoadedStatements(registry);
    this.retention = Retention.start(store, settings.retention(), clock);
    this.work =
        new WorkQueue(settings.limits().suggestions(), settings.limits().waitingSuggestions());
    telemetry.watchQueue("store", store::queueDepth);
    telemetry.watchQueue("work", work::depth);
    EventLimits limits =
        new EventLimits(settings.limits().eventBytes(), EventLimits.DEFAULT.maxAttributes());
    SecretMask mask = SecretMask.of(settings.secrets());
    Repositories repositories = new Repositories(registry);
    FailureIngest failures =
        new FailureIngest(store, repositories::nameFor, patterns(), limits, mask, clock, telemetry);
    this.ingest = new FailureIngestEndpoint(failures);
    RequestedFailure.Reader requested =
        new RequestedFailure.Reader(store, repositories, limits, mask);
    SuggestionDesk desk = new SuggestionDesk(registry, pipeline, settings);
    this.all =
        List.of(
            ingest,
            new FailureGroupEndpoint(store),
            new RepositoryEndpoint(registry, syncs, work),
            new FixEndpoint(requested, desk, work, telemetry),
            new PullRequestEndpoint(requested, desk, registry, drafts(registry, mask), work),
            new LogsEndpoint(failures, Failures::toStatus),
            new TraceEndpoint(failures, Failures::toStatus));
  }

  /**
   * Opens what is kept in the data folder.
   *
   * @throws dev.mendgate.gateway.store.StoreException if the data folder cannot be used
   */
  static Services open(Settings settings) {
    Telemetry telemetry =
        settings.collector().<Telemetry>map(OtlpTelemetry::to).orElse(Telemetry.NONE);
    return open(settings, Pipelines.create(pipeline(settings), telemetry), telemetry);
  }

  /** As {@link #open(Settings)}, with a pipeline of the caller's own. */
  static Services open(Settings settings, SuggestionPipeline pipeline, Telemetry telemetry) {
    Clock clock = Clock.systemUTC();
    FailureStore store = SqliteFailureStore.open(settings.data(), clock);
    try {
      return new Services(settings, pipeline, telemetry, store, miner(settings), clock);
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
  }

  private static TemplateMiner miner(Settings settings) {
    try {
      return TemplateMiner.open(settings.data().resolve("log-templates"));
    } catch (IOException e) {
      throw new StoreException("cannot read or write the data folder: " + e.getMessage(), e);
    }
  }

  private PatternSource patterns() {
    miner.onReplaced(this::replaceHash);
    return new KnownPatterns(statements::of, miner);
  }

  /** A mined template belongs to no repository: whichever uses it, its hash is replaced. */
  private void replaceHash(String oldHash, String newHash) {
    store.replaceHash("", oldHash, newHash);
    registry.list().forEach(r -> store.replaceHash(r.name(), oldHash, newHash));
  }

  private static Pipelines.Settings pipeline(Settings settings) {
    Pipelines.Settings standard = Pipelines.Settings.in(settings.data());
    return new Pipelines.Settings(
        standard.data(),
        settings.isolation(),
        standard.budget(),
        standard.proof(),
        standard.explicit());
  }

  /** A pull request is seen by more people than a log: only the fixed part of messages gets in. */
  private static DraftPullRequests drafts(RepositoryRegistry registry, SecretMask mask) {
    return new DraftPullRequests(
        registry.publisher(), message -> LogPattern.ofMessage(mask.mask(message)).normalForm());
  }

  List<BindableService> all() {
    return all;
  }

  RepositoryRegistry registry() {
    return registry;
  }

  /** Begins to listen for pushes; the caller closes it. */
  WebhookServer webhook(WebhookSettings settings) {
    return WebhookServer.start(settings, registry, syncs);
  }

  /** Ends open streams of events once what is under way on them is acknowledged. */
  void drain() {
    ingest.drain();
  }

  @Override
  public void close() {
    work.close();
    statements.close();
    miner.close();
    syncs.close();
    retention.close();
    store.close();
    registry.close();
    telemetry.close();
  }
}
