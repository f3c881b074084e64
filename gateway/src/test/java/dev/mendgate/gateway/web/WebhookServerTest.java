package dev.mendgate.gateway.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mendgate.gateway.config.ConfigException;
import dev.mendgate.gateway.config.WebhookSettings;
import dev.mendgate.gateway.source.RepositoryRegistry;
import dev.mendgate.gateway.source.remote.RemoteAccess;
import dev.mendgate.gateway.source.sync.RepositorySyncs;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WebhookServerTest {
  private static final String SECRET = "It's a Secret to Everybody";
  private static final String REPOSITORY =
      """
      {"name": "%s", "location": "%s", "services": [], "branch": "main",
       "headCommit": "0123456789012345678901234567890123456789",
       "indexedAt": "2026-11-20T12:00:00Z", "indexedFiles": 1, "indexedStatements": 1}""";

  private final RepositoryRegistry registry;
  private final RepositorySyncs syncs;
  private final WebhookServer server;
  private final HttpClient client = HttpClient.newHttpClient();

  WebhookServerTest(@TempDir Path data) throws Exception {
    List<String> repositories =
        List.of(
            REPOSITORY.formatted("till", "https://forge.invalid/acme/till.git"),
            REPOSITORY.formatted("till-ssh", "git@forge.invalid:Acme/till"),
            REPOSITORY.formatted("depot", "ssh://git@forge.invalid:2222/acme/depot.git"),
            REPOSITORY.formatted("local", "/srv/git/acme/till.git"));
    Files.writeString(
        data.resolve("repositories.json"),
        "{\"version\": 1, \"repositories\": [" + String.join(",", repositories) + "]}");
    registry = new RepositoryRegistry(data, RemoteAccess.NONE, List.of(), Clock.systemUTC());
    syncs = RepositorySyncs.start(registry, Duration.ZERO, Clock.systemUTC());
    server = WebhookServer.start(settings(0), registry, syncs);
  }

  private static WebhookSettings settings(int port) {
    return new WebhookSettings("127.0.0.1", port, SECRET);
  }

  @AfterEach
  void stop() {
    server.close();
    syncs.close();
    registry.close();
  }

  private static String github(String event) {
    return """
    {"ref": "refs/heads/main", "repository": {"full_name": "acme/till",
      "clone_url": "https://forge.invalid/acme/till.git", "ssh_url": "git@forge.invalid:acme/till.git",
      "html_url": "https://forge.invalid/acme/till"}, "event": "%s"}"""
        .formatted(event);
  }

  private static String signature(String body, String secret) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
    return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(UTF_8)));
  }

  private HttpResponse<String> post(String path, String body, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .POST(BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private int githubStatus(String event, String body, String signature) throws Exception {
    return post("/github", body, "X-GitHub-Event", event, "X-Hub-Signature-256", signature)
        .statusCode();
  }

  /** What is to be synced soon, or has been by now. */
  private Set<String> told() {
    Set<String> told = new TreeSet<>();
    for (var repository : registry.list()) {
      boolean tried = registry.syncState(repository.name()).lastAttempt() != null;
      if (tried || syncs.next(repository.name()).isPresent()) {
        told.add(repository.name());
      }
    }
    return told;
  }

  @Test
  void knowsTheSignatureOfGitHubsOwnExample() {
    assertTrue(
        new SharedSecret(SECRET)
            .signed(
                "Hello, World!".getBytes(UTF_8),
                "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17"));
  }

  @Test
  void syncsAllThatAreRegisteredAtTheUrlsOfAPushToGitHub() throws Exception {
    String body = github("push");

    assertEquals(200, githubStatus("push", body, signature(body, SECRET)));

    assertEquals(Set.of("till", "till-ssh"), told());
  }

  @Test
  void takesAPushThatGitHubSendsAsAForm() throws Exception {
    String body = "payload=" + URLEncoder.encode(github("push"), UTF_8);

    HttpResponse<String> answer =
        post(
            "/github",
            body,
            "Content-Type",
            "application/x-www-form-urlencoded",
            "X-GitHub-Event",
            "push",
            "X-Hub-Signature-256",
            signature(body, SECRET));

    assertEquals(200, answer.statusCode(), answer.body());
    assertEquals(Set.of("till", "till-ssh"), told());
  }

  @Test
  void refusesABodyThatIsNotSignedWithTheSecret() throws Exception {
    String body = github("push");
    String good = signature(body, SECRET);

    assertEquals(401, githubStatus("push", body, signature(body, SECRET + "!")));
    assertEquals(401, githubStatus("push", body + " ", good));
    assertEquals(401, githubStatus("push", body, good.substring(0, good.length() - 1)));
    assertEquals(401, githubStatus("push", body, "sha256="));
    assertEquals(401, githubStatus("push", body, good.replace("sha256=", "sha1=")));
    assertEquals(401, post("/github", body, "X-GitHub-Event", "push").statusCode());
    assertEquals(Set.of(), told());
  }

  @Test
  void answersAPingAndLeavesOtherEventsAlone() throws Exception {
    String body = github("ping");

    assertEquals(200, githubStatus("ping", body, signature(body, SECRET)));
    assertEquals(200, githubStatus("issues", body, signature(body, SECRET)));
    assertEquals(401, githubStatus("ping", body, signature(body, "another secret of mine")));
    assertEquals(Set.of(), told());
  }

  @Test
  void doesNotKnowARepositoryThatIsNotRegisteredOrNotToldOf() throws Exception {
    for (String body :
        List.of(
            github("push").replace("acme/till", "acme/other"),
            github("push").replace("forge.invalid", "other.invalid"),
            "{\"repository\": {\"clone_url\": \"/srv/git/acme/till.git\"}}",
            "{\"repository\": {\"clone_url\": 7, \"ssh_url\": null}}",
            "{\"repository\": []}",
            "[]",
            "",
            "{",
            "[".repeat(100_000))) {
      assertEquals(404, githubStatus("push", body, signature(body, SECRET)), body);
    }
    assertEquals(Set.of(), told());
  }

  @Test
  void syncsWhatWasPushedToGitLab() throws Exception {
    String body =
        """
        {"object_kind": "push", "project": {"path_with_namespace": "acme/depot",
          "git_ssh_url": "git@forge.invalid:acme/depot.git",
          "git_http_url": "https://forge.invalid/acme/depot.git"}}""";

    assertEquals(401, post("/gitlab", body, "X-Gitlab-Event", "Push Hook").statusCode());
    assertEquals(
        401,
        post("/gitlab", body, "X-Gitlab-Event", "Push Hook", "X-Gitlab-Token", "wrong")
            .statusCode());
    assertEquals(
        200,
        post("/gitlab", body, "X-Gitlab-Event", "Note Hook", "X-Gitlab-Token", SECRET)
            .statusCode());
    assertEquals(Set.of(), told());
    assertEquals(
        200,
        post("/gitlab", body, "X-Gitlab-Event", "Push Hook", "X-Gitlab-Token", SECRET)
            .statusCode());
    assertEquals(Set.of("depot"), told());
  }

  @Test
  void syncsARepositoryByNameForWhoHasTheToken() throws Exception {
    assertEquals(401, post("/sync/local", "").statusCode());
    assertEquals(401, post("/sync/local", "", "Authorization", "Bearer nope").statusCode());
    assertEquals(401, post("/sync/absent", "", "Authorization", "Bearer nope").statusCode());
    assertEquals(404, post("/sync/absent", "", "Authorization", "Bearer " + SECRET).statusCode());
    assertEquals(Set.of(), told());
    assertEquals(200, post("/sync/local", "", "Authorization", "Bearer " + SECRET).statusCode());
    assertEquals(Set.of("local"), told());
  }

  @Test
  void refusesABodyThatNoForgeSends() throws Exception {
    String body = "x".repeat(Delivery.MAX_BODY_BYTES + 1);

    assertEquals(413, githubStatus("push", body, signature(body, SECRET)));
  }

  @Test
  void answersNothingElse() throws Exception {
    assertEquals(404, post("/", "").statusCode());
    assertEquals(404, post("/github/till", "").statusCode());
    HttpRequest get =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/github")).build();
    HttpResponse<String> answer = client.send(get, HttpResponse.BodyHandlers.ofString());
    assertEquals(405, answer.statusCode());
    assertEquals("POST", answer.headers().firstValue("Allow").orElseThrow());
  }

  @Test
  void saysWhatToDoAboutATakenPortAndAShortSecretWithoutShowingIt() {
    String taken =
        assertThrows(
                ConfigException.class,
                () -> WebhookServer.start(settings(server.port()), registry, syncs))
            .getMessage();
    assertTrue(taken.contains("--webhook-port"), taken);
    String shortOne =
        assertThrows(ConfigException.class, () -> new WebhookSettings("127.0.0.1", 0, "hunter2"))
            .getMessage();
    assertTrue(shortOne.contains("MENDGATE_WEBHOOK_SECRET"), shortOne);
    assertFalse(shortOne.contains("hunter2"), shortOne);
    assertFalse(settings(0).toString().contains(SECRET));
  }
}
