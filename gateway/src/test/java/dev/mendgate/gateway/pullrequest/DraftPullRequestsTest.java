package dev.mendgate.gateway.pullrequest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mendgate.fixer.Failure;
import dev.mendgate.fixer.Proposer;
import dev.mendgate.fixer.Reproducer;
import dev.mendgate.gateway.source.BranchPublisher;
import dev.mendgate.gateway.source.GitRepository;
import dev.mendgate.gateway.source.NewBranch;
import dev.mendgate.gateway.source.SourceException;
import dev.mendgate.gateway.source.StoredBlame;
import dev.mendgate.gateway.source.ownership.Owner;
import dev.mendgate.gateway.source.remote.RemoteAccess;
import dev.mendgate.gateway.suggest.Candidate;
import dev.mendgate.gateway.suggest.CandidateProposer;
import dev.mendgate.gateway.suggest.LocateOutcome.Located;
import dev.mendgate.gateway.suggest.Location;
import dev.mendgate.gateway.suggest.RepositoryLocator;
import dev.mendgate.gateway.suggest.StatementLookup;
import dev.mendgate.sandbox.Validation;
import dev.mendgate.sandbox.Verdict;
import dev.mendgate.v1.FailureEvent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.PersonIdent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
final class DraftPullRequestsTest {
  private static final String PATH = "src/main/java/app/Names.java";
  private static final String TEST_PATH = "src/test/java/app/NamesMendgateReproducerTest.java";

  private Path bare;
  private GitRepository clone;
  private Located located;
  private Candidate candidate;

  @BeforeEach
  void prepare(@TempDir Path temp) throws Exception {
    Path upstream = temp.resolve("upstream");
    Path file = upstream.resolve(PATH);
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(
        file,
        """
        package app;

        public class Names {
          public int length(String name) {
            return name.length();
          }
        }
        """);
    commit(upstream);
    bare = temp.resolve("bare.git");
    Path copy = temp.resolve("clone.git");
    cloneBare(upstream, bare);
    cloneBare(bare, copy);
    clone = GitRepository.open(copy);
    FailureEvent event =
        FailureEvent.newBuilder()
            .setStackTrace(
                "java.lang.NullPointerException: Cannot invoke \"String.length()\" because"
                    + " \"name\" is null\n\tat app.Names.length(Names.java:5)\n")
            .build();
    String head = clone.head();
    located =
        (Located)
            new RepositoryLocator(
                    clone,
                    head,
                    new StoredBlame(clone, clone.path().resolveSibling("data")),
                    StatementLookup.NONE)
                .locate(event);
    Candidate proposed =
        new CandidateProposer(Proposer.withInstalledRules()).propose(located).candidates().get(0);
    candidate = proposed.judged(proven(), reproducer());
  }

  @AfterEach
  void close() {
    clone.close();
  }

  @Test
  void pushesPatchAndReproducerOntoABranchOfItsOwn() throws Exception {
    DraftPullRequests.Draft draft = open();

    assertFalse(draft.alreadyOpen());
    assertTrue(draft.branch().branch().startsWith("mendgate/"), draft.branch().branch());
    try (GitRepository pushed = GitRepository.open(bare)) {
      assertEquals(located.headCommit(), pushed.head(), "the default branch must not move");
      String commit = pushed.resolve(draft.branch().branch());
      assertEquals(draft.branch().commit(), commit);
      assertEquals(
          candidate.fix().edits().get(0).patched(), pushed.tree(commit).read(PATH).orElseThrow());
      assertEquals("class T {}\n", pushed.tree(commit).read(TEST_PATH).orElseThrow());
    }
  }

  @Test
  void askedAgainItAnswersWithTheSameBranch() {
    DraftPullRequests.Draft first = open();
    DraftPullRequests.Draft second = open();

    assertTrue(second.alreadyOpen());
    assertEquals(first.branch().commit(), second.branch().commit());
  }

  @Test
  void theTextTellsTheProofAndNeitherSecretsNorForeignMarkup() {
    String body = open().text().body();

    assertTrue(body.contains("because \"name\" is null"), body);
    assertTrue(body.contains("PROVEN"), body);
    assertTrue(body.contains(TEST_PATH), body);
    assertTrue(body.contains("last changed in"), body);
    assertTrue(body.contains("Ana \\@team b"), body);
  }

