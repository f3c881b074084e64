package dev.mendgate.gateway.rpc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mendgate.gateway.config.Settings;
import dev.mendgate.gateway.telemetry.FakeCollector;
import dev.mendgate.v1.FixServiceGrpc;
import dev.mendgate.v1.SuggestFixRequest;
import io.opentelemetry.proto.trace.v1.Span;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OwnTelemetryTest {
  @Test
  void aSuggestionLeavesOneSpanForEachStageOfThePipeline(@TempDir Path folder) throws Exception {
    ShopRepository shop = new ShopRepository(Files.createDirectory(folder.resolve("till")));
    try (FakeCollector collector = new FakeCollector()) {
      Settings settings =
          Settings.defaults(folder.resolve("data")).withCollector(collector.endpoint());
      try (RunningGateway gateway = RunningGateway.start(settings)) {
        shop.register(gateway.channel);
        FixServiceGrpc.newBlockingStub(gateway.channel)
            .suggestFix(
                SuggestFixRequest.newBuilder()
                    .setEvent(shop.event())
                    .setSkipValidation(true)
                    .build())
            .forEachRemaining(step -> {});
      }
      assertEquals(
          List.of("locate", "propose", "rank"),
          collector.spans().stream().map(Span::getName).toList());
    }
  }
}
