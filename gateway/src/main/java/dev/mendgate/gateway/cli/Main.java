package dev.mendgate.gateway.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Entry point of the launcher {@code mendgate}. */
@Command(
    name = "mendgate",
    mixinStandardHelpOptions = true,
    description = "Answers a production failure with a proven patch.",
    subcommands = {
      SuggestCommand.class,
      LocateCommand.class,
      BlameCommand.class,
      IndexCommand.class,
      CommandLine.HelpCommand.class,
    })
public final class Main {
  private Main() {}

  /** Runs one command and exits with its status. */
  public static void main(String[] args) {
    System.exit(ExitCodes.install(new CommandLine(new Main())).execute(args));
  }
}
