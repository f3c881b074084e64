package dev.mendgate.gateway.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mendgate.gateway.source.remote.RemoteAccess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RepositoryRegistryTest {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

  private final Path data;
  private final ScratchRepository scratch;
  private final String first;

  RepositoryRegistryTest(@TempDir Path folder) throws Exception {
    this.data = folder.resolve("data");
    this.scratch = ScratchRepository.in(Files.createDirectory(folder.resolve("work")));
    this.first = scratch.write("A.java", "class A {}\n").commit("first");
  }

  private RepositoryRegistry registry(CommitIndex... statements) {
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    return new RepositoryRegistry(data, RemoteAccess.NONE, List.of(statements), clock);
  }

  private RegisteredRepository register(RepositoryRegistry registry, String location) {
    return registry.register("shop", location, List.of("checkout"), IndexProgress.SILENT);
  }

  private String path() {
    return scratch.root().toString();
  }

  @Test
  void remembersARepositoryAcrossRestarts() {
    RegisteredRepository registered;
    try (RepositoryRegistry registry = registry((tree, folder, progress) -> 7)) {
      registered = register(registry, path());
    }

    assertEquals(
        new RegisteredRepository("shop", path(), List.of("checkout"), first, "main", NOW, 1, 7),
        registered);
    try (RepositoryRegistry registry = registry()) {
      assertEquals(List.of(registered), registry.list());
      assertEquals(registered, registry.get("shop"));
      assertEquals(first, registry.open("shop").git().head());
    }
  }

  @Test
  void findsTheRepositoryOfAServiceByListOrByName() {
    try (RepositoryRegistry registry = registry()) {
      register(registry, path());

      assertEquals("shop", registry.ofService("checkout").orElseThrow().name());
      assertEquals("shop", registry.ofService("shop").orElseThrow().name());
      assertEquals(Optional.empty(), registry.ofService("other"));
    }
  }

  @Test
  void syncReadsTheHeadOfAPathAgain() {
    try (RepositoryRegistry registry = registry()) {
      register(registry, path());
      String second = scratch.write("B.java", "class B {}\n").commit("second");

      RegisteredRepository synced = registry.sync("shop", IndexProgress.SILENT);

      assertEquals(second, synced.headCommit());
      assertEquals(2, synced.indexedFiles());
      assertEquals(List.of("checkout"), synced.services());
    }
  }

  @Test
  void clonesAUrlAndFetchesWhatIsNewAlsoAfterAForcedPushAndARenamedBranch() {
    try (RepositoryRegistry registry = registry()) {
      String url = scratch.root().toUri().toString();
      List<String> stages = new ArrayList<>();
      IndexProgress progress = (stage, done, total) -> stages.add(stage);
      assertEquals(first, registry.register("shop", url, List.of(), progress).headCommit());
      assertTrue(stages.containsAll(List.of("fetch", "blame")), stages.toString());

      scratch.git("checkout", "-q", "--orphan", "trunk");
      String second = scratch.write("B.java", "class B {}\n").commit("rewritten");
      scratch.git("branch", "-q", "-D", "main");
      RegisteredRepository synced = registry.sync("shop", IndexProgress.SILENT);

      assertEquals(second, synced.headCommit());
      assertEquals("trunk", synced.branch());
      assertEquals(2, synced.indexedFiles());
    }
  }

  @Test
  void addsServicesToARepositoryThatIsRegisteredAgain() {
    try (RepositoryRegistry registry = registry()) {
      register(registry, path());

      RegisteredRepository again =
          registry.register("shop", path(), List.of("basket"), IndexProgress.SILENT);

      assertEquals(List.of("checkout", "basket"), again.services());
      assertEquals(1, registry.list().size());
    }
  }

  @Test
  void refusesATakenName() {
    try (RepositoryRegistry registry = registry()) {
      register(registry, path());

      assertThrows(
          RepositoryExistsException.class, () -> register(registry, path() + "/elsewhere"));
    }
  }

  @Test
  void refusesNamesThatCouldLeaveTheDataFolder() {
    try (RepositoryRegistry registry = registry()) {
      for (String name :
          List.of("", ".", "..", "../x", "a/b", ".git", "-x", "a b", "x".repeat(101))) {
        assertThrows(
            InvalidRepositoryException.class,
            () -> registry.register(name, path(), List.of(), IndexProgress.SILENT),
            name);
      }
    }
  }

  @Test
  void refusesLocationsWithCredentialsOrOfOtherKindsAndStoresNothing() {
    try (RepositoryRegistry registry = registry()) {
      for (String location :
          List.of(
              "https://me:secret@forge.example/x.git",
              "https://me@forge.example/x.git",
              "ssh://me:secret@forge.example/x.git",
              "git://forge.example/x.git",
              "ext::sh -c id",
              "")) {
        String message =
            assertThrows(InvalidRepositoryException.class, () -> register(registry, location))
                .getMessage();
        assertFalse(message.contains("secret"), message);
        assertEquals(1, message.lines().count());
      }
      assertEquals(List.of(), registry.list());
      assertFalse(Files.exists(data.resolve("repositories.json")));
    }
  }

  @Test
  void registersTheRightPathAfterAWrongOne() {
    try (RepositoryRegistry registry = registry()) {
      assertThrows(UnknownRepositoryException.class, () -> register(registry, path() + "/absent"));
      assertThrows(
          UnknownRepositoryException.class,
          () -> register(registry, scratch.root().resolve("absent").toUri().toString()));

      assertEquals(first, register(registry, path()).headCommit());
    }
  }

  @Test
  void saysWhatToDoAboutADamagedListAndAnUnknownName() throws Exception {
    Files.createDirectories(data);
    for (String content :
        List.of(
            "",
            "{",
            "[]",
            "{\"version\":9,\"repositories\":[]}",
            "{\"version\":1,\"repositories\":[{}]}")) {
      Files.writeString(data.resolve("repositories.json"), content);
      String message = assertThrows(SourceException.class, () -> registry()).getMessage();
      assertTrue(message.contains("repositories.json"), message);
    }
    Files.delete(data.resolve("repositories.json"));
    try (RepositoryRegistry registry = registry()) {
      assertThrows(UnknownRepositoryException.class, () -> registry.get("nope"));
      assertThrows(
          UnknownRepositoryException.class, () -> registry.sync("nope", IndexProgress.SILENT));
    }
  }
}
