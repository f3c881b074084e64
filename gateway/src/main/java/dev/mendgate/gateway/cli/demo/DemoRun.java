package dev.mendgate.gateway.cli.demo;

import dev.mendgate.gateway.config.Settings;
import dev.mendgate.gateway.failure.FailureInput;
import dev.mendgate.gateway.failure.FailureText;
import dev.mendgate.gateway.rpc.GatewayServer;
import dev.mendgate.v1.Candidate;
import dev.mendgate.v1.EventDisposition;
import dev.mendgate.v1.EventResult;
import dev.mendgate.v1.FailureEvent;
import dev.mendgate.v1.OpenDraftPullRequestResponse;
import dev.mendgate.v1.Progress;
import dev.mendgate.v1.Repository;
import dev.mendgate.v1.SuggestFixResponse;
import dev.mendgate.v1.Verdict;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;

/**
 * The main job, end to end and for real: services fail, events go in over gRPC, proven patches and
 * draft pull requests come out.
 */
public final class DemoRun {
  /** {@code newStringIso8859_1(null)} fails in 1.9 and 1.10; release 1.11 fixed it. */
  private static final ReleasedLibrary LIBRARY =
      new ReleasedLibrary(
          "commons-codec", "commons-codec", List.of("1.7", "1.8", "1.9", "1.10"), "1.9");

  private static final String CLIENT =
      """
      public class Client {
        public static void main(String[] args) {
          byte[] header = args.length == 0 ? null : args[0].getBytes();
          System.out.println(org.apache.commons.codec.binary.StringUtils.newStringIso8859_1(header));
        }
      }
      """;

  private final Path folder;
  private final Story story;
  private int proven;
  private int answered;

  /**
   * Runs in a folder.
   *
   * @param folder an empty one, which is left as it is at the end
   */
  public DemoRun(Path folder, PrintWriter out) {
    this.folder = folder;
    this.story = new Story(out);
  }

  /** Runs it all; answers whether every failure with a stack trace got a proven patch. */
  public boolean run()
      throws IOException,
          GitAPIException,
          InterruptedException,
          ExecutionException,
          TimeoutException {
    story.chapter("A shop, its history by four authors, and a library as it was released");
    Path shop = shop();
    Path library = library();
    story.chapter("They fail");
    List<FailureEvent> events = failures(shop);
    Settings settings = Settings.defaults(folder.resolve("data")).withPort(0);
    try (GatewayServer server = GatewayServer.start(settings);
        GatewayClient client = new GatewayClient(server.port())) {
      story.chapter("A gateway on port " + server.port() + " takes the failures");
      register(client, "shop", bare(shop, "shop.git"));
      register(client, "commons-codec", bare(library, "commons-codec.git"));
      List<EventResult> results = client.stream("demo", events);
      for (int i = 0; i < results.size(); i++) {
        story.say("  event " + (i + 1) + ": " + disposition(results.get(i)));
      }
      for (int i = 0; i < results.size(); i++) {
        answer(client, events.get(i), results.get(i));
      }
    }
    story.chapter(proven + " of " + answered + " failures with a patch have a proven one");
    story.say("everything is left in " + folder);
    return answered >= 4 && proven == answered;
  }

  private Path shop() throws IOException, GitAPIException {
    Path workTree = Files.createDirectories(folder.resolve("shop"));
    ScriptedHistory.write(workTree, Instant.now());
    story.say("  shop: bundled with Mendgate");
    return workTree;
  }

  private Path library() throws IOException, GitAPIException, InterruptedException {
    story.say("  " + LIBRARY.artifact() + " " + LIBRARY.releases() + ": Maven resolves it ...");
    LIBRARY.resolve(Files.createDirectories(folder.resolve("artifacts")));
    Path workTree = Files.createDirectories(folder.resolve("commons-codec"));
    LIBRARY.commit(folder.resolve("artifacts"), workTree);
    return workTree;
  }

