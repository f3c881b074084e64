package dev.mendgate.gateway.cli;

import dev.mendgate.gateway.config.ConfigException;
import dev.mendgate.gateway.config.Settings;
import dev.mendgate.gateway.rpc.GatewayServer;
import dev.mendgate.gateway.source.RepositoryRegistry;
import dev.mendgate.gateway.source.UnknownRepositoryException;
import dev.mendgate.gateway.store.StoreException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code mendgate serve}: runs the gateway until it is told to stop. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Runs the gateway: takes failures in, answers with patches.",
    footer = {
      "",
      "Each option may also be set as MENDGATE_<OPTION> in the environment (MENDGATE_PORT,"
          + " MENDGATE_MAX_EVENT_BYTES), or by its name in the config file (port = 8717, repo.shop"
          + " = /srv/git/shop). The command line wins over the environment, that over the file.",
      "SIGTERM ends it once running calls are done or out of time."
    })
final class ServeCommand implements Callable<Integer> {
  private final Map<String, String> environment;
  private final LayeredDefaults defaults;

  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Option(
      names = "--repo",
      paramLabel = "NAME=PATH_OR_URL",
      description = "Registers and indexes a repository at start; may be given several times.")
  private Map<String, String> repositories = new TreeMap<>();

  @Mixin private final ServeOptions options = new ServeOptions();

  ServeCommand() {
    this(System.getenv());
  }

  ServeCommand(Map<String, String> environment) {
    this.environment = environment;
    this.defaults = new LayeredDefaults(environment);
  }

  @Spec
  void spec(CommandSpec own) {
    spec = own;
    own.defaultValueProvider(defaults);
  }

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Settings in Java's properties format (default: $MENDGATE_CONFIG, if set).")
  void config(Path file) {
    defaults.use(file, spec);
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Settings settings = options.settings(environment);
    try (GatewayServer server = start(settings)) {
      Thread stop = new Thread(server::close, "mendgate-stop");
      Runtime.getRuntime().addShutdownHook(stop);
      register(server);
      PrintWriter out = spec.commandLine().getOut();
      out.print("listening on " + settings.host() + ":" + server.port() + "\n");
      server
          .webhookPort()
          .ifPresent(port -> out.print("listening for webhooks on port " + port + "\n"));
      out.flush();
      server.awaitStop();
    }
    return ExitCodes.DONE;
  }

  private static GatewayServer start(Settings settings) {
    try {
      return GatewayServer.start(settings);
    } catch (IOException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new UserError(
          "cannot listen on %s:%d: %s; choose another with --port"
              .formatted(settings.host(), settings.port(), cause.getMessage()));
    } catch (StoreException | ConfigException e) {
      throw new UserError(String.valueOf(e.getMessage()));
    }
  }

  private void register(GatewayServer server) {
    PrintWriter err = spec.commandLine().getErr();
    Map<String, String> all = new TreeMap<>(defaults.file(spec).repositories());
    all.putAll(repositories);
    all.forEach(
        (name, location) -> {
          err.print("registering " + name + " from " + location + "\n");
          err.flush();
          register(server.repositories(), name, location, err);
        });
  }

  /** A forge that is away must not keep the gateway from starting with the clone it has. */
  private static void register(
      RepositoryRegistry repositories, String name, String location, PrintWriter err) {
    try {
      repositories.register(name, location, List.of(), new PrintedProgress(err));
    } catch (UnknownRepositoryException e) {
      if (repositories.list().stream().noneMatch(known -> known.name().equals(name))) {
        throw e;
      }
      err.print(name + " is not up to date: " + e.getMessage() + "\n");
      err.flush();
    }
  }
}
