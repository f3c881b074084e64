package dev.mendgate.gateway.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mendgate.gateway.config.Settings;
import dev.mendgate.gateway.pattern.LogPattern;
import dev.mendgate.gateway.rpc.GatewayServer;
import dev.mendgate.v1.FailureEvent;
import dev.mendgate.v1.FailureGroup;
import dev.mendgate.v1.FailureGroupServiceGrpc;
import dev.mendgate.v1.FailureGroupServiceGrpc.FailureGroupServiceBlockingStub;
import dev.mendgate.v1.FailureIngestServiceGrpc;
import dev.mendgate.v1.GetFailureGroupRequest;
import dev.mendgate.v1.ListFailureGroupsRequest;
import dev.mendgate.v1.RegisterRepositoryRequest;
import dev.mendgate.v1.ReportFailuresRequest;
import dev.mendgate.v1.Repository;
import dev.mendgate.v1.RepositoryServiceGrpc;
import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.logs.v1.LogsServiceGrpc;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.ArrayValue;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.logs.v1.ResourceLogs;
import io.opentelemetry.proto.logs.v1.ScopeLogs;
import io.opentelemetry.proto.logs.v1.SeverityNumber;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sends one failure in all the ways there are, and finds one group. */
final class OneHashThreeWaysTest {
  private static final String TEMPLATE = "customer {} left order {} behind";
  private static final String HASH = LogPattern.ofTemplate(TEMPLATE).hash();
  private static final int ATTEMPTS = 600;

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @SuppressWarnings("NullAway.Init")
  private GatewayServer server;

  @SuppressWarnings("NullAway.Init")
  private ManagedChannel channel;

  @BeforeEach
  void start() throws Exception {
    server = GatewayServer.start(Settings.defaults(folder.resolve("data")).withPort(0));
    channel = NettyChannelBuilder.forAddress("127.0.0.1", server.port()).usePlaintext().build();
  }

  @AfterEach
  void stop() {
    channel.shutdownNow();
    server.close();
  }

  @Test
  void aServerThatKnowsTheSourceFilesAllUnderTheStatement() throws Exception {
    registerShop();
    // No rule masks a name: only the statement tells that it is an argument. Until its index is
    // loaded, this is filed by the message.
    String first = reportUntilTheStatementIsKnown("customer root left order 7 behind");

    report(event().setLogMessage("customer root left order 7 behind").setLogTemplate(TEMPLATE));
    report(event().clearLogger().setLogMessage("customer bob left order 8 behind"));
    report(event().clearLogger().setLogPatternHash(HASH));
    export("customer eve left order 9 behind");
    send("2026-11-20 12:00:01,123 ERROR [main] c.a.Till - customer zoe left order 1 behind\n");

    List<FailureGroup> groups = groups("");
    assertEquals(1, groups.size(), groups.toString());
    assertEquals(HASH, groups.get(0).getLogPatternHash());
    assertEquals(groups, groups(HASH));
    assertEquals(groups, groups(LogPattern.ofMessage("customer root left order 7 behind").hash()));
    assertEquals(groups.get(0), group(first));
  }

  @Test
  void aServerThatDoesNotKnowTheSourceGoesByTheMasks() throws Exception {
    report(event().setLogTemplate("order {} of {} is lost"));
    report(event().setLogMessage("order 7 of 20 is lost"));
    report(
        event().setLogMessage("2026-11-20 12:00:01 ERROR com.acme.Till - order 7 of 20 is lost"));
    exportTemplate("order {} of {} is lost", "7", "21");
    send("2026-11-20 12:00:01,123 ERROR [main] c.a.Till - order 9 of 10 is lost\n");
    send(
        "{\"level\":\"ERROR\",\"loggerName\":\"com.acme.Till\",\"message\":\"order {} of {} is"
            + " lost\",\"arguments\":[\"7\",\"x\"]}\n");

    List<FailureGroup> groups = groups("");
    assertEquals(1, groups.size(), groups.toString());
    assertEquals(6, groups.get(0).getEventCount());
    assertEquals(
        LogPattern.ofTemplate("order {} of {} is lost").hash(), groups.get(0).getLogPatternHash());
  }

  @Test
  void theMessageOfAnExceptionLeadsToItsThrow() throws Exception {
    registerShop();
    reportUntilTheStatementIsKnown("customer root left order 7 behind");
    FailureEvent.Builder thrown =
        FailureEvent.newBuilder()
            .setService("till")
            .setExceptionType("java.lang.IllegalStateException");
    report(thrown.setExceptionMessage("drawer left is stuck").setStackTrace("x"));
    report(thrown.setExceptionMessage("drawer right is stuck"));

    String hash = LogPattern.ofTemplate("drawer {} is stuck").hash();
    List<Long> counts = groups(hash).stream().map(FailureGroup::getEventCount).toList();
    assertEquals(List.of(2L), counts);
  }

