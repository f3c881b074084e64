package dev.mendgate.gateway.rpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import dev.mendgate.gateway.pattern.LogPattern;
import dev.mendgate.v1.FailureEvent;
import dev.mendgate.v1.FailureGroup;
import dev.mendgate.v1.FailureGroupServiceGrpc;
import dev.mendgate.v1.ListFailureGroupsRequest;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.logs.LogRecordBuilder;
import io.opentelemetry.api.logs.Logger;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import io.opentelemetry.exporter.otlp.logs.OtlpGrpcLogRecordExporter;
import io.opentelemetry.exporter.otlp.trace.OtlpGrpcSpanExporter;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceResponse;
import io.opentelemetry.proto.collector.logs.v1.LogsServiceGrpc;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.ArrayValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.common.v1.KeyValueList;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.logs.v1.ResourceLogs;
import io.opentelemetry.proto.logs.v1.ScopeLogs;
import io.opentelemetry.proto.logs.v1.SeverityNumber;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.logs.SdkLoggerProvider;
import io.opentelemetry.sdk.logs.export.SimpleLogRecordProcessor;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exports to a running gateway, most of it with the SDK that services use. */
final class OtlpTest {
  private static final String REVISION = "0123456789abcdef0123456789abcdef01234567";
  private static final Resource RESOURCE =
      Resource.create(
          Attributes.builder()
              .put("service.name", "till")
              .put("service.version", "1.4.2")
              .put("deployment.environment.name", "production")
              .put("vcs.ref.head.revision", REVISION)
              .build());

  private final RunningGateway gateway;

  OtlpTest(@TempDir Path data) throws IOException {
    gateway = RunningGateway.start(data);
  }

  @AfterEach
  void stop() {
    gateway.close();
  }

  private String endpoint() {
    return "http://127.0.0.1:" + gateway.server.port();
  }

  private SdkLoggerProvider logs(String compression) {
    OtlpGrpcLogRecordExporter exporter =
        OtlpGrpcLogRecordExporter.builder()
            .setEndpoint(endpoint())
            .setCompression(compression)
            .build();
    return SdkLoggerProvider.builder()
        .setResource(RESOURCE)
        .addLogRecordProcessor(SimpleLogRecordProcessor.create(exporter))
        .build();
  }

  private SdkTracerProvider traces() {
    OtlpGrpcSpanExporter exporter = OtlpGrpcSpanExporter.builder().setEndpoint(endpoint()).build();
    return SdkTracerProvider.builder()
        .setResource(RESOURCE)
        .addSpanProcessor(SimpleSpanProcessor.create(exporter))
        .build();
  }

  private static void await(CompletableResultCode code) {
    assertTrue(code.join(30, TimeUnit.SECONDS).isSuccess());
  }

  private List<FailureGroup> groups() {
    return FailureGroupServiceGrpc.newBlockingStub(gateway.channel)
        .listFailureGroups(ListFailureGroupsRequest.getDefaultInstance())
        .getFailureGroupsList();
  }

  private static void log(Logger logger, String body, Throwable thrown) {
    logger
        .logRecordBuilder()
        .setSeverity(Severity.ERROR)
        .setBody(body)
        .setTimestamp(Instant.parse("2026-03-01T12:00:00Z"))
        .setException(thrown)
        .setAttribute(AttributeKey.stringKey("log.body.template"), "cannot pay {} with {}")
        .setAttribute(AttributeKey.stringKey("code.file.path"), "src/Till.java")
        .setAttribute(AttributeKey.stringKey("code.function.name"), "com.acme.Till.pay")
        .setAttribute(AttributeKey.longKey("code.line.number"), 42L)
        .setAttribute(AttributeKey.stringKey("till.id"), "7")
        .emit();
  }