  private List<FailureEvent> failures(Path shop) throws IOException, InterruptedException {
    List<FailureEvent> events = new ArrayList<>();
    Path classes = folder.resolve("shop-classes");
    for (String request : List.of("price", "stock", "visits", "checkout")) {
      String written = Incident.ofService(shop, classes, request);
      events.add(event(written).setRepository("shop").setService("shop").build());
    }
    Path artifacts = folder.resolve("artifacts");
    String written = Incident.ofBinary(LIBRARY.binary(artifacts), artifacts, CLIENT);
    events.add(
        event(written)
            .setRepository("commons-codec")
            .setService("client")
            .setServiceVersion(LIBRARY.deployed())
            .build());
    return events;
  }

  private FailureEvent.Builder event(String written) throws IOException {
    story.say(AnswerText.indented(written.lines().limit(5).collect(Collectors.joining("\n"))));
    if (FailureText.read(written) instanceof FailureInput.Event event) {
      return event.event().toBuilder();
    }
    throw new IOException("the demo's program did not fail as it should; it wrote: " + written);
  }

  private Path bare(Path workTree, String name) throws GitAPIException {
    Path bare = folder.resolve(name);
    Git.cloneRepository()
        .setURI(workTree.toUri().toString())
        .setDirectory(bare.toFile())
        .setBare(true)
        .call()
        .close();
    return bare;
  }

  private void register(GatewayClient client, String name, Path bare) {
    Repository repository = client.register(name, bare.toUri().toString());
    story.say(
        "  repository %s at %s: %d files, %d logging and throwing statements indexed"
            .formatted(
                name,
                repository.getHeadCommit().substring(0, 12),
                repository.getIndexedFiles(),
                repository.getIndexedStatements()));
  }

  private static String disposition(EventResult result) {
    String what = result.getDisposition().name().substring("EVENT_DISPOSITION_".length());
    return what + (result.getFailureGroup().isEmpty() ? "" : ", group " + result.getFailureGroup());
  }

  private void answer(GatewayClient client, FailureEvent event, EventResult result) {
    if (result.getDisposition() != EventDisposition.EVENT_DISPOSITION_STORED) {
      return;
    }
    String what = event.getExceptionType();
    story.chapter(what.isEmpty() ? "Only a log line: " + event.getLogMessage() : what);
    List<Candidate> ranked = new ArrayList<>();
    client.suggest(result.getFailureGroup(), step -> hear(step, ranked));
    if (ranked.isEmpty()) {
      story.say("  no patch: a log line alone does not say what failed");
      return;
    }
    answered++;
    story.say(AnswerText.candidates(ranked));
    Candidate best = ranked.get(0);
    story.say("  why       " + best.getRationale());
    story.say(AnswerText.indented(best.getPatch()));
    if (best.getVerdict() == Verdict.VERDICT_PROVEN) {
      proven++;
      draft(client.open(result.getFailureGroup(), best.getCandidateId()));
    }
  }

  private void hear(SuggestFixResponse step, List<Candidate> ranked) {
    switch (step.getStepCase()) {
      case LOCATED ->
          story.say(AnswerText.location(step.getLocated().getLocation(), Instant.now()));
      case PROGRESS -> progress(step.getProgress());
      case VERDICT -> story.say("  ... " + AnswerText.verdict(step.getVerdict().getVerdict()));
      case RANKED -> ranked.addAll(step.getRanked().getCandidatesList());
      default -> {
        // Candidates without a verdict come again in the ranking.
      }
    }
  }

  /** What runs several times a second is left out. */
  private void progress(Progress progress) {
    boolean attempt = progress.getTotal() > 1 || progress.getStage().equals("validate");
    if (!attempt) {
      story.say(AnswerText.progress(progress));
    }
  }

  private void draft(OpenDraftPullRequestResponse draft) {
    story.say("  draft pull request: branch " + draft.getBranch() + " at " + draft.getRemote());
    story.say(AnswerText.indented("# " + draft.getTitle() + "\n\n" + draft.getBody()));
  }
}
