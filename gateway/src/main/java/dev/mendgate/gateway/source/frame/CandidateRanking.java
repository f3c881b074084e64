package dev.mendgate.gateway.source.frame;

import dev.mendgate.gateway.source.build.BuildLayout;
import dev.mendgate.gateway.source.build.BuildModule;
import dev.mendgate.gateway.source.frame.FrameResolution.Candidate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** Orders the files that declare one class, likeliest first, and says what decided. */
final class CandidateRanking {
  private final BuildLayout layout;
  private final BinaryName type;
  private final ArchiveName archive;
  private final Neighbours neighbours;
  private final List<Criterion> criteria;

  CandidateRanking(
      BuildLayout layout, BinaryName type, ArchiveName archive, Neighbours neighbours) {
    this.layout = layout;
    this.type = type;
    this.archive = archive;
    this.neighbours = neighbours;
    this.criteria = criteria();
  }

  /**
   * Something that speaks for a file.
   *
   * @param weight more is likelier
   * @param reason what to tell a person where it decides
   */
  private record Criterion(ToIntFunction<Candidate> weight, Function<Candidate, String> reason) {}

  /**
   * Returns the candidates likeliest first.
   *
   * @param notes takes the reason
   */
  List<Candidate> order(List<Candidate> candidates, List<String> notes) {
    Comparator<Candidate> order = (a, b) -> 0;
    for (Criterion criterion : criteria) {
      order = order.thenComparing(Comparator.comparingInt(criterion.weight()).reversed());
    }
    List<Candidate> ordered =
        candidates.stream().sorted(order.thenComparing(Candidate::path)).toList();
    long files = ordered.stream().map(Candidate::path).distinct().count();
    if (files > 1) {
      Candidate best = ordered.get(0);
      Candidate next =
          ordered.stream().filter(c -> !c.path().equals(best.path())).findFirst().orElse(best);
      notes.add(
          "%d files declare %s; took %s: %s"
              .formatted(files, type.full(), best.path(), reason(best, next)));
    }
    return ordered;
  }

  private String reason(Candidate best, Candidate next) {
    for (Criterion criterion : criteria) {
      if (criterion.weight().applyAsInt(best) != criterion.weight().applyAsInt(next)) {
        return criterion.reason().apply(best);
      }
    }
    return "the first by name; nothing tells it from " + next.path();
  }

  private List<Criterion> criteria() {
    List<Criterion> all = new ArrayList<>();
    all.add(
        new Criterion(
            c -> Math.max(archive.likeness(module(c)), isOfSameArchive(c) ? 3 : 0),
            c -> "the frame comes from " + archive.origin() + ", which is " + label(c)));
    all.add(
        new Criterion(
            c -> archive.ofTests(c.test()), c -> "the frame comes from " + archive.origin()));
    all.add(new Criterion(c -> c.plausible() ? 1 : 0, c -> "its line is inside the method"));
    all.add(
        new Criterion(c -> c.test() && !neighbours.test() ? 0 : 1, c -> "it is not test source"));
    all.add(new Criterion(this::nearness, this::nearnessReason));
    all.add(new Criterion(c -> c.test() ? 0 : 1, c -> "it is not test source"));
    all.add(
        new Criterion(
            c -> module(c).built() ? 1 : 0, c -> "the build does not reach the other module"));
    all.add(
        new Criterion(
            c -> SourceFolders.isCopy(c.path(), type.packageName()) ? 0 : 1,
            c -> "the other's folder is named like one for copies or examples"));
    all.add(
        new Criterion(
            c -> SourceFolders.isGenerated(c.path(), type.packageName()) ? 0 : 1,
            c -> "the other was generated"));
    all.add(new Criterion(this::release, this::releaseReason));
    return List.copyOf(all);
  }

  private BuildModule module(Candidate candidate) {
    return layout.moduleOf(candidate.path());
  }

  private String label(Candidate candidate) {
    return module(candidate).label();
  }

  private boolean isOfSameArchive(Candidate candidate) {
    return archive.isArchive()
        && neighbours.archive().filter(module(candidate)::equals).isPresent();
  }

  private int nearness(Candidate candidate) {
    BuildModule module = module(candidate);
    if (neighbours.stand(module)) {
      return 2;
    }
    boolean called = neighbours.caller().filter(c -> layout.depends(c, module)).isPresent();
    boolean calls = neighbours.callee().filter(c -> layout.depends(module, c)).isPresent();
    return called || calls ? 1 : 0;
  }

  private String nearnessReason(Candidate candidate) {
    BuildModule module = module(candidate);
    if (neighbours.stand(module)) {
      return "the frames around it lie in " + module.label() + " too";
    }
    boolean called = neighbours.caller().filter(c -> layout.depends(c, module)).isPresent();
    return called
        ? neighbours.caller().orElseThrow().label() + ", which calls it, depends on its module"
        : "its module depends on " + neighbours.callee().orElseThrow().label() + ", which it calls";
  }

  /** A class for a newer Java stands in for the common one where the JVM is new enough. */
  private int release(Candidate candidate) {
    OptionalInt release = SourceFolders.release(candidate.path(), type.packageName());
    int least = neighbours.release().orElse(8);
    return release.isEmpty() || release.getAsInt() <= 8
        ? 8
        : release.getAsInt() <= least ? release.getAsInt() : -release.getAsInt();
  }

  private String releaseReason(Candidate candidate) {
    OptionalInt release = SourceFolders.release(candidate.path(), type.packageName());
    return release.isPresent() && release.getAsInt() > 8
        ? "the trace's JVM is of Java " + release.getAsInt() + " or later"
        : "the other is for a newer Java";
  }
}
