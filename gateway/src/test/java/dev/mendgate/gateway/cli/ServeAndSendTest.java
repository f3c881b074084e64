package dev.mendgate.gateway.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mendgate.gateway.config.Settings;
import dev.mendgate.gateway.failure.FailureInput;
import dev.mendgate.gateway.failure.FailureText;
import dev.mendgate.gateway.rpc.GatewayServer;
import dev.mendgate.v1.FailureEvent;
import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Runs the two commands as a user does: one in a process of its own, the other against it. */
final class ServeAndSendTest {
  private static final String TRACE =
      "java.lang.IllegalStateException: drawer is stuck\n\tat com.acme.Till.pay(Till.java:42)\n";

  private final Path folder;

  ServeAndSendTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /** What a command printed, and its exit code. */
  private record Run(int code, String out, String err) {}

  private static Run run(Object command, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        ExitCodes.install(new CommandLine(command))
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(arguments);
    return new Run(code, out.toString(), err.toString());
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private Run send(int port, Path... files) {
    List<String> arguments = new ArrayList<>();
    arguments.add("--target=127.0.0.1:" + port);
    arguments.add("--state=" + folder.resolve("sender.properties"));
    for (Path file : files) {
      arguments.add(file.toString());
    }
    return run(new SendCommand(), arguments.toArray(new String[0]));
  }

  @Test
  void printsWhatBecameOfEachEvent() throws IOException {
    Path trace = file("trace.txt", TRACE);
    Path lines =
        file("events.jsonl", "{\"logMessage\": \"paper is out\"}\n{\"logMessage\": \"jam\"}\n");
    try (GatewayServer server =
        GatewayServer.start(Settings.defaults(folder.resolve("data")).withPort(0))) {
      Run run = send(server.port(), trace, lines);
      assertEquals(0, run.code(), run.err());
      List<String> out = run.out().lines().toList();
      assertEquals(3, out.size());
      assertTrue(out.get(0).matches("\\Q" + trace + "\\E\tstored\t[0-9a-f]{16}"), out.get(0));
      assertTrue(out.get(2).startsWith(lines + "\tstored\t"), out.get(2));
    }
  }

  @Test
  void sendsTheFailureOfALogOfJsonRecordsAndNotItsOtherRecords() throws IOException {
    Path log =
        file(
            "app.json",
            "{\"level\":\"INFO\",\"message\":\"up\"}\n"
                + "{\"level\":\"ERROR\",\"message\":\"paper is out\",\"logger\":\"a.B\"}\n"
                + "{\"level\":\"INFO\",\"message\":\"down\"}\n");
    Path broken = file("broken.jsonl", "{\"logMessage\": \"jam\"}\n{\"logMesage\": \"jam\"}\n");
    try (GatewayServer server =
        GatewayServer.start(Settings.defaults(folder.resolve("data")).withPort(0))) {
      Run run = send(server.port(), log);
      assertEquals(0, run.code(), run.err());
      assertEquals(1, run.out().lines().count(), run.out());
      assertEquals(2, send(server.port(), broken).code());
    }
  }

  @Test
  void saysThatTheGatewayIsAwayAndSendsTheSameLater() throws IOException {
    Path trace = file("trace.txt", TRACE);
    Path data = folder.resolve("data");
    GatewayServer server = GatewayServer.start(Settings.defaults(data).withPort(0));
    int port = server.port();
    server.close();
    Run away = send(port, trace);
    assertEquals(3, away.code());
    assertTrue(away.err().contains("cannot reach the gateway"), away.err());
    Settings samePort = Settings.defaults(data).withPort(port);
    try (GatewayServer again = GatewayServer.start(samePort)) {
      assertTrue(send(again.port(), trace).out().contains("\tstored\t"));
    }
  }

  @Test
  void usesTheSameNumbersWhenARunThatBrokeOffIsRepeated() throws Exception {
    Path trace = file("trace.txt", TRACE);
    FailureEvent event = ((FailureInput.Event) FailureText.read(TRACE)).event();
    try (GatewayServer server =
        GatewayServer.start(Settings.defaults(folder.resolve("data")).withPort(0))) {
      ManagedChannel channel =
          NettyChannelBuilder.forAddress("127.0.0.1", server.port()).usePlaintext().build();
      try (SenderState state = SenderState.open(folder.resolve("sender.properties"))) {
        long first = state.begin(List.of(event));
        // The run ends here without a call of finish(): it never heard the acknowledgement.
        new EventSender(channel, state.producer()).send(first, List.of(event), result -> {});
      } finally {
        channel.shutdownNow();
      }
      assertTrue(send(server.port(), trace).out().contains("\tduplicate\t"));
      assertTrue(send(server.port(), trace).out().contains("\tstored\t"));
    }
  }

  @Test
  void saysWhatIsWrongWithItsInputAndSendsNothing() throws IOException {
    assertEquals(2, send(1, folder.resolve("absent.txt")).code());
    Run empty = send(1, file("empty.txt", ""));
    assertEquals(2, empty.code());
    assertEquals(1, empty.err().lines().count());
    assertEquals(2, run(new SendCommand(), "--target=nonsense", "x").code());
  }

  @Test
  void takesSettingsFromFlagsThenEnvironmentThenFile() throws IOException {
    Path config = file("gateway.properties", "port = 70001\nmax-event-bytes = 70002\n");
    Run fromFile = run(new ServeCommand(Map.of()), "--config=" + config);
    assertEquals(2, fromFile.code());
    assertTrue(fromFile.err().contains("70001"), fromFile.err());
    Map<String, String> environment = Map.of("MENDGATE_PORT", "70003");
    Run fromEnvironment = run(new ServeCommand(environment), "--config=" + config);
    assertTrue(fromEnvironment.err().contains("70003"), fromEnvironment.err());
    Run fromFlag = run(new ServeCommand(environment), "--port=70004", "--config=" + config);
    assertTrue(fromFlag.err().contains("70004"), fromFlag.err());
    Map<String, String> file = Map.of("MENDGATE_CONFIG", config.toString());
    Run fromNamedFile = run(new ServeCommand(file));
    assertTrue(fromNamedFile.err().contains("70001"), fromNamedFile.err());
  }

  @Test
  void refusesAConfigFileWithASettingItDoesNotKnow() throws IOException {
    Path config = file("gateway.properties", "prot = 1\n");
    Run run = run(new ServeCommand(Map.of()), "--config=" + config);
    assertEquals(2, run.code());
    assertTrue(run.err().contains("unknown setting 'prot'"), run.err());
    assertFalse(run.err().contains("help,"), run.err());
    assertTrue(run.err().contains("max-event-bytes"), run.err());
  }

  @Test
  void takesTheOwnersFileFromTheEnvironmentOrTheConfigFile() throws IOException {
    Path owners = file("owners.txt", "# teams\npath /src/ core\n");
    Run told = run(new ServeCommand(Map.of("MENDGATE_OWNERS", owners.toString())));
    assertEquals(2, told.code());
    assertTrue(told.err().contains(owners + ", line 2: there is no line 'team core'"), told.err());
    Path config = file("gateway.properties", "owners = no-such-file\n");
    Run configured = run(new ServeCommand(Map.of()), "--config=" + config);
    assertTrue(configured.err().contains("there is no owners file no-such-file"), configured.err());
  }

  @Test
  void takesShadingRulesFromTheEnvironmentOrTheConfigFile() throws IOException {
    Run told = run(new ServeCommand(Map.of("MENDGATE_SHADE", "a.b=c,d")));
    assertTrue(told.err().contains("'d' is no shading rule"), told.err());

    Path config = file("gateway.properties", "shade = a.b=c, e\n");
    Run configured = run(new ServeCommand(Map.of()), "--config=" + config);
    assertTrue(configured.err().contains("'e' is no shading rule"), configured.err());
  }

  @Test
  void servesUntilItIsTerminatedAndKeepsWhatItAcknowledged() throws Exception {
    Path data = folder.resolve("data");
    Path config = file("gateway.properties", "port = 0\n");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "serve",
                "--config=" + config,
                "--data=" + data)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader out = process.inputReader(UTF_8)) {
      String line = out.readLine();
      assertTrue(line.matches("listening on 127\\.0\\.0\\.1:\\d+"), line);
      int port = Integer.parseInt(line.substring(line.lastIndexOf(':') + 1));
      assertEquals(0, send(port, file("trace.txt", TRACE)).code());
      process.destroy();
      assertEquals(143, process.waitFor());
    } finally {
      process.destroyForcibly();
    }
    assertTrue(Files.exists(data.resolve("mendgate.sqlite")));
    // A store that was closed in order leaves no write-ahead log behind.
    assertTrue(Files.notExists(data.resolve("mendgate.sqlite-wal")));
  }
}
