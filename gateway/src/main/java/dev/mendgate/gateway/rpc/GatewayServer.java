package dev.mendgate.gateway.rpc;

import dev.mendgate.gateway.config.Settings;
import dev.mendgate.gateway.failure.EventLimits;
import dev.mendgate.gateway.ingest.FailureIngest;
import dev.mendgate.gateway.rpc.otlp.LogsEndpoint;
import dev.mendgate.gateway.rpc.otlp.TraceEndpoint;
import dev.mendgate.gateway.store.FailureStore;
import dev.mendgate.gateway.store.sqlite.SqliteFailureStore;
import dev.mendgate.gateway.telemetry.Telemetry;
import dev.mendgate.v1.FailureEvent;
import io.grpc.BindableService;
import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.services.HealthStatusManager;
import io.grpc.protobuf.services.ProtoReflectionServiceV1;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A running gateway: every service on one port, over one store. */
public final class GatewayServer implements AutoCloseable {
  private static final int KEEPALIVE_SECONDS = 30;

  private final Settings settings;
  private final FailureStore store;
  private final FailureIngestEndpoint ingest;
  private final HealthStatusManager health = new HealthStatusManager();
  private final Server server;

  private GatewayServer(Settings settings, FailureStore store) throws IOException {
    this.settings = settings;
    this.store = store;
    FailureIngest failures = ingest(settings, store);
    this.ingest = new FailureIngestEndpoint(failures);
    this.server =
        build(
                List.of(
                    ingest,
                    new FailureGroupEndpoint(store),
                    new LogsEndpoint(failures, Failures::toStatus),
                    new TraceEndpoint(failures, Failures::toStatus)))
            .start();
  }

  /**
   * Opens the store and listens.
   *
   * @throws dev.mendgate.gateway.store.StoreException if the data folder cannot be used
   * @throws IOException if the port cannot be had
   */
  public static GatewayServer start(Settings settings) throws IOException {
    FailureStore store = SqliteFailureStore.open(settings.data(), Clock.systemUTC());
    try {
      return new GatewayServer(settings, store);
    } catch (IOException | RuntimeException e) {
      store.close();
      throw e;
    }
  }

  private static FailureIngest ingest(Settings settings, FailureStore store) {
    return new FailureIngest(
        store,
        FailureEvent::getRepository,
        new EventLimits(settings.limits().eventBytes(), EventLimits.DEFAULT.maxAttributes()),
        Clock.systemUTC(),
        Telemetry.NONE);
  }

  private Server build(List<BindableService> services) {
    InetSocketAddress address = new InetSocketAddress(settings.host(), settings.port());
    NettyServerBuilder builder =
        NettyServerBuilder.forAddress(address)
            .maxInboundMessageSize(settings.limits().messageBytes())
            .permitKeepAliveTime(KEEPALIVE_SECONDS, TimeUnit.SECONDS)
            .permitKeepAliveWithoutCalls(true)
            .intercept(new ErrorInterceptor())
            .addService(health.getHealthService())
            .addService(ProtoReflectionServiceV1.newInstance());
    for (BindableService service : services) {
      ServerServiceDefinition definition = service.bindService();
      builder.addService(definition);
      health.setStatus(definition.getServiceDescriptor().getName(), ServingStatus.SERVING);
    }
    return builder.build();
  }

  /** Returns the port that is listened on. */
  public int port() {
    return server.getPort();
  }

  /**
   * Takes no new calls, lets running ones finish for as long as configured, then cancels them and
   * closes the store.
   */
  @Override
  public void close() {
    if (server.isShutdown()) {
      return;
    }
    health.enterTerminalState();
    server.shutdown();
    ingest.drain();
    try {
      if (!server.awaitTermination(settings.drain().toMillis(), TimeUnit.MILLISECONDS)) {
        server.shutdownNow().awaitTermination(KEEPALIVE_SECONDS, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      server.shutdownNow();
      Thread.currentThread().interrupt();
    }
    store.close();
  }
}