  @Test
  void takesAnExceptionThatTheSdkLogs() {
    try (SdkLoggerProvider provider = logs("gzip")) {
      log(
          provider.get("com.acme.Till"),
          "cannot pay 12 with cash",
          new IllegalStateException("drawer is stuck"));
      await(provider.forceFlush());
    }
    assertEquals(1, groups().size());
    FailureGroup group = groups().get(0);
    assertEquals("java.lang.IllegalStateException", group.getExceptionType());
    assertEquals(LogPattern.ofTemplate("cannot pay {} with {}").hash(), group.getLogPatternHash());
    assertEquals(
        Instant.parse("2026-03-01T12:00:00Z").getEpochSecond(), group.getLastSeen().getSeconds());
    FailureEvent event = group.getLatestEvent();
    assertEquals(REVISION, event.getRevision());
    assertEquals("till", event.getService());
    assertEquals("1.4.2", event.getServiceVersion());
    assertEquals("production", event.getEnvironment());
    assertEquals("com.acme.Till", event.getLogger());
    assertEquals("drawer is stuck", event.getExceptionMessage());
    assertEquals("cannot pay 12 with cash", event.getLogMessage());
    assertEquals("src/Till.java", event.getCode().getFilePath());
    assertEquals("com.acme.Till.pay", event.getCode().getFunctionName());
    assertEquals(42, event.getCode().getLineNumber());
    assertEquals("7", event.getAttributesOrThrow("till.id"));
    assertTrue(event.getStackTrace().contains("at " + OtlpTest.class.getName()));
  }

  @Test
  void countsOnceWhatALogAndASpanOfTheSameTraceTell() {
    IllegalStateException thrown = new IllegalStateException("drawer is stuck");
    try (SdkTracerProvider traces = traces();
        SdkLoggerProvider logs = logs("none")) {
      Span span = traces.get("checkout").spanBuilder("pay").startSpan();
      try (Scope ignored = span.makeCurrent()) {
        span.recordException(thrown);
        log(logs.get("com.acme.Till"), "cannot pay 12 with cash", thrown);
      }
      span.end();
      await(traces.forceFlush());
      await(logs.forceFlush());
    }
    assertEquals(List.of(1L), groups().stream().map(FailureGroup::getEventCount).toList());
    assertFalse(groups().get(0).getLatestEvent().getTraceId().isEmpty());
  }

  @Test
  void countsTheExceptionsOfDifferentSpansEach() {
    try (SdkTracerProvider traces = traces()) {
      for (int i = 0; i < 2; i++) {
        Span span = traces.get("checkout").spanBuilder("pay").startSpan();
        span.recordException(new IllegalStateException("drawer is stuck"));
        span.end();
      }
      await(traces.forceFlush());
    }
    assertEquals(List.of(2L), groups().stream().map(FailureGroup::getEventCount).toList());
    assertEquals(REVISION, groups().get(0).getLatestEvent().getRevision());
  }

  @Test
  void takesErrorsWithoutExceptionAndLeavesEverythingElse() {
    try (SdkLoggerProvider provider = logs("none")) {
      Logger logger = provider.get("com.acme.Till");
      LogRecordBuilder error = logger.logRecordBuilder().setSeverity(Severity.ERROR);
      error.setBody("printer 7 is out of paper").emit();
      logger.logRecordBuilder().setSeverity(Severity.WARN).setBody("paper is low").emit();
      await(provider.forceFlush());
    }
    assertEquals(
        List.of("printer 7 is out of paper"),
        groups().stream().map(FailureGroup::getTitle).toList());
  }

  @Test
  void countsARecordOnceThatIsExportedAgain() {
    LogRecord record =
        error("printer 7 is out of paper").setTimeUnixNano(1_770_000_000_000_000_000L).build();
    assertFalse(export(record).hasPartialSuccess());
    assertFalse(export(record).hasPartialSuccess());
    assertEquals(List.of(1L), groups().stream().map(FailureGroup::getEventCount).toList());
  }

