package dev.mendgate.gateway.telemetry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.ObservableLongGauge;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import io.opentelemetry.exporter.otlp.metrics.OtlpGrpcMetricExporter;
import io.opentelemetry.exporter.otlp.trace.OtlpGrpcSpanExporter;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.export.PeriodicMetricReader;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Sends spans and metrics to a collector over OTLP/gRPC. */
public final class OtlpTelemetry implements Telemetry {
  private static final String SCOPE = "dev.mendgate.gateway";
  private static final AttributeKey<String> DISPOSITION =
      AttributeKey.stringKey("mendgate.disposition");
  private static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("mendgate.outcome");
  private static final AttributeKey<String> QUEUE = AttributeKey.stringKey("mendgate.queue");
  private static final Duration EXPORT_INTERVAL = Duration.ofSeconds(30);
  private static final int CLOSE_SECONDS = 5;

  private final OpenTelemetrySdk sdk;
  private final Tracer tracer;
  private final Meter meter;
  private final LongCounter events;
  private final DoubleHistogram suggestions;
  private final List<ObservableLongGauge> gauges = new CopyOnWriteArrayList<>();

  private OtlpTelemetry(OpenTelemetrySdk sdk) {
    this.sdk = sdk;
    this.tracer = sdk.getTracer(SCOPE);
    this.meter = sdk.getMeter(SCOPE);
    this.events =
        meter
            .counterBuilder("mendgate.events")
            .setDescription("Events by what became of them")
            .setUnit("{event}")
            .build();
    this.suggestions =
        meter
            .histogramBuilder("mendgate.suggestion.duration")
            .setDescription("Time from a SuggestFix call to its last answer")
            .setUnit("s")
            .build();
  }

  /**
   * Begins to send; a collector that cannot be reached is logged by the SDK and disturbs nothing.
   *
   * @param endpoint such as {@code http://localhost:4317}
   */
  public static OtlpTelemetry to(URI endpoint) {
    Resource resource =
        Resource.getDefault()
            .merge(Resource.create(Attributes.builder().put("service.name", "mendgate").build()));
    OtlpGrpcSpanExporter spans =
        OtlpGrpcSpanExporter.builder().setEndpoint(endpoint.toString()).build();
    OtlpGrpcMetricExporter metrics =
        OtlpGrpcMetricExporter.builder().setEndpoint(endpoint.toString()).build();
    return new OtlpTelemetry(
        OpenTelemetrySdk.builder()
            .setTracerProvider(
                SdkTracerProvider.builder()
                    .setResource(resource)
                    .addSpanProcessor(BatchSpanProcessor.builder(spans).build())
                    .build())
            .setMeterProvider(
                SdkMeterProvider.builder()
                    .setResource(resource)
                    .registerMetricReader(
                        PeriodicMetricReader.builder(metrics).setInterval(EXPORT_INTERVAL).build())
                    .build())
            .build());
  }

  @Override
  public <T, X extends Exception> T stage(String name, Stage<T, X> work) throws X {
    Span span = tracer.spanBuilder(name).startSpan();
    boolean done = false;
    try (Scope ignored = span.makeCurrent()) {
      T result = work.run();
      done = true;
      return result;
    } finally {
      if (!done) {
        span.setStatus(StatusCode.ERROR);
      }
      span.end();
    }
  }

  @Override
  public void countEvents(String disposition, long count) {
    if (count > 0) {
      events.add(count, Attributes.of(DISPOSITION, disposition));
    }
  }

  @Override
  public void recordSuggestion(String outcome, Duration duration) {
    suggestions.record(duration.toMillis() / 1000.0, Attributes.of(OUTCOME, outcome));
  }

  @Override
  public void watchQueue(String queue, LongSupplier depth) {
    Attributes attributes = Attributes.of(QUEUE, queue);
    gauges.add(
        meter
            .gaugeBuilder("mendgate.queue.depth")
            .ofLongs()
            .setDescription("What waits in a queue")
            .buildWithCallback(measurement -> measurement.record(depth.getAsLong(), attributes)));
  }

  @Override
  public void close() {
    sdk.getSdkTracerProvider().shutdown().join(CLOSE_SECONDS, TimeUnit.SECONDS);
    sdk.getSdkMeterProvider().shutdown().join(CLOSE_SECONDS, TimeUnit.SECONDS);
    gauges.forEach(ObservableLongGauge::close);
  }
}
