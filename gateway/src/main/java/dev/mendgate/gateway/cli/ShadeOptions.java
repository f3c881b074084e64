package dev.mendgate.gateway.cli;

import dev.mendgate.gateway.source.build.Relocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Packages that are called otherwise in stack traces than in the source. */
final class ShadeOptions {
  private static final String VARIABLE = "MENDGATE_SHADE";

  @Option(
      names = "--shade",
      paramLabel = "FROM=TO",
      split = ",",
      converter = Rule.class,
      description =
          "Frames of package FROM are of the source's package TO, as where a build relocates it;"
              + " may be given several times (default: $"
              + VARIABLE
              + ", and what pom.xml and Gradle scripts of the repository relocate).")
  private List<Relocation> rules = new ArrayList<>();

  /** Returns the rules of the command line, else those that the environment names. */
  List<Relocation> rules(Map<String, String> environment) {
    String told = environment.getOrDefault(VARIABLE, "");
    if (!rules.isEmpty() || told.isBlank()) {
      return List.copyOf(rules);
    }
    try {
      return List.of(told.split(",")).stream()
          .map(rule -> Relocation.parse(rule, "$" + VARIABLE))
          .toList();
    } catch (IllegalArgumentException e) {
      throw new UserError(VARIABLE + ": " + e.getMessage());
    }
  }

  /** Reads one rule. */
  private static final class Rule implements ITypeConverter<Relocation> {
    @Override
    public Relocation convert(String value) {
      try {
        return Relocation.parse(value, "--shade " + value);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }
}
