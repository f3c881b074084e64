package dev.mendgate.gateway.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.mendgate.gateway.config.ConfigException;
import dev.mendgate.gateway.config.WebhookSettings;
import dev.mendgate.gateway.source.RepositoryRegistry;
import dev.mendgate.gateway.source.sync.RepositorySyncs;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens for forges that tell about pushes, and has the repositories synced. Whoever does not know
 * the secret learns nothing, not even which repositories there are.
 */
public final class WebhookServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WebhookServer.class);
  private static final int SIDE_BY_SIDE = 4;
  private static final int WAITING = 64;
  private static final String SECONDS_TO_SEND = "30";
  private static final String MOST_CONNECTIONS = "200";

  static {
    // The JDK's server reads these once; a caller that sends slowly would hold a thread for ever.
    limit("sun.net.httpserver.maxReqTime", SECONDS_TO_SEND);
    limit("sun.net.httpserver.maxRspTime", SECONDS_TO_SEND);
    limit("jdk.httpserver.maxConnections", MOST_CONNECTIONS);
  }

  private final HttpServer server;
  private final ExecutorService threads;
  private final Map<String, Hook> hooks;

  private WebhookServer(HttpServer server, Map<String, Hook> hooks) {
    this.server = server;
    this.hooks = hooks;
    AtomicInteger count = new AtomicInteger();
    this.threads =
        new ThreadPoolExecutor(
            SIDE_BY_SIDE,
            SIDE_BY_SIDE,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            work -> {
              Thread thread = new Thread(work, "mendgate-webhook-" + count.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Listens.
   *
   * @throws ConfigException if the port cannot be had
   */
  public static WebhookServer start(
      WebhookSettings settings, RepositoryRegistry registry, RepositorySyncs syncs) {
    SharedSecret secret = new SharedSecret(settings.secret());
    PushedRepositories repositories = new PushedRepositories(registry, syncs);
    Map<String, Hook> hooks =
        Map.of(
            "github", new GitHubHook(secret, repositories),
            "gitlab", new GitLabHook(secret, repositories),
            "sync", new NamedHook(secret, repositories));
    try {
      InetSocketAddress address = new InetSocketAddress(settings.host(), settings.port());
      WebhookServer webhook = new WebhookServer(HttpServer.create(address, 0), hooks);
      webhook.server.setExecutor(webhook.threads);
      webhook.server.createContext("/", webhook::handle);
      webhook.server.start();
      return webhook;
    } catch (IOException | IllegalArgumentException e) {
      throw new ConfigException(
          "cannot listen for webhooks on %s:%d: %s; choose another with --webhook-port"
              .formatted(settings.host(), settings.port(), e.getMessage()));
    }
  }

  private static void limit(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }

  /** Returns the port that is listened on. */
  public int port() {
    return server.getAddress().getPort();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Answer answer = answer(exchange);
      if (answer.status() == Answer.UNAUTHORIZED.status()) {
        LOG.warn("Refused a webhook call from {}", exchange.getRemoteAddress().getAddress());
      }
      byte[] text = (answer.line() + "\n").getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
      exchange.sendResponseHeaders(answer.status(), text.length);
      exchange.getResponseBody().write(text);
    }
  }

  private Answer answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String first = path.startsWith("/") ? path.split("/", 3)[1] : "";
    Hook hook = hooks.get(first);
    if (hook == null || (!first.equals("sync") && !path.equals("/" + first))) {
      return new Answer(404, "there are /github, /gitlab and /sync/NAME");
    }
    if (!exchange.getRequestMethod().equals("POST")) {
      exchange.getResponseHeaders().set("Allow", "POST");
      return new Answer(405, "only POST");
    }
    try {
      return hook.receive(new Delivery(exchange));
    } catch (Delivery.TooLargeException e) {
      return new Answer(413, "no more than " + Delivery.MAX_BODY_BYTES + " bytes");
    } catch (RuntimeException e) {
      LOG.error("A webhook call could not be answered", e);
      return new Answer(500, "unforeseen, see the gateway's log");
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
