package dev.mendgate.gateway.rpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.Any;
import com.google.protobuf.Message;
import com.google.rpc.Status;
import dev.mendgate.fixer.Proposer;
import dev.mendgate.gateway.config.Settings;
import dev.mendgate.gateway.suggest.CandidateProposer;
import dev.mendgate.gateway.suggest.CandidateValidator;
import dev.mendgate.gateway.suggest.ProofOptions;
import dev.mendgate.gateway.suggest.Sandbox;
import dev.mendgate.gateway.suggest.SuggestionPipeline;
import dev.mendgate.gateway.telemetry.Telemetry;
import dev.mendgate.v1.FailureEvent;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.protobuf.StatusProto;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.function.Executable;

/** A gateway on a free port, and a channel to it. */
final class RunningGateway implements AutoCloseable {
  final GatewayServer server;
  final ManagedChannel channel;

  private RunningGateway(GatewayServer server) {
    this.server = server;
    this.channel =
        NettyChannelBuilder.forAddress("127.0.0.1", server.port()).usePlaintext().build();
  }

  static RunningGateway start(Path data) throws IOException {
    return start(Settings.defaults(data));
  }

  static RunningGateway start(Settings settings) throws IOException {
    return new RunningGateway(GatewayServer.start(settings.withPort(0)));
  }

  /** Starts a gateway whose pipeline validates in a sandbox of the test's own. */
  static RunningGateway start(Settings settings, Sandbox sandbox) throws IOException {
    SuggestionPipeline pipeline =
        new SuggestionPipeline(
            new CandidateProposer(Proposer.withInstalledRules()),
            new CandidateValidator(sandbox, located -> List.of(), ProofOptions.DEFAULT),
            Telemetry.NONE);
    Settings anyPort = settings.withPort(0);
    Services services = Services.open(anyPort, pipeline, Telemetry.NONE);
    return new RunningGateway(GatewayServer.start(anyPort, services));
  }

  /** Returns an event with a stack trace of one project frame. */
  static FailureEvent event(String message) {
    return FailureEvent.newBuilder()
        .setEventId("event of " + message)
        .setService("till")
        .setStackTrace(
            "java.lang.IllegalStateException: "
                + message
                + "\n\tat com.acme.Till.pay(Till.java:42)\n\tat com.acme.Main.main(Main.java:7)\n")
        .build();
  }

  /** Runs a call that must fail, and returns the rich status of its failure. */
  static Status refusal(Executable call) {
    StatusRuntimeException refused = assertThrows(StatusRuntimeException.class, call);
    Status status = StatusProto.fromThrowable(refused);
    assertTrue(status != null, "no rich status");
    return status;
  }

  /** Returns the only detail of a type. */
  static <M extends Message> M detail(List<Any> details, Class<M> type) {
    List<Any> found = details.stream().filter(any -> any.is(type)).toList();
    assertEquals(1, found.size(), "details: " + details);
    try {
      return found.get(0).unpack(type);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    channel.shutdownNow();
    try {
      channel.awaitTermination(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    server.close();
  }
}
