package dev.mendgate.gateway.suggest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mendgate.fixer.CrashSite;
import dev.mendgate.fixer.Failure;
import dev.mendgate.fixer.Frame;
import dev.mendgate.fixer.Reproducer;
import dev.mendgate.gateway.source.GitRepository;
import dev.mendgate.gateway.source.ownership.Owner;
import dev.mendgate.gateway.suggest.LocateOutcome.Located;
import dev.mendgate.sandbox.Patch;
import dev.mendgate.sandbox.ReproducerOutcome;
import dev.mendgate.sandbox.ReproducerTest;
import dev.mendgate.sandbox.Validation;
import dev.mendgate.sandbox.ValidationSession;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReproducerSearchTest {
  private static final ReproducerOutcome SAME = new ReproducerOutcome(true, true, "");
  private static final ReproducerOutcome ALIKE = new ReproducerOutcome(true, false, "");
  private static final ReproducerOutcome NOT = new ReproducerOutcome(false, false, "");

  @Test
  void theEventsOwnMessageBeatsOneLikeIt(@TempDir Path folder) throws Exception {
    assertEquals(
        "same",
        found(
            folder,
            Map.of("other", NOT, "alike", ALIKE, "same", SAME),
            call("other"),
            call("alike"),
            call("same")));
  }

  @Test
  void oneLikeItIsTakenWhereThereIsNoBetter(@TempDir Path folder) throws Exception {
    assertEquals(
        "alike", found(folder, Map.of("alike", ALIKE, "other", NOT), call("other"), call("alike")));
  }

  @Test
  void whatOneThreadReproducesIsNoRace(@TempDir Path folder) throws Exception {
    assertEquals(
        "alone",
        found(folder, Map.of("threads", SAME, "alone", SAME), stress("threads"), call("alone")));
  }

  @Test
  void threadsAreTriedWhereOneCannotReproduceIt(@TempDir Path folder) throws Exception {
    assertEquals(
        "threads",
        found(folder, Map.of("threads", SAME, "alone", NOT), stress("threads"), call("alone")));
  }

  private static String found(
      Path folder, Map<String, ReproducerOutcome> outcomes, Reproducer... attempts)
      throws Exception {
    try (Git git = Git.init().setDirectory(folder.toFile()).call();
        GitRepository repository = GitRepository.open(folder);
        Crew crew = new Crew(1, "test")) {
      String head = git.commit().setMessage("m").setAllowEmpty(true).setSign(false).call().name();
      ProofOptions options = new ProofOptions(1, 1, 10, Duration.ofMinutes(1), 1);
      return new ReproducerSearch(new Session(outcomes), crew, options)
          .first(located(repository, head), List.of(attempts), SuggestionListener.NONE)
          .orElseThrow()
          .reproducer()
          .method();
    }
  }

  private static Located located(GitRepository repository, String head) {
    Frame frame = new Frame("A", "m", "A.java", 1);
    return new Located(
        repository,
        head,
        head,
        new Failure("java.lang.NullPointerException", null, List.of(frame)),
        List.of(new CrashSite("A.java", 1, frame, 0)),
        List.of(
            new Location(
                "A.java",
                1,
                1,
                "A",
                "m",
                "",
                1,
                null,
                Owner.nobody("nobody wrote it"),
                Location.Found.STACK_FRAME,
                null)),
        repository.tree(head),
        List.of(),
        CrashHistory.NONE);
  }

  private static Reproducer call(String name) {
    return new Reproducer("ATest.java", "ATest", name, "", Reproducer.Kind.CALL);
  }

  private static Reproducer stress(String name) {
    return new Reproducer("ATest.java", "ATest", name, "", Reproducer.Kind.STRESS);
  }

  /** Answers what the test says about each generated test. */
  private record Session(Map<String, ReproducerOutcome> outcomes) implements ValidationSession {
    @Override
    public ReproducerOutcome reproduce(ReproducerTest reproducer) {
      return Objects.requireNonNull(outcomes.get(reproducer.method()));
    }

    @Override
    public List<ReproducerTest> screen(List<ReproducerTest> reproducers) {
      return reproducers.stream()
          .filter(test -> Objects.requireNonNull(outcomes.get(test.method())).reproduces())
          .toList();
    }

    @Override
    public Validation screen(Patch patch, Optional<ReproducerTest> reproducer) {
      throw new UnsupportedOperationException("the search judges no patch");
    }

    @Override
    public Validation validate(Patch patch, Optional<ReproducerTest> reproducer) {
      throw new UnsupportedOperationException("the search judges no patch");
    }

    @Override
    public void close() {}
  }
}
