package dev.mendgate.gateway.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mendgate.gateway.source.IndexProgress;
import dev.mendgate.gateway.source.RepositoryRegistry;
import dev.mendgate.gateway.source.ScratchRepository;
import dev.mendgate.gateway.source.remote.RemoteAccess;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class ServeRemotesTest {
  private static final String SECRET = "0123456789abcdef0123456789abcdef";

  private final Path folder;

  ServeRemotesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static String refusal(Map<String, String> environment, String... arguments) {
    StringWriter err = new StringWriter();
    int code =
        ExitCodes.install(new CommandLine(new ServeCommand(environment)))
            .setErr(new PrintWriter(err))
            .execute(arguments);
    assertEquals(2, code, err.toString());
    return err.toString();
  }

  @Test
  void saysWhatIsWrongWithItsSettings() {
    assertTrue(refusal(Map.of(), "--sync-interval=5").contains("'5' is no time"));
    assertTrue(refusal(Map.of("MENDGATE_SYNC_INTERVAL", "5x")).contains("'5x' is no time"));
    assertTrue(refusal(Map.of(), "--webhook-port=0").contains("MENDGATE_WEBHOOK_SECRET"));
    String shortSecret =
        refusal(Map.of("MENDGATE_WEBHOOK_SECRET", "hunter2", "MENDGATE_WEBHOOK_PORT", "0"));
    assertTrue(shortSecret.contains("at least 16 characters"), shortSecret);
    assertTrue(!shortSecret.contains("hunter2"), shortSecret);
    assertTrue(
        refusal(Map.of("MENDGATE_WEBHOOK_SECRET", SECRET), "--webhook-port=70000")
            .contains("--webhook-port"));
    assertTrue(refusal(Map.of(), "--git-ssh-host-keys=NONE").contains("--git-ssh-host-keys"));
  }

  @Test
  void startsWithTheCloneItHasWhereTheRemoteIsAwayAndTakesCallsOfTheWebhook() throws Exception {
    ScratchRepository scratch = ScratchRepository.in(Files.createDirectory(folder.resolve("work")));
    scratch.write("A.java", "class A {}\n").commit("first");
    String url = scratch.root().toUri().toString();
    Path data = folder.resolve("data");
    try (RepositoryRegistry registry =
        new RepositoryRegistry(data, RemoteAccess.NONE, List.of(), Clock.systemUTC())) {
      registry.register("shop", url, List.of(), IndexProgress.SILENT);
    }
    Files.move(scratch.root(), folder.resolve("away"));
    Path err = folder.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "serve",
            "--port=0",
            "--webhook-port=0",
            "--data=" + data,
            "--repo=shop=" + url);
    builder.environment().put("MENDGATE_WEBHOOK_SECRET", SECRET);
    Process process = builder.redirectError(err.toFile()).start();
    try (BufferedReader out = process.inputReader(UTF_8)) {
      assertTrue(String.valueOf(out.readLine()).startsWith("listening on 127.0.0.1:"));
      String webhook = String.valueOf(out.readLine());
      assertTrue(webhook.matches("listening for webhooks on port \\d+"), webhook);
      assertTrue(Files.readString(err).contains("shop is not up to date: cannot fetch " + url));
      assertEquals(200, sync(webhook.substring(webhook.lastIndexOf(' ') + 1)));
    } finally {
      process.destroy();
      process.waitFor();
    }
  }

  private static int sync(String port) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/sync/shop"))
            .header("Authorization", "Bearer " + SECRET)
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    return HttpClient.newHttpClient()
        .send(request, HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }
}
