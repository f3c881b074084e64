package dev.mendgate.gateway.cli;

import dev.mendgate.gateway.failure.MaskedEvent;
import dev.mendgate.gateway.pattern.secret.SecretMask;
import dev.mendgate.v1.FailureEvent;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of every command that takes one failure of one repository. */
final class FailureOptions {
  @Option(
      names = "--failure",
      required = true,
      paramLabel = "FILE",
      description =
          "Log text with a Java stack trace or a log line in it, or a FailureEvent as protobuf"
              + " JSON; - for standard input.")
  private String file = "-";

  @Option(
      names = "--revision",
      paramLabel = "REV",
      description = "Revision that was deployed (default: the event's own, else HEAD).")
  private @Nullable String revision;

  @Mixin private final SecretOptions secrets = new SecretOptions();

  /** Reads and masks the event; a revision on the command line overrides the event's own. */
  FailureEvent event() {
    SecretMask mask = secrets.mask(System.getenv());
    FailureEvent event = MaskedEvent.of(FailureFile.read(file), mask);
    return revision == null ? event : event.toBuilder().setRevision(revision).build();
  }
}
