package dev.mendgate.gateway.pattern.secret;

import java.util.List;
import java.util.Set;

/**
 * What is masked.
 *
 * @param kinds what of that which the gateway knows
 * @param names further names whose values are masked, in any case, with or without {@code _},
 *     {@code -} and {@code .}
 * @param patterns regular expressions of {@link java.util.regex.Pattern}; what the first group of
 *     one matches is masked, or the whole match where it has no group
 */
public record SecretSettings(Set<SecretKind> kinds, List<String> names, List<String> patterns) {
  /** What applies where nothing is configured. */
  public static final SecretSettings DEFAULT =
      new SecretSettings(SecretKind.defaults(), List.of(), List.of());

  public SecretSettings {
    kinds = Set.copyOf(kinds);
    names = List.copyOf(names);
    patterns = List.copyOf(patterns);
  }
}
