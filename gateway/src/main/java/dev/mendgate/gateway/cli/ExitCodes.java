package dev.mendgate.gateway.cli;

import dev.mendgate.gateway.source.SourceException;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;

/** Exit codes that scripts rely on, and the one line on standard error that explains them. */
final class ExitCodes {
  static final int DONE = 0;
  static final int NOTHING_TO_SUGGEST = 1;
  static final int BAD_INPUT = 2;
  static final int INTERNAL_FAILURE = 3;
  // What shells answer for a process ended by SIGINT.
  private static final int INTERRUPTED = 130;

  /** Set to anything to see where an internal failure comes from. */
  private static final String DEBUG = "MENDGATE_DEBUG";

  private ExitCodes() {}

  static CommandLine install(CommandLine commands) {
    IExecutionExceptionHandler execution = (e, command, parsed) -> explain(e, command);
    IParameterExceptionHandler parameters = (e, args) -> explain(e);
    return commands
        .setExecutionExceptionHandler(execution)
        .setParameterExceptionHandler(parameters)
        .setCaseInsensitiveEnumValuesAllowed(true);
  }

  private static int explain(ParameterException e) {
    CommandLine command = e.getCommandLine();
    say(command, e.getMessage());
    command.getErr().println("see: " + command.getCommandSpec().qualifiedName() + " --help");
    return BAD_INPUT;
  }

  private static int explain(Exception e, CommandLine command) {
    if (System.getenv(DEBUG) != null) {
      e.printStackTrace(command.getErr());
    }
    if (e instanceof CancellationException) {
      say(command, "interrupted");
      return INTERRUPTED;
    }
    if (e instanceof UserError || e instanceof SourceException) {
      say(command, e.getMessage());
      return BAD_INPUT;
    }
    say(command, "internal failure: " + e + "; set " + DEBUG + "=1 to see more");
    return INTERNAL_FAILURE;
  }

  private static void say(CommandLine command, @Nullable String message) {
    String line = message == null ? "failed" : message.lines().findFirst().orElse("failed");
    command.getErr().println("mendgate: " + line);
  }
}
