package dev.mendgate.gateway.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Entry point of the launcher {@code mendgate}. */
@Command(
    name = "mendgate",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    description = "Answers a production failure with a proven patch.",
    subcommands = {
      SuggestCommand.class,
      LocateCommand.class,
      DemoCommand.class,
      BlameCommand.class,
      OwnersCommand.class,
      IndexCommand.class,
      ScanCommand.class,
      HistoryCommand.class,
      MapCommand.class,
      ServeCommand.class,
      SendCommand.class,
      PatternsCommand.class,
      CommandLine.HelpCommand.class,
    })
public final class Main {
  Main() {}

  /** Runs one command and exits with its status. */
  public static void main(String[] args) {
    System.exit(run(args));
  }

  private static int run(String[] args) {
    try {
      return commands().execute(args);
    } catch (Error broken) {
      // Picocli hands on exceptions only; the exit code has to be right for errors too.
      broken.printStackTrace();
      return ExitCodes.INTERNAL_FAILURE;
    }
  }

  /** Returns all commands. */
  static CommandLine commands() {
    return ExitCodes.install(new CommandLine(new Main()));
  }

  /** Reads the version from the jar. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {"mendgate " + (version == null ? "(not built as a jar)" : version)};
    }
  }
}
