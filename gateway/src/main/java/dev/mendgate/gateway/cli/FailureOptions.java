package dev.mendgate.gateway.cli;

import dev.mendgate.v1.FailureEvent;
import org.jspecify.annotations.Nullable;
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

  /** Reads the event; a revision on the command line overrides the event's own. */
  FailureEvent event() {
    FailureEvent event = FailureFile.read(file);
    return revision == null ? event : event.toBuilder().setRevision(revision).build();
  }
}
