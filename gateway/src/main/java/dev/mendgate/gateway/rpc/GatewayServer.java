package dev.mendgate.gateway.rpc;

import dev.mendgate.gateway.config.ConfigException;
import dev.mendgate.gateway.config.Settings;
import dev.mendgate.gateway.source.RepositoryRegistry;
import dev.mendgate.gateway.telemetry.Collectors;
import dev.mendgate.gateway.web.WebhookServer;
import io.grpc.BindableService;
import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.services.HealthStatusManager;
import io.grpc.protobuf.services.ProtoReflectionServiceV1;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/** A running gateway: every service on one port. */
public final class GatewayServer implements AutoCloseable {
  private static final int KEEPALIVE_SECONDS = 30;
  private static final int CANCEL_SECONDS = 10;

  private final Settings settings;
  private final Services services;
  private final HealthStatusManager health = new HealthStatusManager();
  private final Server server;
  private final Optional<WebhookServer> webhook;

  private GatewayServer(Settings settings, Services services) throws IOException {
    this.settings = settings;
    this.services = services;
    this.server = build().start();
    try {
      this.webhook = settings.remotes().webhook().map(services::webhook);
    } catch (RuntimeException e) {
      server.shutdownNow();
      throw e;
    }
  }

  /**
   * Opens the store and listens.
   *
   * @throws dev.mendgate.gateway.store.StoreException if the data folder cannot be used
   * @throws ConfigException if the settings contradict each other
   * @throws IOException if the port cannot be had
   */
  public static GatewayServer start(Settings settings) throws IOException {
    if (settings.collector().filter(c -> Collectors.isOwn(c, settings.port())).isPresent()) {
      throw new ConfigException(
          "otel.exporter.otlp.endpoint leads back to this gateway; name a collector");
    }
    return start(settings, Services.open(settings));
  }

  /** Listens in front of services, which are closed with the server. */
  static GatewayServer start(Settings settings, Services services) throws IOException {
    try {
      return new GatewayServer(settings, services);
    } catch (IOException | RuntimeException e) {
      services.close();
      throw e;
    }
  }

  private Server build() {
    NettyServerBuilder builder =
        NettyServerBuilder.forAddress(new InetSocketAddress(settings.host(), settings.port()))
            .maxInboundMessageSize(settings.limits().messageBytes())
            .permitKeepAliveTime(KEEPALIVE_SECONDS, TimeUnit.SECONDS)
            .permitKeepAliveWithoutCalls(true)
            .intercept(new ErrorInterceptor())
            .addService(health.getHealthService())
            .addService(ProtoReflectionServiceV1.newInstance());
    for (BindableService service : services.all()) {
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

  /** Returns the port that is listened on for webhooks; empty for none. */
  public OptionalInt webhookPort() {
    return webhook.stream().mapToInt(WebhookServer::port).findFirst();
  }

  /** Returns the repositories that failures are mapped to. */
  public RepositoryRegistry repositories() {
    return services.registry();
  }

  /** Waits until another thread closes this. */
  public void awaitStop() throws InterruptedException {
    server.awaitTermination();
  }

  /**
   * Takes no new calls, lets running ones finish for as long as configured, then cancels them and
   * closes the store.
   */
  @Override
  public synchronized void close() {
    if (server.isShutdown()) {
      return;
    }
    webhook.ifPresent(WebhookServer::close);
    health.enterTerminalState();
    server.shutdown();
    services.drain();
    try {
      if (!server.awaitTermination(settings.drain().toMillis(), TimeUnit.MILLISECONDS)) {
        server.shutdownNow().awaitTermination(CANCEL_SECONDS, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      server.shutdownNow();
      Thread.currentThread().interrupt();
    }
    services.close();
  }
}