  @Test
  void answersPartialSuccessForARecordThatCannotBeTaken() {
    KeyValue type = attribute("exception.type", "not a class");
    LogRecord refused = error("x").addAttributes(type).build();
    ExportLogsServiceResponse response =
        export(refused, error("printer 7 is out of paper").build(), LogRecord.getDefaultInstance());
    assertEquals(1, response.getPartialSuccess().getRejectedLogRecords());
    assertTrue(response.getPartialSuccess().getErrorMessage().contains("exception_type"));
    assertEquals(1, groups().size());
  }

  @Test
  void readsTheOlderNamesOfCodeAttributes() {
    LogRecord record =
        error("printer 7 is out of paper")
            .addAttributes(attribute("code.filepath", "Till.java"))
            .addAttributes(attribute("code.namespace", "com.acme.Till"))
            .addAttributes(attribute("code.function", "print"))
            .addAttributes(
                KeyValue.newBuilder()
                    .setKey("code.lineno")
                    .setValue(AnyValue.newBuilder().setIntValue(9)))
            .setTraceId(ByteString.copyFrom(new byte[16]))
            .build();
    export(record);
    FailureEvent event = groups().get(0).getLatestEvent();
    assertEquals("Till.java", event.getCode().getFilePath());
    assertEquals("com.acme.Till.print", event.getCode().getFunctionName());
    assertEquals(9, event.getCode().getLineNumber());
    assertEquals("", event.getTraceId());
  }

  @Test
  void fillsTheTemplateInWhereThereIsNoBody() {
    AnyValue parameters =
        AnyValue.newBuilder()
            .setArrayValue(
                ArrayValue.newBuilder()
                    .addValues(AnyValue.newBuilder().setIntValue(7))
                    .addValues(AnyValue.newBuilder().setStringValue("left")))
            .build();
    export(
        error("")
            .clearBody()
            .addAttributes(attribute("log.body.template", "printer {} is {} alone"))
            .addAttributes(KeyValue.newBuilder().setKey("log.body.parameters").setValue(parameters))
            .build());
    assertEquals("printer 7 is left alone", groups().get(0).getLatestEvent().getLogMessage());
  }

  @Test
  void readsMapMessagesOfLog4j() {
    export(
        error("")
            .clearBody()
            .addAttributes(attribute("log4j.map_message.printer", "out of paper"))
            .addAttributes(attribute("log4j.map_message.floor", "two"))
            .build());
    assertEquals(
        "floor=\"two\" printer=\"out of paper\"", groups().get(0).getLatestEvent().getLogMessage());
    export(
        error("")
            .clearBody()
            .addAttributes(attribute("log4j.map_message.message", "it is out of paper"))
            .build());
    assertTrue(
        groups().stream()
            .anyMatch(g -> g.getLatestEvent().getLogMessage().equals("it is out of paper")));
  }

  @Test
  void takesTheMessageOutOfAStructuredBody() {
    AnyValue body =
        AnyValue.newBuilder()
            .setKvlistValue(
                KeyValueList.newBuilder()
                    .addValues(attribute("message", "printer is out of paper"))
                    .addValues(attribute("floor", "two")))
            .build();
    export(error("").setBody(body).build());
    assertEquals("printer is out of paper", groups().get(0).getLatestEvent().getLogMessage());
  }

  private ExportLogsServiceResponse export(LogRecord... records) {
    ScopeLogs.Builder scope = ScopeLogs.newBuilder().addAllLogRecords(List.of(records));
    return LogsServiceGrpc.newBlockingStub(gateway.channel)
        .export(
            ExportLogsServiceRequest.newBuilder()
                .addResourceLogs(ResourceLogs.newBuilder().addScopeLogs(scope))
                .build());
  }

  private static LogRecord.Builder error(String body) {
    return LogRecord.newBuilder()
        .setSeverityNumber(SeverityNumber.SEVERITY_NUMBER_ERROR)
        .setBody(AnyValue.newBuilder().setStringValue(body));
  }

  private static KeyValue attribute(String name, String value) {
    return KeyValue.newBuilder()
        .setKey(name)
        .setValue(AnyValue.newBuilder().setStringValue(value))
        .build();
  }
}
