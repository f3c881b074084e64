package dev.mendgate.gateway.source.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mendgate.gateway.config.GitAccess;
import dev.mendgate.gateway.config.GitAccess.HostKeys;
import dev.mendgate.gateway.source.GitRepository;
import dev.mendgate.gateway.source.IndexProgress;
import dev.mendgate.gateway.source.ScratchRepository;
import dev.mendgate.gateway.source.UnknownRepositoryException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.transport.URIish;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SshRemoteTest {
  private final Path folder;
  private final ScratchRepository scratch;
  private final String first;
  private final KeyPair user = GitSshServer.newKey("ecdsa-sha2-nistp256", 256);
  private final GitSshServer server;

  SshRemoteTest(@TempDir Path folder) throws Exception {
    this.folder = folder.toRealPath();
    this.scratch = ScratchRepository.in(Files.createDirectory(this.folder.resolve("work")));
    this.first = scratch.write("A.java", "class A {}\n").commit("first");
    this.server = GitSshServer.letting(user.getPublic());
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  private Path keyFile(KeyPair key, String passphrase) throws Exception {
    return GitSshServer.write(key, passphrase, folder.resolve("key"));
  }

  private GitAccess access(List<Path> keys, HostKeys mode) {
    return new GitAccess(keys, List.of(folder.resolve("known_hosts")), mode, List.of());
  }

  private String fetch(GitAccess access, Map<String, String> environment) throws Exception {
    Path clone = folder.resolve("clone.git");
    new RepositoryClone(
            new URIish(server.url(scratch.root())), clone, new RemoteAccess(environment, access))
        .update(IndexProgress.SILENT);
    try (GitRepository repository = GitRepository.open(clone)) {
      return repository.head();
    }
  }

  private String refusal(GitAccess access) {
    String message =
        assertThrows(UnknownRepositoryException.class, () -> fetch(access, Map.of())).getMessage();
    assertEquals(1, message.lines().count(), message);
    assertFalse(Files.exists(folder.resolve("clone.git")));
    return message;
  }

  @Test
  void clonesAndFetchesWithAKeyFromAFile() throws Exception {
    server.knownHosts(folder.resolve("known_hosts"));
    GitAccess access = access(List.of(keyFile(user, "")), HostKeys.STRICT);

    assertEquals(first, fetch(access, Map.of()));
    String second = scratch.write("B.java", "class B {}\n").commit("second");
    assertEquals(second, fetch(access, Map.of()));
  }

  @Test
  void unlocksAKeyWithThePassphraseFromTheEnvironment() throws Exception {
    server.knownHosts(folder.resolve("known_hosts"));
    GitAccess access = access(List.of(keyFile(user, "open sesame")), HostKeys.STRICT);

    assertThrows(UnknownRepositoryException.class, () -> fetch(access, Map.of()));
    assertEquals(first, fetch(access, Map.of("MENDGATE_GIT_SSH_PASSPHRASE", "open sesame")));
  }

  @ParameterizedTest
  @CsvSource({"ssh-ed25519,256", "ssh-rsa,2048"})
  void takesKeysOfOtherKinds(String type, int size) throws Exception {
    KeyPair key = GitSshServer.newKey(type, size);
    try (GitSshServer other = GitSshServer.letting(key.getPublic())) {
      other.knownHosts(folder.resolve("known_hosts"));
      Path clone = folder.resolve("other.git");
      RemoteAccess access =
          new RemoteAccess(Map.of(), access(List.of(keyFile(key, "")), HostKeys.STRICT));

      new RepositoryClone(new URIish(other.url(scratch.root())), clone, access)
          .update(IndexProgress.SILENT);

      assertTrue(Files.exists(clone.resolve("HEAD")));
    }
  }

  @Test
  void takesKeysFromTheAgent() throws Exception {
    server.knownHosts(folder.resolve("known_hosts"));
    Path socket = Files.createTempDirectory("agent").resolve("s");
    try (var agent = GitSshServer.agent(user, socket)) {
      assertTrue(agent.isOpen());
      assertEquals(
          first,
          fetch(access(List.of(), HostKeys.STRICT), Map.of("SSH_AUTH_SOCK", socket.toString())));
    } finally {
      Files.deleteIfExists(socket);
      Files.delete(socket.resolveSibling(""));
    }
  }

  @Test
  void refusesAHostThatIsNotKnownAndShowsItsFingerprint() throws Exception {
    Files.createFile(folder.resolve("known_hosts"));

    String message = refusal(access(List.of(keyFile(user, "")), HostKeys.STRICT));

    assertTrue(message.contains("host key is not known: ecdsa-sha2-nistp256 SHA256:"), message);
    assertEquals(0, Files.size(folder.resolve("known_hosts")));
  }

  @Test
  void writesANewHostDownWhereToldToAndRefusesItWithAnotherKey() throws Exception {
    GitAccess access = access(List.of(keyFile(user, "")), HostKeys.ACCEPT_NEW);
    assertEquals(first, fetch(access, Map.of()));
    List<String> known = Files.readAllLines(folder.resolve("known_hosts"));
    assertTrue(known.toString().contains("]:" + server.port() + " ecdsa-sha2-nistp256 "));

    server.changeHostKey();
    String message =
        assertThrows(UnknownRepositoryException.class, () -> fetch(access, Map.of())).getMessage();

    assertTrue(message.contains("host key is not the known one"), message);
    assertEquals(known, Files.readAllLines(folder.resolve("known_hosts")));
  }

  @Test
  void saysWhichKeyWasNotLetIn() throws Exception {
    server.knownHosts(folder.resolve("known_hosts"));
    KeyPair stranger = GitSshServer.newKey("ecdsa-sha2-nistp256", 256);

    String message = refusal(access(List.of(keyFile(stranger, "")), HostKeys.STRICT));

    assertTrue(message.contains("check the URL, and that the key in " + folder), message);
  }
}
