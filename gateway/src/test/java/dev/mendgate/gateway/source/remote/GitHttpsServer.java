package dev.mendgate.gateway.source.remote;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * Serves repositories over https with git's own server program, behind Basic authentication. While
 * it is open, this JVM trusts its certificate.
 */
final class GitHttpsServer implements AutoCloseable {
  private static final String PASSWORD = "changeit";

  private static @Nullable SSLContext shared;

  private final HttpsServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final SSLSocketFactory before = HttpsURLConnection.getDefaultSSLSocketFactory();
  private final Path root;
  private final String login;
  private final List<String> logins = new CopyOnWriteArrayList<>();
  private volatile String elsewhere = "127.0.0.1";

  /**
   * Starts it.
   *
   * @param root folder of the repositories
   * @param login {@code user:password} that is let in
   */
  GitHttpsServer(Path root, String login) throws Exception {
    this.root = root;
    this.login = login;
    SSLContext context = context();
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
    HttpsURLConnection.setDefaultSSLSocketFactory(context.getSocketFactory());
  }

  /** Making a certificate takes a second, so all servers of this JVM share one. */
  private static synchronized SSLContext context() throws Exception {
    SSLContext known = shared;
    if (known == null) {
      known = context(Files.createTempDirectory("keys"));
      shared = known;
    }
    return known;
  }

  private static SSLContext context(Path folder) throws Exception {
    Path file = folder.resolve("keys.p12");
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-keystore",
            file.toString(),
            "-storepass",
            PASSWORD,
            "-alias",
            "test",
            "-dname",
            "CN=localhost",
            "-ext",
            "san=dns:localhost,ip:127.0.0.1",
            "-keyalg",
            "EC");
    Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(keytool.getInputStream().readAllBytes(), UTF_8);
    if (keytool.waitFor() != 0) {
      throw new AssertionError(output);
    }
    KeyStore store = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
    Files.delete(file);
    Files.delete(folder);
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(store, PASSWORD.toCharArray());
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }

  String url(String repository) {
    return "https://127.0.0.1:" + server.getAddress().getPort() + "/" + repository;
  }

  String hostAndPort() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /** Returns what came as {@code user:password}, once for each request that brought any. */
  List<String> logins() {
    return List.copyOf(logins);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String given = exchange.getRequestHeaders().getFirst("Authorization");
      if (given != null) {
        logins.add(new String(Base64.getDecoder().decode(given.replace("Basic ", "")), UTF_8));
      }
      if (given == null || !logins.get(logins.size() - 1).equals(login)) {
        exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"git\"");
        exchange.sendResponseHeaders(401, -1);
        return;
      }
      if (!redirected(exchange)) {
        serve(exchange);
      }
    }
  }

  /** Sends those who are let in to another name of this server. */
  void redirectTo(String host) {
    elsewhere = host;
  }

  private boolean redirected(HttpExchange exchange) throws IOException {
    String asked = exchange.getRequestHeaders().getFirst("Host");
    if (asked.startsWith(elsewhere)) {
      return false;
    }
    String there = asked.replaceFirst("^[^:]+", elsewhere);
    exchange.getResponseHeaders().set("Location", "https://" + there + exchange.getRequestURI());
    exchange.sendResponseHeaders(302, -1);
    return true;
  }

  private void serve(HttpExchange exchange) throws IOException {
    ProcessBuilder builder = new ProcessBuilder("git", "http-backend");
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    Map<String, String> variables = builder.environment();
    variables.put("GIT_PROJECT_ROOT", root.toString());
    variables.put("GIT_HTTP_EXPORT_ALL", "1");
    variables.put("PATH_INFO", exchange.getRequestURI().getPath());
    variables.put("REQUEST_METHOD", exchange.getRequestMethod());
    variables.put("REMOTE_USER", "test");
    put(variables, "QUERY_STRING", exchange.getRequestURI().getRawQuery());
    put(variables, "CONTENT_TYPE", exchange.getRequestHeaders().getFirst("Content-Type"));
    put(
        variables,
        "HTTP_CONTENT_ENCODING",
        exchange.getRequestHeaders().getFirst("Content-Encoding"));
    put(variables, "GIT_PROTOCOL", exchange.getRequestHeaders().getFirst("Git-Protocol"));
    Process backend = builder.start();
    try (OutputStream in = backend.getOutputStream()) {
      exchange.getRequestBody().transferTo(in);
    }
    try (InputStream out = new BufferedInputStream(backend.getInputStream())) {
      exchange.sendResponseHeaders(headers(exchange, out), 0);
      out.transferTo(exchange.getResponseBody());
    }
  }

  private static void put(Map<String, String> variables, String name, String value) {
    if (value != null) {
      variables.put(name, value);
    }
  }

  private static int headers(HttpExchange exchange, InputStream out) throws IOException {
    int status = 200;
    for (String line = line(out); !line.isEmpty(); line = line(out)) {
      String value = line.substring(line.indexOf(':') + 1).strip();
      if (line.startsWith("Status:")) {
        status = Integer.parseInt(value.substring(0, 3));
      } else {
        exchange.getResponseHeaders().add(line.substring(0, line.indexOf(':')), value);
      }
    }
    return status;
  }

  private static String line(InputStream in) throws IOException {
    List<Byte> bytes = new ArrayList<>();
    for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
      bytes.add((byte) b);
    }
    byte[] line = new byte[bytes.size()];
    for (int i = 0; i < line.length; i++) {
      line[i] = bytes.get(i);
    }
    return new String(line, ISO_8859_1).strip();
  }

  @Override
  public void close() {
    HttpsURLConnection.setDefaultSSLSocketFactory(before);
    server.stop(0);
    threads.shutdownNow();
  }
}