  /** Returns the group that the first of these events was filed under. */
  private String reportUntilTheStatementIsKnown(String message) throws InterruptedException {
    String first = report(event().setLogMessage(message));
    for (int i = 0; i < ATTEMPTS && groups(HASH).isEmpty(); i++) {
      Thread.sleep(50);
      report(event().setLogMessage(message));
    }
    return first;
  }

  private void registerShop() throws Exception {
    Path repository = folder.resolve("shop");
    try (Git git = Git.init().setDirectory(repository.toFile()).call()) {
      Files.createDirectories(repository.resolve("com/acme"));
      Files.writeString(
          repository.resolve("com/acme/Till.java"),
          """
          package com.acme;

          class Till {
            private final org.slf4j.Logger log = org.slf4j.LoggerFactory.getLogger(Till.class);

            void leave(String customer, int order, String side) {
              log.error("customer {} left order {} behind", customer, order);
              throw new IllegalStateException("drawer " + side + " is stuck");
            }
          }
          """);
      git.add().addFilepattern(".").call();
      git.commit().setMessage("A").setAuthor("a", "a@b").setSign(false).call();
    }
    RepositoryServiceGrpc.newBlockingStub(channel)
        .registerRepository(
            RegisterRepositoryRequest.newBuilder()
                .setRepository(
                    Repository.newBuilder()
                        .setName("shop")
                        .setLocation(repository.toString())
                        .addServices("till"))
                .build())
        .forEachRemaining(step -> {});
  }

  private static FailureEvent.Builder event() {
    return FailureEvent.newBuilder().setService("till").setLogger("com.acme.Till");
  }

  private String report(FailureEvent.Builder event) {
    return FailureIngestServiceGrpc.newBlockingStub(channel)
        .reportFailures(ReportFailuresRequest.newBuilder().addEvents(event).build())
        .getResults(0)
        .getFailureGroup();
  }

  private void export(String body) {
    export(
        LogRecord.newBuilder()
            .setBody(text(body))
            .addAttributes(attribute("log.body.template", text(TEMPLATE))));
  }

  private void exportTemplate(String template, String... parameters) {
    ArrayValue.Builder values = ArrayValue.newBuilder();
    for (String parameter : parameters) {
      values.addValues(text(parameter));
    }
    export(
        LogRecord.newBuilder()
            .addAttributes(attribute("log.body.template", text(template)))
            .addAttributes(
                attribute(
                    "log.body.parameters", AnyValue.newBuilder().setArrayValue(values).build())));
  }

  private void export(LogRecord.Builder entry) {
    ScopeLogs.Builder scope =
        ScopeLogs.newBuilder()
            .setScope(InstrumentationScope.newBuilder().setName("com.acme.Till"))
            .addLogRecords(entry.setSeverityNumber(SeverityNumber.SEVERITY_NUMBER_ERROR));
    var unused =
        LogsServiceGrpc.newBlockingStub(channel)
            .export(
                ExportLogsServiceRequest.newBuilder()
                    .addResourceLogs(ResourceLogs.newBuilder().addScopeLogs(scope))
                    .build());
  }

  private static AnyValue text(String value) {
    return AnyValue.newBuilder().setStringValue(value).build();
  }

  private static KeyValue attribute(String name, AnyValue value) {
    return KeyValue.newBuilder().setKey(name).setValue(value).build();
  }

  private void send(String log) throws Exception {
    StringWriter err = new StringWriter();
    int code =
        Main.commands()
            .setOut(new PrintWriter(new StringWriter()))
            .setErr(new PrintWriter(err))
            .execute(
                "send",
                "--target=127.0.0.1:" + server.port(),
                "--state=" + folder.resolve("sender.properties"),
                Files.writeString(folder.resolve("app.log"), log).toString());
    assertTrue(code == 0, err.toString());
  }

  private FailureGroupServiceBlockingStub reader() {
    return FailureGroupServiceGrpc.newBlockingStub(channel);
  }

  private List<FailureGroup> groups(String hash) {
    return reader()
        .listFailureGroups(ListFailureGroupsRequest.newBuilder().setLogPatternHash(hash).build())
        .getFailureGroupsList();
  }

  private FailureGroup group(String id) {
    return reader()
        .getFailureGroup(GetFailureGroupRequest.newBuilder().setFailureGroup(id).build())
        .getFailureGroup();
  }
}
