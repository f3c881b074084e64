package dev.mendgate.gateway.cli;

import dev.mendgate.gateway.config.ConfigException;
import dev.mendgate.gateway.config.ConfigFile;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/**
 * Fills in options that are not on the command line: from the environment, else from the config
 * file, else from the option's own default.
 *
 * <p>The file comes from the command line, so picocli must ask for defaults after it has read that;
 * a test holds it to this.
 *
 * <p>{@code --max-event-bytes} is {@code max-event-bytes} in the file and {@code
 * MENDGATE_MAX_EVENT_BYTES} in the environment. An option with a description key has that name in
 * the file, and in the environment without the prefix, as other programs have it.
 */
final class LayeredDefaults implements IDefaultValueProvider {
  private static final Set<String> NOT_IN_FILE = Set.of("config", "repo");

  private static final String FILE_VARIABLE = "MENDGATE_CONFIG";

  private final Map<String, String> environment;
  private @Nullable ConfigFile file;

  LayeredDefaults(Map<String, String> environment) {
    this.environment = environment;
  }

  /**
   * Takes the settings of a file.
   *
   * @throws ParameterException if it cannot be read or sets what the command does not know
   */
  void use(Path path, CommandSpec command) {
    Set<String> known =
        command.options().stream()
            .filter(option -> !isHelp(option))
            .map(LayeredDefaults::name)
            .filter(name -> !NOT_IN_FILE.contains(name))
            .collect(Collectors.toSet());
    try {
      file = ConfigFile.read(path, known);
    } catch (ConfigException e) {
      throw new ParameterException(command.commandLine(), e.getMessage(), e);
    }
  }

  /** Returns the file that the command line names, else the one that the environment names. */
  ConfigFile file(CommandSpec command) {
    String told = environment.getOrDefault(FILE_VARIABLE, "");
    if (file == null && !told.isBlank()) {
      use(Path.of(told), command);
    }
    return file == null ? ConfigFile.NONE : file;
  }

  @Override
  public @Nullable String defaultValue(ArgSpec argument) {
    if (!(argument instanceof OptionSpec option)
        || isHelp(option)
        || option.longestName().equals("--config")) {
      return null;
    }
    String told = environment.getOrDefault(variable(option), "");
    if (!told.isBlank()) {
      return told;
    }
    return file(argument.command()).value(name(option)).orElse(null);
  }

  private static boolean isHelp(OptionSpec option) {
    return option.usageHelp() || option.versionHelp();
  }

  private static String name(OptionSpec option) {
    String key = option.descriptionKey();
    return key == null || key.isEmpty() ? option.longestName().replaceFirst("^-+", "") : key;
  }

  private static String variable(OptionSpec option) {
    String key = option.descriptionKey();
    String prefix = key == null || key.isEmpty() ? "MENDGATE_" : "";
    return prefix + name(option).toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
  }
}
