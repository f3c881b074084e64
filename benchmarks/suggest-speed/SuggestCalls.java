import dev.mendgate.v1.FailureEvent;
import dev.mendgate.v1.FixServiceGrpc;
import dev.mendgate.v1.SuggestFixRequest;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Asks a server for suggestions, and prints the round and the seconds of each call. */
public final class SuggestCalls {
  private SuggestCalls() {}

  /** Arguments: port, rounds, files with a stack trace. */
  public static void main(String[] arguments) throws Exception {
    ManagedChannel channel =
        NettyChannelBuilder.forAddress("127.0.0.1", Integer.parseInt(arguments[0]))
            .usePlaintext()
            .build();
    List<FailureEvent> events = new ArrayList<>();
    for (int i = 2; i < arguments.length; i++) {
      String trace = Files.readString(Path.of(arguments[i]));
      events.add(FailureEvent.newBuilder().setStackTrace(trace).build());
    }
    FixServiceGrpc.FixServiceBlockingStub fixes =
        FixServiceGrpc.newBlockingStub(channel)
            .withWaitForReady()
            .withDeadlineAfter(1, TimeUnit.HOURS);
    awaitRepository(fixes, events.get(0));
    for (int round = 0; round <= Integer.parseInt(arguments[1]); round++) {
      for (FailureEvent event : events) {
        long start = System.nanoTime();
        suggest(fixes, event);
        System.out.printf(
            Locale.ROOT, "%d %.4f%n", round, (System.nanoTime() - start) / 1e9);
      }
    }
    channel.shutdownNow();
  }

  private static void suggest(FixServiceGrpc.FixServiceBlockingStub fixes, FailureEvent event) {
    fixes
        .suggestFix(
            SuggestFixRequest.newBuilder()
                .setRepository("bench")
                .setEvent(event)
                .setSkipValidation(true)
                .build())
        .forEachRemaining(step -> {});
  }

  /** The server answers before it has opened its repositories. */
  private static void awaitRepository(
      FixServiceGrpc.FixServiceBlockingStub fixes, FailureEvent event) throws Exception {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
    while (true) {
      try {
        suggest(fixes, event);
        return;
      } catch (StatusRuntimeException e) {
        boolean missing = e.getStatus().getCode() == Status.Code.NOT_FOUND;
        if (!missing || System.nanoTime() > end) {
          throw e;
        }
        Thread.sleep(100);
      }
    }
  }
}
