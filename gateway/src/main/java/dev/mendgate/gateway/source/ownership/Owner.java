package dev.mendgate.gateway.source.ownership;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who answers for a line.
 *
 * @param kind what makes them the owner
 * @param names best first, as they stand in CODEOWNERS or in the configuration, else {@code Name
 *     <mail>}; empty exactly where nobody is known
 * @param responseTime how soon they answer; null where it is not configured
 * @param contact where they are reached; null where it is not configured
 * @param reason one clause that says why it is them, or why it is nobody
 */
public record Owner(
    Kind kind,
    List<String> names,
    @Nullable Duration responseTime,
    @Nullable String contact,
    String reason) {
  /** What makes somebody an owner. */
  public enum Kind {
    CODE_OWNERS,
    TEAM,
    AUTHOR,
    NOBODY
  }

  public Owner {
    names = List.copyOf(names);
  }

  /** Returns that nobody is known. */
  public static Owner nobody(String reason) {
    return new Owner(Kind.NOBODY, List.of(), null, null, reason);
  }

  /** Returns all names, parted by commas; empty where nobody is known. */
  public Optional<String> name() {
    return names.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", names));
  }

  /** Returns the response time as people write it: {@code 30m}, {@code 4h}, {@code 2d}. */
  public Optional<String> responds() {
    if (responseTime == null) {
      return Optional.empty();
    }
    long minutes = responseTime.toMinutes();
    if (minutes % (24 * 60) == 0) {
      return Optional.of(minutes / (24 * 60) + "d");
    }
    return Optional.of(minutes % 60 == 0 ? minutes / 60 + "h" : minutes + "m");
  }
}
