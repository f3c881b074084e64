package dev.mendgate.gateway.suggest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.google.protobuf.util.Timestamps;
import dev.mendgate.gateway.source.GitRepository;
import dev.mendgate.gateway.source.StoredBlame;
import dev.mendgate.gateway.suggest.LocateOutcome.Located;
import dev.mendgate.v1.FailureEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.PersonIdent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CrashHistoryTest {
  private static final String TRACE =
      """
      java.lang.IllegalStateException: empty
      \tat app.Cart.total(Cart.java:5)
      \tat app.Shop.open(Shop.java:5)
      """;

  private final Path folder;
  private final Path work;
  private final String cart;
  private final String shop;
  private final String later;

  CrashHistoryTest(@TempDir Path folder) throws Exception {
    this.folder = folder;
    this.work = folder.resolve("work");
    commit("README", "shop\n", "2026-01-01T00:00:00Z");
    this.cart = commit("app/Cart.java", type("Cart", "total", "check();"), "2026-02-01T00:00:00Z");
    this.shop =
        commit("app/Shop.java", type("Shop", "open", "cart.total();"), "2026-03-01T00:00:00Z");
    this.later = commit("app/Cart.java", type("Cart", "total", "test();"), "2026-04-01T00:00:00Z");
  }

  private static String type(String name, String method, String statement) {
    return "package app;\n\nclass "
        + name
        + " {\n  void "
        + method
        + "() {\n    "
        + statement
        + "\n  }\n}\n";
  }

  private String commit(String path, String text, String time) throws Exception {
    Path file = work.resolve(path);
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, text);
    PersonIdent ada =
        new PersonIdent("Ada", "ada@example.org", Instant.parse(time), ZoneOffset.UTC);
    try (Git git = Git.init().setDirectory(work.toFile()).call()) {
      git.add().addFilepattern(".").call();
      return git.commit()
          .setMessage("edit " + path)
          .setAuthor(ada)
          .setCommitter(ada)
          .setSign(false)
          .call()
          .name();
    }
  }

  private CrashHistory history(String revision, String occurred) throws Exception {
    FailureEvent event =
        FailureEvent.newBuilder()
            .setStackTrace(TRACE)
            .setRevision(revision)
            .setOccurredAt(Timestamps.parse(occurred))
            .build();
    try (GitRepository repository = GitRepository.open(work)) {
      LocateOutcome outcome =
          new RepositoryLocator(
                  repository,
                  repository.head(),
                  new StoredBlame(repository, folder.resolve("data")),
                  StatementLookup.NONE)
              .locate(event);
      return assertInstanceOf(Located.class, outcome).history();
    }
  }

  @Test
  void suspectsTheYoungestCommitAmongTheLinesOfTheTrace() throws Exception {
    CrashHistory.Suspect suspect = history(later, "2026-05-01T00:00:00Z").suspect();

    assertNotNull(suspect);
    assertEquals(later, suspect.commit().commit());
    assertEquals("app/Cart.java", suspect.path());
    assertEquals(5, suspect.line());
  }

  @Test
  void suspectsNoCommitThatIsYoungerThanTheFailure() throws Exception {
    CrashHistory.Suspect older = history(later, "2026-03-15T00:00:00Z").suspect();

    assertNotNull(older);
    assertEquals(shop, older.commit().commit());
    assertNull(history(later, "2025-01-01T00:00:00Z").suspect());
  }

  @Test
  void asksTheDeployedRevisionNotHead() throws Exception {
    CrashHistory.Suspect suspect = history(shop, "2026-05-01T00:00:00Z").suspect();

    assertNotNull(suspect);
    assertEquals(shop, suspect.commit().commit());
  }

  @Test
  void looksThroughACommitThatOnlyFormatted() throws Exception {
    String formatted =
        commit(
            "app/Cart.java",
            type("Cart", "total", "test();").replace("    test", "\ttest"),
            "2026-04-20T00:00:00Z");
    commit(".git-blame-ignore-revs", formatted + "\n", "2026-04-21T00:00:00Z");

    CrashHistory.Suspect suspect = history(formatted, "2026-05-01T00:00:00Z").suspect();

    assertNotNull(suspect);
    assertEquals(later, suspect.commit().commit());
  }

  @Test
  void tellsWhoChangedTheMethod() throws Exception {
    CrashHistory history = history(later, "2026-05-01T00:00:00Z");

    assertEquals(2, history.methodChanges().size());
    assertEquals(later, history.methodChanges().get(0).commit().commit());
    assertEquals(cart, history.methodChanges().get(1).commit().commit());
  }
}