  @Test
  void codeOwnersAreMentionedAndOthersAreNot() {
    Owner codeOwners =
        new Owner(
            Owner.Kind.CODE_OWNERS,
            List.of("@acme/names", "@bo"),
            Duration.ofHours(4),
            "#names",
            "CODEOWNERS line 1 (*.java)");
    Owner team = new Owner(Owner.Kind.TEAM, List.of("@names"), null, null, "path /src/");

    assertEquals(
        "Reviewer: @acme/names @bo (CODEOWNERS line 1 (\\*.java)), answers within 4h, at"
            + " \\#names.",
        reviewer(owned(codeOwners)));
    assertEquals("Reviewer: \\@names (path /src/).", reviewer(owned(team)));
    assertEquals("Reviewer: Ana \\@team b (last to change the line).", reviewer(located));
    assertEquals("", reviewer(owned(Owner.nobody("nobody is left"))));
  }

  private String reviewer(Located of) {
    String body = PullRequestText.of(of, candidate, text -> text).body();
    return body.lines().filter(line -> line.startsWith("Reviewer")).findFirst().orElse("");
  }

  private Located owned(Owner owner) {
    Location at = located.best();
    Location owned =
        new Location(
            at.path(),
            at.line(),
            at.lastLine(),
            at.className(),
            at.method(),
            at.source(),
            at.deployedLine(),
            at.blame(),
            owner,
            at.found(),
            at.note());
    return new Located(
        located.repository(),
        located.headCommit(),
        located.deployedCommit(),
        located.failure(),
        located.sites(),
        List.of(owned),
        located.tree(),
        List.of(),
        located.history());
  }

  @Test
  void aMessageOfTheProgramIsMaskedAndCannotEndItsCodeBlock() {
    Failure told = new Failure("app.Denied", "token=s3cr3t ``` <b>", located.failure().frames());
    Located denied =
        new Located(
            located.repository(),
            located.headCommit(),
            located.deployedCommit(),
            told,
            located.sites(),
            located.locations(),
            located.tree(),
            List.of(),
            located.history());

    String body = drafts().open(clone, bare.toString(), denied, candidate).text().body();

    assertFalse(body.contains("s3cr3t"), body);
    assertEquals(2, body.split("```", -1).length - 1, body);
  }

  @Test
  void anUnreachableRemoteIsOneClearError() {
    SourceException e =
        assertThrows(
            SourceException.class,
            () -> drafts().open(clone, bare.resolveSibling("gone").toString(), located, candidate));
    assertTrue(String.valueOf(e.getMessage()).contains("cannot push"), e.getMessage());
  }

  @Test
  void aPathOutsideTheRepositoryIsRefused() {
    for (String path : List.of("../x", "/etc/x", "a/../../x", ".git/hooks/x", "a//b", "")) {
      assertThrows(
          SourceException.class,
          () ->
              new NewBranch(
                  located.headCommit(),
                  Map.of(path, "x".getBytes(StandardCharsets.UTF_8)),
                  "m",
                  new PersonIdent("a", "b")),
          path);
    }
  }

  private DraftPullRequests.Draft open() {
    return drafts().open(clone, bare.toString(), located, candidate);
  }

  private static DraftPullRequests drafts() {
    return new DraftPullRequests(
        new BranchPublisher(RemoteAccess.NONE), text -> text.replace("s3cr3t", "***"));
  }

  private static Validation proven() {
    return new Validation(
        Verdict.PROVEN,
        "it is",
        Validation.ReproducerStatus.FAILS_BEFORE_PASSES_AFTER,
        3,
        0,
        0,
        List.of(),
        1,
        "process",
        Duration.ofSeconds(1));
  }

  private static Reproducer reproducer() {
    return new Reproducer(
        TEST_PATH,
        "app.NamesMendgateReproducerTest",
        "doesNotFail",
        "class T {}\n",
        Reproducer.Kind.CALL);
  }

  private static void commit(Path folder) throws Exception {
    PersonIdent ana = new PersonIdent("Ana @team b", "ana@example.com");
    try (Git git = Git.init().setDirectory(folder.toFile()).setInitialBranch("main").call()) {
      git.add().addFilepattern(".").call();
      git.commit().setMessage("first").setAuthor(ana).setCommitter(ana).setSign(false).call();
    }
  }

  private static void cloneBare(Path from, Path to) throws Exception {
    Git.cloneRepository()
        .setURI(from.toUri().toString())
        .setDirectory(to.toFile())
        .setBare(true)
        .call()
        .close();
  }
}
