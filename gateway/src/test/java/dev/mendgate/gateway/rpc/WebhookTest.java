package dev.mendgate.gateway.rpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mendgate.gateway.config.GitAccess;
import dev.mendgate.gateway.config.RemoteSettings;
import dev.mendgate.gateway.config.Settings;
import dev.mendgate.gateway.config.WebhookSettings;
import dev.mendgate.gateway.source.IndexProgress;
import dev.mendgate.gateway.source.ScratchRepository;
import dev.mendgate.v1.GetRepositoryRequest;
import dev.mendgate.v1.Repository;
import dev.mendgate.v1.RepositoryServiceGrpc;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pushes to a repository that a running gateway has cloned, and tells it so. */
final class WebhookTest {
  private static final String SECRET = "0123456789abcdef0123456789abcdef";

  @Test
  void aPushThatIsToldOfIsInTheIndexSoonAfter(@TempDir Path data, @TempDir Path work)
      throws Exception {
    ScratchRepository scratch = ScratchRepository.in(work);
    scratch.write("A.java", "class A {}\n").commit("first");
    WebhookSettings webhook = new WebhookSettings("127.0.0.1", 0, SECRET);
    RemoteSettings remotes =
        new RemoteSettings(GitAccess.DEFAULT, Duration.ZERO, Optional.of(webhook));
    Settings settings = Settings.defaults(data).withRemotes(remotes);
    try (RunningGateway gateway = RunningGateway.start(settings)) {
      gateway
          .server
          .repositories()
          .register("shop", work.toUri().toString(), List.of(), IndexProgress.SILENT);
      String second = scratch.write("B.java", "class B {}\n").commit("second");

      HttpRequest push =
          HttpRequest.newBuilder(
                  URI.create(
                      "http://127.0.0.1:" + gateway.server.webhookPort().getAsInt() + "/sync/shop"))
              .header("Authorization", "Bearer " + SECRET)
              .POST(HttpRequest.BodyPublishers.noBody())
              .build();
      HttpResponse<String> answer =
          HttpClient.newHttpClient().send(push, HttpResponse.BodyHandlers.ofString());

      assertEquals("syncing shop\n", answer.body());
      awaitHead(gateway, second);
    }
  }

  private static void awaitHead(RunningGateway gateway, String commit) throws Exception {
    GetRepositoryRequest get = GetRepositoryRequest.newBuilder().setName("shop").build();
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
    Repository shown = Repository.getDefaultInstance();
    while (!shown.getHeadCommit().equals(commit)) {
      assertTrue(System.nanoTime() < end, "still at " + shown);
      Thread.sleep(20);
      shown =
          RepositoryServiceGrpc.newBlockingStub(gateway.channel).getRepository(get).getRepository();
    }
    assertEquals(2, shown.getIndexedFiles());
  }
}
