package dev.mendgate.gateway.cli;

import dev.mendgate.gateway.config.DataFolder;
import dev.mendgate.gateway.failure.FailureInput;
import dev.mendgate.gateway.failure.FailureText;
import dev.mendgate.gateway.failure.MaskedEvent;
import dev.mendgate.gateway.pattern.secret.SecretMask;
import dev.mendgate.v1.EventDisposition;
import dev.mendgate.v1.EventResult;
import dev.mendgate.v1.FailureEvent;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mendgate send}: sends failures from files to a gateway. */
@Command(
    name = "send",
    mixinStandardHelpOptions = true,
    description = {
      "Sends failures to a gateway and prints what became of each:",
      "FILE, stored or duplicate or rejected, failure group or reason, with tabs between them."
    },
    footer =
        "Exit codes: 0 all are stored, 1 some were rejected, 2 bad usage or input, nothing sent,"
            + " 3 the gateway cannot be reached or failed.")
final class SendCommand implements Callable<Integer> {
  private static final int REJECTED = 1;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Option(
      names = "--target",
      required = true,
      paramLabel = "HOST:PORT",
      description = "The gateway.")
  private String target = "";

  @Option(
      names = "--state",
      paramLabel = "FILE",
      description =
          "Remembers the sender's identity and numbers (default: sender.properties in the data"
              + " folder).")
  private @Nullable Path state;

  @Mixin private final SecretOptions secrets = new SecretOptions();

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description =
          "Log text with a Java stack trace in it, a FailureEvent as protobuf JSON, or one such"
              + " JSON object on each line.")
  private List<Path> files = new ArrayList<>();

  /** An event and where it comes from. */
  private record Input(Path file, FailureEvent event) {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (!target.matches(".+:\\d{1,5}")) {
      throw new UserError("--target must be HOST:PORT, such as localhost:8717");
    }
    SecretMask mask = secrets.mask(System.getenv());
    List<Input> inputs = new ArrayList<>();
    for (Path file : files) {
      read(file, mask, inputs);
    }
    ManagedChannel channel = NettyChannelBuilder.forTarget(target).usePlaintext().build();
    try (SenderState sender = SenderState.open(statePath())) {
      return send(channel, sender, inputs);
    } catch (StatusRuntimeException e) {
      return explain(e);
    } finally {
      channel.shutdownNow();
    }
  }

  private Path statePath() {
    return state != null
        ? state
        : DataFolder.of(null, System.getenv()).resolve("sender.properties");
  }

  private int send(ManagedChannel channel, SenderState sender, List<Input> inputs)
      throws IOException, InterruptedException {
    List<FailureEvent> events = inputs.stream().map(Input::event).toList();
    AtomicInteger rejected = new AtomicInteger();
    long first = sender.begin(events);
    new EventSender(channel, sender.producer())
        .send(
            first,
            events,
            result -> {
              print(inputs.get((int) (result.getSequence() - first)).file(), result);
              if (result.getDisposition() == EventDisposition.EVENT_DISPOSITION_REJECTED) {
                rejected.incrementAndGet();
              }
            });
    sender.finish();
    return rejected.get() == 0 ? ExitCodes.DONE : REJECTED;
  }

  private void print(Path file, EventResult result) {
    boolean rejected = result.getDisposition() == EventDisposition.EVENT_DISPOSITION_REJECTED;
    String disposition =
        result.getDisposition().name().replace("EVENT_DISPOSITION_", "").toLowerCase(Locale.ROOT);
    String rest = rejected ? result.getRejection().getMessage() : result.getFailureGroup();
    PrintWriter out = spec.commandLine().getOut();
    out.print(file + "\t" + disposition + "\t" + rest + "\n");
    out.flush();
  }

  private int explain(StatusRuntimeException e) {
    Status status = e.getStatus();
    String what =
        status.getCode() == Status.Code.UNAVAILABLE
            ? "cannot reach the gateway at " + target + "; send again once it runs"
            : "the gateway refused: " + status.getDescription();
    spec.commandLine().getErr().println("mendgate: " + what);
    return ExitCodes.INTERNAL_FAILURE;
  }

  private static void read(Path file, SecretMask mask, List<Input> inputs) {
    String text;
    try {
      text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UserError("cannot read " + file + ": " + e);
    }
    List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
    boolean objects =
        lines.size() > 1
            && lines.stream().allMatch(line -> line.startsWith("{") && line.endsWith("}"))
            && FailureText.isEvent(lines.get(0));
    for (String part : objects ? lines : List.of(text)) {
      FailureInput input = FailureText.read(part);
      if (input instanceof FailureInput.Unusable unusable) {
        throw new UserError(file + " " + unusable.reason());
      }
      FailureEvent event = ((FailureInput.Event) input).event();
      inputs.add(new Input(file, MaskedEvent.of(event, mask)));
    }
  }
}
