package dev.mendgate.gateway.web;

import dev.mendgate.gateway.source.RegisteredRepository;
import dev.mendgate.gateway.source.RepositoryRegistry;
import dev.mendgate.gateway.source.sync.RepositorySyncs;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jgit.transport.URIish;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has those repositories synced that a push was to. */
final class PushedRepositories {
  private static final Logger LOG = LoggerFactory.getLogger(PushedRepositories.class);

  private final RepositoryRegistry registry;
  private final RepositorySyncs syncs;

  PushedRepositories(RepositoryRegistry registry, RepositorySyncs syncs) {
    this.registry = registry;
    this.syncs = syncs;
  }

  /** Syncs all that are registered at one of these URLs, by whatever protocol. */
  Answer sync(Stream<@Nullable String> urls) {
    Set<String> places =
        urls.filter(Objects::nonNull)
            .flatMap(url -> place(url).stream())
            .collect(Collectors.toSet());
    return sync(r -> place(r.location()).filter(places::contains).isPresent());
  }

  /** Syncs the one of that name. */
  Answer sync(String name) {
    return sync(r -> r.name().equals(name));
  }

  private Answer sync(Predicate<RegisteredRepository> chosen) {
    List<RegisteredRepository> found = registry.list().stream().filter(chosen).toList();
    if (found.isEmpty()) {
      return Answer.UNKNOWN;
    }
    found.forEach(syncs::request);
    String names = found.stream().map(RegisteredRepository::name).collect(Collectors.joining(", "));
    LOG.info("Told of a push to {}", names);
    return Answer.ok("syncing " + names);
  }

  /** Host and path: the same whether it is reached over https or ssh, with or without .git. */
  private static Optional<String> place(String url) {
    try {
      URIish uri = new URIish(url);
      if (uri.getHost() == null || uri.getPath() == null) {
        return Optional.empty();
      }
      String path = uri.getPath().replaceAll("^/+|/+$", "").replaceAll("\\.git$", "");
      return Optional.of((uri.getHost() + "/" + path).toLowerCase(Locale.ROOT));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
