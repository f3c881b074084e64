package dev.mendgate.gateway.source;

import dev.mendgate.gateway.source.remote.RemoteAccess;
import dev.mendgate.gateway.source.remote.RepositoryClone;
import dev.mendgate.gateway.source.remote.RepositoryLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The repositories that failures are mapped to, by name, kept in the data folder. Readers never
 * wait; registering and syncing one repository happens once at a time.
 */
public final class RepositoryRegistry implements AutoCloseable {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

  private final Path folder;
  private final RepositoryList list;
  private final RemoteAccess access;
  private final List<CommitIndex> statements;
  private final Clock clock;
  private final SyncStates syncs;
  private final Map<String, Object> locks = new ConcurrentHashMap<>();
  private final Map<String, IndexedRepository> open = new ConcurrentHashMap<>();
  private volatile TreeMap<String, RegisteredRepository> repositories;

  /**
   * Opens the registry of a data folder, which is made when it is needed.
   *
   * @param access how repositories that are somewhere else are reached
   * @param statements indexes to build beside blame; their entries are counted as statements
   */
  public RepositoryRegistry(
      Path dataFolder, RemoteAccess access, List<CommitIndex> statements, Clock clock) {
    this.folder = dataFolder;
    this.list = new RepositoryList(dataFolder.resolve("repositories.json"));
    this.access = access;
    this.statements = List.copyOf(statements);
    this.clock = clock;
    this.syncs = new SyncStates(clock);
    this.repositories = list.read();
  }

  /**
   * Adds a repository and indexes its HEAD; for one that is registered already at that location,
   * adds the services and syncs.
   *
   * @param location path on this machine, or URL to clone
   * @throws InvalidRepositoryException where the name or location is not acceptable
   * @throws RepositoryExistsException where the name belongs to another location
   */
  public RegisteredRepository register(
      String name, String location, List<String> services, IndexProgress progress) {
    if (!NAME.matcher(name).matches() || name.endsWith(".lock")) {
      throw new InvalidRepositoryException(
          "a repository's name is 1 to 100 letters, digits, '.', '_' or '-', beginning with a"
              + " letter or digit");
    }
    RepositoryLocation parsed = RepositoryLocation.parse(location);
    String normal = parsed.text();
    synchronized (lock(name)) {
      RegisteredRepository known = repositories.get(name);
      if (known != null && !known.location().equals(normal)) {
        throw new RepositoryExistsException(
            "the name '" + name + "' belongs to " + known.location() + "; choose another");
      }
      if (known == null) {
        // What an earlier attempt opened may lie somewhere else.
        close(open.remove(name));
      }
      Set<String> all = new LinkedHashSet<>(known == null ? List.of() : known.services());
      all.addAll(services);
      try {
        return syncs.watch(name, progress, p -> update(name, parsed, List.copyOf(all), p));
      } finally {
        if (!repositories.containsKey(name)) {
          syncs.forget(name);
        }
      }
    }
  }

  /**
   * Fetches what is new for a clone, reads HEAD again for a path, and indexes it.
   *
   * @throws UnknownRepositoryException where the name is not registered
   */
  public RegisteredRepository sync(String name, IndexProgress progress) {
    synchronized (lock(name)) {
      RegisteredRepository known = get(name);
      RepositoryLocation location = RepositoryLocation.parse(known.location());
      return syncs.watch(name, progress, p -> update(name, location, known.services(), p));
    }
  }

  /**
   * Returns a registered repository.
   *
   * @throws UnknownRepositoryException where the name is not registered
   */
  public RegisteredRepository get(String name) {
    return Optional.ofNullable(repositories.get(name))
        .orElseThrow(
            () ->
                new UnknownRepositoryException(
                    "no repository is registered as '"
                        + name.replaceAll("\\p{Cntrl}", "?")
                        + "'; register it first"));
  }

  /** Returns all, sorted by name. */
  public List<RegisteredRepository> list() {
    return List.copyOf(repositories.values());
  }

  /** Returns the repository of a service: the one that lists it, else the one of the same name. */
  public Optional<RegisteredRepository> ofService(String service) {
    TreeMap<String, RegisteredRepository> all = repositories;
    return all.values().stream()
        .filter(r -> r.services().contains(service))
        .findFirst()
        .or(() -> Optional.ofNullable(all.get(service)));
  }

  /**
   * Opens a registered repository with its indexes; it is shared and stays the registry's to close.
   *
   * @throws UnknownRepositoryException where the name is not registered, or it has gone away
   */
  public IndexedRepository open(String name) {
    RegisteredRepository known = get(name);
    return open.computeIfAbsent(
        name, n -> opened(n, path(n, RepositoryLocation.parse(known.location()))));
  }

  /**
   * Returns the commit that answers are about: of a path its HEAD; of a clone the one that is
   * indexed, so that nobody waits while a sync indexes a newer one.
   *
   * @throws UnknownRepositoryException where the name is not registered, or it has gone away
   */
  public String head(String name) {
    RegisteredRepository known = get(name);
    GitRepository git = open(name).git();
    return RepositoryLocation.isUrl(known.location())
        ? git.deployed(known.headCommit(), null).orElseGet(git::head)
        : git.head();
  }

  /** Returns how the syncs of a repository go. */
  public SyncState syncState(String name) {
    return syncs.of(name);
  }

  /** Returns what pushes branches, with the credentials that repositories are fetched with. */
  public BranchPublisher publisher() {
    return new BranchPublisher(access);
  }

  @Override
  public void close() {
    open.values().forEach(RepositoryRegistry::close);
    open.clear();
  }

  private static void close(@Nullable IndexedRepository indexed) {
    if (indexed != null) {
      indexed.git().close();
    }
  }

  private RegisteredRepository update(
      String name, RepositoryLocation location, List<String> services, IndexProgress progress) {
    Path path = path(name, location);
    if (location instanceof RepositoryLocation.Remote remote) {
      createFolder(path);
      progress.advanced("fetch", 0, 1);
      new RepositoryClone(remote.uri(), path, access).update(progress);
      progress.advanced("fetch", 1, 1);
    }
    IndexedRepository indexed = open.computeIfAbsent(name, n -> opened(n, path));
    String head = indexed.git().head();
    IndexSummary blame = indexed.blame().index(head, progress);
    long entries = 0;
    for (CommitIndex index : statements) {
      entries += index.index(indexed.git().tree(head), indexed.folder(), progress);
    }
    RegisteredRepository updated =
        new RegisteredRepository(
            name,
            location.text(),
            services,
            head,
            indexed.git().branch().orElse(null),
            clock.instant(),
            blame.files(),
            entries);
    remember(updated);
    return updated;
  }

  private synchronized void remember(RegisteredRepository updated) {
    TreeMap<String, RegisteredRepository> next = new TreeMap<>(repositories);
    next.put(updated.name(), updated);
    list.write(next);
    repositories = next;
  }

  private IndexedRepository opened(String name, Path path) {
    return IndexedRepository.open(path, folder.resolve("index").resolve(name));
  }

  private Path path(String name, RepositoryLocation location) {
    return location instanceof RepositoryLocation.Local local
        ? local.path()
        : folder.resolve("clones").resolve(name + ".git");
  }

  private static void createFolder(Path clone) {
    try {
      Files.createDirectories(clone.resolveSibling(""));
    } catch (IOException e) {
      throw new SourceException("cannot write " + clone + ": " + e + "; check the data folder", e);
    }
  }

  private Object lock(String name) {
    return locks.computeIfAbsent(name, n -> new Object());
  }
}
