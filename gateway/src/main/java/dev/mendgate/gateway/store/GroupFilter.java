package dev.mendgate.gateway.store;

/**
 * Which groups are listed.
 *
 * @param repository only groups of this repository; empty for all
 * @param patternHash only groups with this log-pattern hash, or with the one it was replaced by;
 *     empty for all
 */
public record GroupFilter(String repository, String patternHash) {
  /** All groups. */
  public static final GroupFilter ALL = new GroupFilter("", "");
}
