package dev.mendgate.gateway.store;

import java.util.List;

/**
 * A part of the list of groups.
 *
 * @param groups newest first
 * @param nextPageToken where the next part begins; empty after the last
 */
public record GroupPage(List<FailureGroup> groups, String nextPageToken) {
  /** Copies the list. */
  public GroupPage {
    groups = List.copyOf(groups);
  }
}
