package dev.mendgate.gateway.rpc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mendgate.gateway.config.Settings;
import dev.mendgate.gateway.failure.Fingerprint;
import dev.mendgate.gateway.pattern.LogPattern;
import dev.mendgate.gateway.pattern.secret.SecretKind;
import dev.mendgate.gateway.pattern.secret.SecretSettings;
import dev.mendgate.v1.EventDisposition;
import dev.mendgate.v1.FailureEvent;
import dev.mendgate.v1.FailureGroup;
import dev.mendgate.v1.FailureGroupServiceGrpc;
import dev.mendgate.v1.FailureIngestServiceGrpc;
import dev.mendgate.v1.ListFailureGroupsRequest;
import dev.mendgate.v1.ReportFailuresRequest;
import dev.mendgate.v1.ReportFailuresResponse;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.logs.v1.LogsServiceGrpc;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.logs.v1.SeverityNumber;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged is on disk without the secrets that came with it. */
final class SecretsAtIngestTest {
  private static final String SECRET = "hunter2hunter2";
  private static final String MAIL = "jane@example.org";
  private static final FailureEvent EVENT =
      FailureEvent.newBuilder()
          .setService("till")
          .setExceptionMessage("cannot log in with password=" + SECRET)
          .setStackTrace(
              "java.lang.IllegalStateException: cannot log in with password="
                  + SECRET
                  + "\n\tat com.acme.Till.pay(Till.java:42)\nCaused by: java.io.IOException: no "
                  + MAIL
                  + "\n\tat com.acme.token.Main.main(Main.java:7)\n")
          .setLogMessage("login of " + MAIL + " with Bearer " + SECRET + " failed")
          .putAttributes("http.request.header.authorization", "Digest " + SECRET)
          .putAttributes("query", "a=b&token=" + SECRET)
          .putAttributes("region", "eu-1")
          .build();

  private final Path data;

  SecretsAtIngestTest(@TempDir Path data) {
    this.data = data;
  }

  private static List<FailureGroup> groups(RunningGateway gateway) {
    return FailureGroupServiceGrpc.newBlockingStub(gateway.channel)
        .listFailureGroups(ListFailureGroupsRequest.getDefaultInstance())
        .getFailureGroupsList();
  }

  private static void report(RunningGateway gateway, FailureEvent event) {
    ReportFailuresResponse response =
        FailureIngestServiceGrpc.newBlockingStub(gateway.channel)
            .reportFailures(ReportFailuresRequest.newBuilder().addEvents(event).build());
    assertEquals(
        EventDisposition.EVENT_DISPOSITION_STORED, response.getResults(0).getDisposition());
  }

  private boolean isOnDisk(String text) throws IOException {
    try (Stream<Path> files = Files.walk(data)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (new String(Files.readAllBytes(file), ISO_8859_1).contains(text)) {
          return true;
        }
      }
    }
    return false;
  }

  @Test
  void noByteOfASecretIsKept() throws Exception {
    try (RunningGateway gateway = RunningGateway.start(data)) {
      report(gateway, EVENT);

      assertFalse(isOnDisk(SECRET));
      assertFalse(isOnDisk(MAIL));
      assertTrue(isOnDisk("com.acme.token.Main.main(Main.java:7)"));
      FailureGroup group = groups(gateway).get(0);
      assertEquals(
          "java.lang.IllegalStateException: cannot log in with password=<*>", group.getTitle());
      FailureEvent kept = group.getLatestEvent();
      assertEquals("login of <*> with Bearer <*> failed", kept.getLogMessage());
      assertEquals("<*>", kept.getAttributesOrThrow("http.request.header.authorization"));
      assertEquals("a=b&token=<*>", kept.getAttributesOrThrow("query"));
      assertEquals("eu-1", kept.getAttributesOrThrow("region"));
    }
    assertFalse(isOnDisk(SECRET));
  }

  @Test
  void theMaskChangesNeitherGroupNorPattern() throws Exception {
    try (RunningGateway gateway = RunningGateway.start(data)) {
      report(gateway, EVENT);

      FailureGroup group = groups(gateway).get(0);
      assertEquals(Fingerprint.of(EVENT), group.getFailureGroup());
      assertEquals(LogPattern.ofMessage(EVENT.getLogMessage()).hash(), group.getLogPatternHash());
    }
  }

  @Test
  void recordsOfOpenTelemetryAreMaskedAsWell() throws Exception {
    ExportLogsServiceRequest.Builder request = ExportLogsServiceRequest.newBuilder();
    request
        .addResourceLogsBuilder()
        .addScopeLogsBuilder()
        .addLogRecords(
            LogRecord.newBuilder()
                .setSeverityNumber(SeverityNumber.SEVERITY_NUMBER_ERROR)
                .setBody(text("login failed: password=" + SECRET))
                .addAttributes(KeyValue.newBuilder().setKey("db.password").setValue(text(SECRET))));
    try (RunningGateway gateway = RunningGateway.start(data)) {
      var response = LogsServiceGrpc.newBlockingStub(gateway.channel).export(request.build());

      assertEquals(0, response.getPartialSuccess().getRejectedLogRecords());
      assertEquals(
          "login failed: password=<*>", groups(gateway).get(0).getLatestEvent().getLogMessage());
      assertFalse(isOnDisk(SECRET));
    }
  }

  private static AnyValue text(String value) {
    return AnyValue.newBuilder().setStringValue(value).build();
  }

  @Test
  void kindsThatAreAllowedAreKept() throws Exception {
    SecretSettings mailOnly =
        new SecretSettings(Set.of(SecretKind.EMAIL), List.of(), List.of("eu-\\d"));
    try (RunningGateway gateway =
        RunningGateway.start(Settings.defaults(data).withSecrets(mailOnly))) {
      report(gateway, EVENT);

      FailureEvent kept = groups(gateway).get(0).getLatestEvent();
      assertEquals("login of <*> with Bearer " + SECRET + " failed", kept.getLogMessage());
      assertEquals("<*>", kept.getAttributesOrThrow("region"));
    }
  }
}
