package dev.mendgate.gateway.cli;

import dev.mendgate.gateway.pattern.secret.SecretKind;
import dev.mendgate.gateway.pattern.secret.SecretMask;
import dev.mendgate.gateway.pattern.secret.SecretSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** What is masked of texts that come with failures, before they are kept or shown. */
final class SecretOptions {
  private static final String ALLOW = "--secrets-allow";
  private static final String ALSO = "--secrets-also";
  private static final String NAMES = "--secrets-names";
  private static final String PATTERNS = "--secrets-patterns";
  private static final String ALL = "all";

  @Option(
      names = ALLOW,
      paramLabel = "KIND",
      split = ",",
      description =
          "Kinds of secrets that are not masked: named, bearer, url, token, jwt, pem, email, card,"
              + " iban, or all (default: $MENDGATE_SECRETS_ALLOW, else none).")
  private List<String> allowed = new ArrayList<>();

  @Option(
      names = ALSO,
      paramLabel = "KIND",
      split = ",",
      description =
          "Kinds that are masked besides: ip, phone (default: $MENDGATE_SECRETS_ALSO, else none).")
  private List<String> further = new ArrayList<>();

  @Option(
      names = NAMES,
      paramLabel = "NAME",
      split = ",",
      description =
          "Further names whose values are secret, as in NAME=value (default:"
              + " $MENDGATE_SECRETS_NAMES, else none).")
  private List<String> names = new ArrayList<>();

  @Option(
      names = PATTERNS,
      paramLabel = "REGEX",
      split = "\\s+",
      description =
          "Java regular expressions of further secrets, with white space between them; the first"
              + " group is masked, or all where there is none (default: $MENDGATE_SECRETS_PATTERNS,"
              + " else none).")
  private List<String> patterns = new ArrayList<>();

  /**
   * Returns what is told on the command line, else in the environment.
   *
   * @throws UserError if a kind is unknown, or a pattern is no regular expression
   */
  SecretSettings settings(Map<String, String> environment) {
    EnumSet<SecretKind> kinds = EnumSet.copyOf(SecretKind.defaults());
    kinds.addAll(kinds(ALSO, told(further, ALSO, ",", environment)));
    kinds.removeAll(kinds(ALLOW, told(allowed, ALLOW, ",", environment)));
    SecretSettings settings =
        new SecretSettings(
            kinds,
            told(names, NAMES, ",", environment),
            told(patterns, PATTERNS, "\\s+", environment));
    try {
      SecretMask.of(settings);
    } catch (IllegalArgumentException e) {
      throw new UserError(PATTERNS + ": " + e.getMessage());
    }
    return settings;
  }

  /** Returns the mask of these settings; {@link #settings} has the errors. */
  SecretMask mask(Map<String, String> environment) {
    return SecretMask.of(settings(environment));
  }

  private static List<String> told(
      List<String> given, String option, String separator, Map<String, String> environment) {
    String variable = "MENDGATE_" + option.substring(2).toUpperCase(Locale.ROOT).replace('-', '_');
    String told = environment.getOrDefault(variable, "");
    List<String> all = given.isEmpty() ? Arrays.asList(told.split(separator)) : given;
    return all.stream().map(String::strip).filter(text -> !text.isEmpty()).toList();
  }

  private static Set<SecretKind> kinds(String option, List<String> labels) {
    Set<SecretKind> kinds = EnumSet.noneOf(SecretKind.class);
    for (String label : labels) {
      kinds.addAll(
          label.equals(ALL) ? EnumSet.allOf(SecretKind.class) : Set.of(kind(option, label)));
    }
    return kinds;
  }

  private static SecretKind kind(String option, String label) {
    return Arrays.stream(SecretKind.values())
        .filter(kind -> kind.label().equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new UserError(
                    "%s: unknown kind '%s'; known are %s and all"
                        .formatted(
                            option,
                            label,
                            Arrays.stream(SecretKind.values())
                                .map(SecretKind::label)
                                .collect(Collectors.joining(", ")))));
  }
}
