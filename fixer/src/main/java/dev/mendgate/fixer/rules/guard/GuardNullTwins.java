package dev.mendgate.fixer.rules.guard;

import com.google.auto.service.AutoService;
import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.Rule;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.analysis.Enclosing;
import dev.mendgate.fixer.analysis.NullSuspects;
import dev.mendgate.fixer.analysis.Suspect;
import dev.mendgate.fixer.edit.FileEdit;
import dev.mendgate.fixer.edit.TextEdit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts the guard of the failing method into its twins as well. */
@AutoService(Rule.class)
public final class GuardNullTwins implements Rule {
  private static final int MAX_SUSPECTS = 2;
  private static final int MAX_DRAFTS = 3;

  // Who mends one of several copies mends them all.
  private static final double PREFERRED = 0.02;

  private static final List<Function<Hazard, List<Draft>>> SHAPES =
      List.of(
          EarlyReturn::of,
          Skip::statement,
          Skip::turn,
          GuardNullBlock::drafts,
          Conjunct::of,
          Fallback::assigned,
          Fallback::instead,
          NullSafeCall::drafts);

  @Override
  public String name() {
    return "guard-null-twins";
  }

  @Override
  public List<CandidateFix> propose(RuleContext context) {
    return NullSuspects.find(context).stream()
        .limit(MAX_SUSPECTS)
        .flatMap(suspect -> atTwins(context, suspect))
        .toList();
  }

  private Stream<CandidateFix> atTwins(RuleContext context, Suspect suspect) {
    Hazard hazard = Hazard.ofNull(context, suspect);
    List<Hazard> twins = Twins.of(hazard);
    if (twins.isEmpty()) {
      return Stream.empty();
    }
    return SHAPES.stream()
        .flatMap(shape -> shape.apply(hazard).stream().map(draft -> Map.entry(draft, shape)))
        .sorted(Comparator.comparingDouble(found -> -found.getKey().confidence()))
        .limit(MAX_DRAFTS)
        .flatMap(found -> everywhere(hazard, found.getKey(), twins, found.getValue()).stream());
  }

  private Optional<CandidateFix> everywhere(
      Hazard hazard, Draft draft, List<Hazard> twins, Function<Hazard, List<Draft>> shape) {
    Map<String, FileEdit> edits = new LinkedHashMap<>();
    merge(hazard, draft, edits);
    List<String> places = new ArrayList<>();
    for (Hazard twin : twins) {
      Optional<Draft> same =
          shape.apply(twin).stream()
              .filter(other -> key(other, twin).equals(key(draft, hazard)))
              .findFirst();
      if (same.isPresent() && merge(twin, same.get(), edits)) {
        places.add("`" + methodOf(twin) + "` (" + place(twin) + ")");
      }
    }
    if (places.isEmpty()) {
      return Optional.empty();
    }
    CandidateFix one = hazard.fix(name(), draft);
    String also =
        " The same code stands in %s, which would fail in the same way; the same guard is put there."
            .formatted(String.join(", ", places));
    return Optional.of(
        new CandidateFix(
            name(),
            one.title() + ", here and in " + places.size() + " like it",
            one.rationale() + also,
            one.risk(),
            Math.min(1, one.confidence() + PREFERRED),
            one.throwsInstead(),
            one.effect(),
            List.copyOf(edits.values())));
  }

  /** Adds a draft's edits; leaves everything as it is where they collide with others. */
  private static boolean merge(Hazard hazard, Draft draft, Map<String, FileEdit> edits) {
    String path = hazard.file().path();
    FileEdit before = edits.get(path);
    Set<TextEdit> all = new LinkedHashSet<>(before == null ? List.of() : before.edits());
    draft.edits().stream().filter(edit -> !isKnown(edit, all)).forEach(all::add);
    try {
      edits.put(path, new FileEdit(path, hazard.file().text(), List.copyOf(all)));
      return true;
    } catch (IllegalArgumentException overlapping) {
      return false;
    }
  }

  private static boolean isKnown(TextEdit edit, Set<TextEdit> all) {
    return edit.replacement().contains("import ") && all.contains(edit);
  }

  /** The title without the name of the method, which is another one in a twin. */
  private static String key(Draft draft, Hazard hazard) {
    return draft.title().replace(" from " + methodOf(hazard) + " ", " ");
  }

  private static String methodOf(Hazard hazard) {
    return Enclosing.callable(hazard.use()).orElseThrow().getNameAsString();
  }

  private static String place(Hazard hazard) {
    return Stream.of(hazard.file().path(), String.valueOf(hazard.context().site().line()))
        .collect(Collectors.joining(":"));
  }
}
