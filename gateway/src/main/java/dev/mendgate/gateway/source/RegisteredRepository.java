package dev.mendgate.gateway.source;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A repository that failures are mapped to.
 *
 * @param name letters, digits, {@code .}, {@code _} and {@code -}, beginning with a letter or
 *     digit; at most 100
 * @param location absolute path on this machine, or URL, without credentials
 * @param services values of {@code service.name} whose failures belong here
 * @param headCommit full id of the commit that is indexed
 * @param branch branch that is followed; null where HEAD is detached
 * @param indexedAt when the index was last brought up to date
 * @param indexedFiles number of Java files at that commit
 * @param indexedStatements number of logging and throwing statements there
 */
public record RegisteredRepository(
    String name,
    String location,
    List<String> services,
    String headCommit,
    @Nullable String branch,
    Instant indexedAt,
    int indexedFiles,
    long indexedStatements) {
  public RegisteredRepository {
    services = List.copyOf(services);
  }
}
