package dev.mendgate.gateway.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status.StatusCode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class OtlpTelemetryTest {
  private final FakeCollector collector = new FakeCollector();

  OtlpTelemetryTest() throws IOException {}

  @AfterEach
  void stop() {
    collector.close();
  }

  @Test
  void sendsASpanForEachStageWithTheInnerOnesBelowTheOuter() {
    try (Telemetry telemetry = OtlpTelemetry.to(collector.endpoint())) {
      assertEquals("done", telemetry.stage("outer", () -> telemetry.stage("inner", () -> "done")));
    }
    List<Span> spans = collector.spans();
    assertEquals(List.of("inner", "outer"), spans.stream().map(Span::getName).toList());
    assertEquals(spans.get(1).getSpanId(), spans.get(0).getParentSpanId());
  }

  @Test
  void marksTheSpanOfAStageThatFailsAndLetsTheExceptionThrough() {
    IOException failure = new IOException("disk");
    try (Telemetry telemetry = OtlpTelemetry.to(collector.endpoint())) {
      IOException thrown =
          assertThrows(
              IOException.class,
              () ->
                  telemetry.stage(
                      "validate",
                      () -> {
                        throw failure;
                      }));
      assertSame(failure, thrown);
    }
    assertEquals(StatusCode.STATUS_CODE_ERROR, collector.spans().get(0).getStatus().getCode());
  }

  @Test
  void sendsCountsDurationsAndQueueDepthsWhenItCloses() {
    try (Telemetry telemetry = OtlpTelemetry.to(collector.endpoint())) {
      telemetry.countEvents("stored", 3);
      telemetry.countEvents("rejected", 0);
      telemetry.recordSuggestion("ok", Duration.ofMillis(1500));
      telemetry.watchQueue("store", () -> 7);
      telemetry.watchQueue("work", () -> 8);
    }
    Metric events = metric("mendgate.events");
    assertEquals(1, events.getSum().getDataPointsCount());
    assertEquals(3, events.getSum().getDataPoints(0).getAsInt());
    assertEquals(
        1.5, metric("mendgate.suggestion.duration").getHistogram().getDataPoints(0).getSum());
    assertEquals(
        List.of(7L, 8L),
        metric("mendgate.queue.depth").getGauge().getDataPointsList().stream()
            .map(point -> point.getAsInt())
            .sorted()
            .toList());
  }

  private Metric metric(String name) {
    return collector.metrics().stream()
        .filter(metric -> metric.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void isNotDisturbedByACollectorThatIsAway() {
    URI away = collector.endpoint();
    collector.close();
    try (Telemetry telemetry = OtlpTelemetry.to(away)) {
      assertEquals("done", telemetry.stage("locate", () -> "done"));
    }
    assertTrue(collector.spans().isEmpty());
  }

  @Test
  void knowsTheGatewayItselfFromACollector() {
    assertTrue(Collectors.isOwn(URI.create("http://localhost:8717"), 8717));
    assertTrue(Collectors.isOwn(URI.create("http://127.0.0.1:8717"), 8717));
    assertFalse(Collectors.isOwn(URI.create("http://localhost:4317"), 8717));
    assertFalse(Collectors.isOwn(URI.create("http://192.0.2.1:8717"), 8717));
  }
}
