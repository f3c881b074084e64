package dev.mendgate.gateway.source.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mendgate.gateway.config.GitAccess;
import dev.mendgate.gateway.config.GitAccess.HostKeys;
import dev.mendgate.gateway.source.BranchPublisher;
import dev.mendgate.gateway.source.GitRepository;
import dev.mendgate.gateway.source.IndexProgress;
import dev.mendgate.gateway.source.NewBranch;
import dev.mendgate.gateway.source.ScratchRepository;
import dev.mendgate.gateway.source.SourceException;
import dev.mendgate.gateway.source.UnknownRepositoryException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.transport.CredentialItem;
import org.eclipse.jgit.transport.URIish;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HttpsRemoteTest {
  private static final String TOKEN = "MENDGATE_GIT_TOKEN_127_0_0_1";

  private final Path folder;
  private final ScratchRepository scratch;
  private final String first;
  private final GitHttpsServer server;

  HttpsRemoteTest(@TempDir Path folder) throws Exception {
    this.folder = folder;
    this.scratch = ScratchRepository.in(Files.createDirectory(folder.resolve("work")));
    this.first = scratch.write("A.java", "class A {}\n").commit("first");
    this.server = new GitHttpsServer(folder, "x-access-token:t0ps3cret");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private String fetch(RemoteAccess access) throws Exception {
    Path clone = folder.resolve("clone.git");
    new RepositoryClone(new URIish(server.url("work")), clone, access).update(IndexProgress.SILENT);
    try (GitRepository repository = GitRepository.open(clone)) {
      return repository.head();
    }
  }

  private String refusal(RemoteAccess access) {
    String message =
        assertThrows(UnknownRepositoryException.class, () -> fetch(access)).getMessage();
    assertEquals(1, message.lines().count(), message);
    assertFalse(Files.exists(folder.resolve("clone.git")));
    return message;
  }

  private RemoteAccess with(Map<String, String> environment, String... helper) {
    return new RemoteAccess(
        environment, new GitAccess(List.of(), List.of(), HostKeys.STRICT, List.of(helper)));
  }

  /** A helper that remembers what it was asked, and answers from a file. */
  private String helper(String answer, String ending) throws Exception {
    Files.writeString(folder.resolve("answer"), answer);
    Path script = folder.resolve("helper");
    Files.writeString(
        script,
        """
        #!/bin/sh
        cat > "%1$s/asked"
        cat "%1$s/answer"
        %2$s
        """
            .formatted(folder, ending));
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    return script.toString();
  }

  @Test
  void clonesAndFetchesWithTheTokenOfTheHost() throws Exception {
    RemoteAccess access = with(Map.of(TOKEN, "t0ps3cret"));

    assertEquals(first, fetch(access));
    String second = scratch.write("B.java", "class B {}\n").commit("second");
    assertEquals(second, fetch(access));
    assertFalse(Files.readString(folder.resolve("clone.git/config")).contains("t0ps3cret"));
  }

  @Test
  void followsARenamedBranchADeletedTagAndAForcedPush() throws Exception {
    RemoteAccess access = with(Map.of(TOKEN, "t0ps3cret"));
    scratch.git("tag", "v1");
    scratch.git("branch", "old");
    fetch(access);
    scratch.git("tag", "-d", "v1");
    scratch.git("branch", "-D", "old");
    scratch.git("branch", "-m", "main", "trunk");
    scratch.write("A.java", "class A { int x; }\n");
    scratch.git("add", "-A");
    scratch.git("commit", "-q", "--amend", "-m", "rewritten");

    String head = fetch(access);

    assertEquals(scratch.git("rev-parse", "HEAD").strip(), head);
    try (GitRepository repository = GitRepository.open(folder.resolve("clone.git"))) {
      assertEquals("trunk", repository.branch().orElseThrow());
      for (String gone : List.of("v1", "refs/heads/old", "refs/heads/main")) {
        assertThrows(SourceException.class, () -> repository.resolve(gone), gone);
      }
    }
  }

  @Test
  void saysInOneLineThatATokenIsWrongWithoutShowingIt() {
    String message = refusal(with(Map.of(TOKEN, "wr0ngsecret")));

    assertTrue(message.contains("127.0.0.1 refuses the credentials from " + TOKEN), message);
    assertFalse(message.contains("wr0ngsecret"), message);
    assertEquals(List.of("x-access-token:wr0ngsecret"), server.logins());
  }

  @Test
  void saysHowToGiveCredentialsWhereThereAreNone() {
    String message = refusal(with(Map.of()));

    assertTrue(message.contains("set " + TOKEN + " or a credential helper"), message);
  }

  @Test
  void asksTheHelperForTheHostAndTakesItsAnswer() throws Exception {
    String helper = helper("username=x-access-token\npassword=t0ps3cret\n", "");

    assertEquals(first, fetch(with(Map.of(), helper)));

    assertEquals(
        "protocol=https\nhost=" + server.hostAndPort() + "\n\n",
        Files.readString(folder.resolve("asked")));
  }

  @Test
  void asksGitItselfWhereItIsTheHelper() throws Exception {
    Path store = folder.resolve("store");
    Files.writeString(store, "https://x-access-token:t0ps3cret@" + server.hostAndPort() + "\n");

    RemoteAccess access =
        with(
            Map.of(),
            "git",
            "-c",
            "credential.helper=",
            "-c",
            "credential.helper=store --file=" + store,
            "credential",
            "fill");

    assertEquals(first, fetch(access));
  }

  @Test
  void goesWithoutAHelperThatFailsOrKnowsNothing() throws Exception {
    for (String helper :
        List.of(
            helper("username=x-access-token\npassword=t0ps3cret\n", "exit 1"),
            helper("quit=true\n", ""))) {
      String message = refusal(with(Map.of(), helper));
      assertFalse(message.contains("t0ps3cret"), message);
    }
    assertEquals(List.of(), server.logins());
  }

  @Test
  void namesAHelperThatCannotBeStarted() {
    String message =
        assertThrows(
                SourceException.class,
                () -> fetch(with(Map.of(), folder.resolve("absent").toString())))
            .getMessage();

    assertTrue(message.contains("cannot start the credential helper"), message);
  }

  @Test
  void givesAHostsTokenOnlyToThatHostAndOnlyOverHttps() throws Exception {
    HostCredentials credentials =
        new HostCredentials(Map.of("MENDGATE_GIT_TOKEN_FORGE_EXAMPLE", "t0ken"), null);
    CredentialItem.Password password = new CredentialItem.Password();

    assertFalse(credentials.get(new URIish("https://evil.example/x"), password));
    assertFalse(credentials.get(new URIish("http://forge.example/x"), password));
    assertTrue(credentials.get(new URIish("https://forge.example/x"), password));
    assertEquals("t0ken", new String(password.getValue()));
  }

  @Test
  void tellsHowFarAFetchIs() throws Exception {
    for (int i = 0; i < 30; i++) {
      scratch.write("F" + i + ".java", "class F" + i + " {}\n");
    }
    scratch.commit("many");
    Set<String> stages = new TreeSet<>();

    new RepositoryClone(
            new URIish(server.url("work")),
            folder.resolve("clone.git"),
            with(Map.of(TOKEN, "t0ps3cret")))
        .update(
            (stage, done, total) -> {
              assertTrue(done >= 0 && done <= total, stage + " " + done + "/" + total);
              stages.add(stage);
            });

    assertTrue(stages.contains("fetch: receiving objects"), stages.toString());
  }

  @Test
  void leavesNothingOfACloneThatIsCutOffAndBeginsAgain() throws Exception {
    for (int i = 0; i < 30; i++) {
      scratch.write("F" + i + ".java", "class F" + i + " {}\n");
    }
    String head = scratch.commit("many");
    RemoteAccess access = with(Map.of(TOKEN, "t0ps3cret"));
    Path clone = folder.resolve("clone.git");
    RepositoryClone cutOff = new RepositoryClone(new URIish(server.url("work")), clone, access);

    assertThrows(
        UnknownRepositoryException.class,
        () ->
            cutOff.update(
                (stage, done, total) -> {
                  if (stage.equals("fetch: receiving objects")) {
                    Thread.currentThread().interrupt();
                  }
                }));

    Thread.interrupted();
    assertFalse(Files.exists(clone));
    assertEquals(head, fetch(access));
  }

  @Test
  void keepsTheTokenFromAHostThatTheForgeLeadsTo() {
    server.redirectTo("localhost");

    String message = refusal(with(Map.of(TOKEN, "t0ps3cret")));

    assertTrue(message.contains("not authorized"), message);
    assertEquals(List.of("x-access-token:t0ps3cret"), server.logins());
  }

  @Test
  void pushesABranchWithTheTokenOfTheHost() throws Exception {
    scratch.git("config", "http.receivepack", "true");
    RemoteAccess access = with(Map.of(TOKEN, "t0ps3cret"));
    fetch(access);
    NewBranch change =
        new NewBranch(
            first,
            Map.of("A.java", "class A { }\n".getBytes(StandardCharsets.UTF_8)),
            "change",
            new PersonIdent("a", "a@example.org"));
    try (GitRepository repository = GitRepository.open(folder.resolve("clone.git"))) {
      String url = server.url("work");
      BranchPublisher refused = new BranchPublisher(with(Map.of(TOKEN, "wr0ngsecret")));
      String message =
          assertThrows(SourceException.class, () -> refused.publish(repository, url, "fix", change))
              .getMessage();
      assertTrue(message.contains("refuses the credentials from " + TOKEN), message);
      assertEquals(1, message.lines().count());

      var published = new BranchPublisher(access).publish(repository, url, "fix", change);

      assertEquals(scratch.git("rev-parse", "fix").strip(), published.commit());
    }
  }
}
