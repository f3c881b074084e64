package dev.mendgate.fixer.habit;

import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.Effect;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.edit.FileEdit;
import dev.mendgate.fixer.edit.TextEdit;
import dev.mendgate.fixer.habit.Guard.Kind;
import dev.mendgate.fixer.habit.Guard.Shape;
import dev.mendgate.fixer.habit.Habits.Seen;
import dev.mendgate.fixer.habit.PastFixes.Fix;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Moves the confidence of fixes that add a guard towards what the code base does in such cases:
 * near the site, in its annotations and documentation, and in its history.
 */
public final class HabitWeights {
  /** How often each shape is expected of code in general; it is what counts as no evidence. */
  private static final Map<Shape, Double> USUAL =
      Map.of(
          Shape.RETURN, 0.3,
          Shape.THROW, 0.15,
          Shape.CHECK, 0.05,
          Shape.CONTINUE, 0.05,
          Shape.WRAP, 0.3,
          Shape.SUBSTITUTE, 0.15);

  // So many guards near by count as much as what is usual elsewhere.
  private static final double PRIOR = 20;
  private static final double MOST_SHIFT = 0.15;
  private static final double PROMISE = 0.2;

  private static final double FIXED_IN_FILE = 12;
  private static final double FIXED_IN_FOLDER = 4;
  private static final double FIXED_ELSEWHERE = 1;
  private static final int WORTH_SAYING = 3;

  private final RuleContext context;
  private final PastFixes past;

  /** Weighs by the habits of a context's tree and by its history. */
  public HabitWeights(RuleContext context, PastFixes past) {
    this.context = context;
    this.past = past;
  }

  /** Returns the fix with its confidence adjusted, and what speaks for or against it said. */
  public CandidateFix adjusted(CandidateFix fix) {
    Optional<Kind> kind = Kind.against(context.failure().simpleType());
    FileEdit edit = fix.edits().get(0);
    Optional<TextEdit> place =
        edit.edits().stream().filter(one -> !one.replacement().contains("import ")).findFirst();
    Optional<ParsedFile> file = context.sources().parse(edit.path());
    if (kind.isEmpty() || place.isEmpty() || file.isEmpty()) {
      return fix;
    }
    return guard(place.get(), kind.get())
        .map(guard -> adjusted(fix, guard, file.get(), place.get().start()))
        .orElse(fix);
  }

  private static Optional<Guard> guard(TextEdit edit, Kind kind) {
    return GuardScan.scan(edit.replacement()).stream()
        .filter(
            found -> found.kind() == kind || (kind == Kind.BOUNDS && found.kind() == Kind.EMPTY))
        .findFirst();
  }

  private CandidateFix adjusted(CandidateFix fix, Guard guard, ParsedFile file, int offset) {
    Map<Shape, Double> weights = new EnumMap<>(Shape.class);
    List<Seen> near = context.habits().near(file, offset);
    near.stream()
        .filter(seen -> seen.guard().kind() == guard.kind())
        .forEach(seen -> weights.merge(seen.guard().shape(), seen.weight(), Double::sum));
    List<Fix> fixed = past.of(guard.kind());
    fixed.forEach(one -> weights.merge(one.shape(), weight(one, file.path()), Double::sum));
    StringBuilder rationale = new StringBuilder(fix.rationale());
    double factor = shift(guard.shape(), weights) * promised(fix, guard, file, offset, rationale);
    said(guard.shape(), fixed, file.path()).ifPresent(rationale::append);
    return fix.withConfidence(Math.min(1, fix.confidence() * factor))
        .withRationale(rationale.toString());
  }

  private static double weight(Fix fix, String path) {
    if (fix.path().equals(path)) {
      return FIXED_IN_FILE;
    }
    return folder(fix.path()).equals(folder(path)) ? FIXED_IN_FOLDER : FIXED_ELSEWHERE;
  }

  /** Above 1 for a shape that is used more here than elsewhere, below 1 for one used less. */
  private static double shift(Shape shape, Map<Shape, Double> weights) {
    double total = weights.values().stream().mapToDouble(Double::doubleValue).sum();
    double usual = USUAL.getOrDefault(shape, 0.0);
    double share = (weights.getOrDefault(shape, 0.0) + PRIOR * usual) / (total + PRIOR);
    return 1 + Math.max(-MOST_SHIFT, Math.min(MOST_SHIFT, (share - usual) * 0.5));
  }

  private static double promised(
      CandidateFix fix, Guard guard, ParsedFile file, int offset, StringBuilder rationale) {
    Optional<CallableDeclaration<?>> method = Habits.callableAt(file, offset);
    if (guard.kind() != Kind.NULL || method.isEmpty()) {
      return 1;
    }
    double factor = 1;
    Optional<Contract> subject = Contract.ofParameter(file, method.get(), guard.subject());
    if (subject.isPresent()) {
      boolean error = guard.isError() || fix.effect() == Effect.THROWS;
      boolean agrees = error != subject.get().nullable();
      rationale.append(" `%s` %s.".formatted(guard.subject(), subject.get().words()));
      factor += agrees ? PROMISE : -PROMISE;
    }
    boolean returnsNull = guard.shape() == Shape.RETURN && guard.answer().equals("null");
    if (returnsNull && method.get() instanceof MethodDeclaration named) {
      Optional<Contract> result = Contract.ofResult(file, named);
      if (result.isPresent()) {
        rationale.append(
            " What `%s` returns %s.".formatted(named.getNameAsString(), result.get().words()));
        factor += result.get().nullable() ? PROMISE : -PROMISE;
      }
    }
    return factor;
  }

  private static Optional<String> said(Shape shape, List<Fix> fixed, String path) {
    List<Fix> alike = fixed.stream().filter(fix -> fix.shape() == shape).toList();
    if (alike.size() < WORTH_SAYING) {
      return Optional.empty();
    }
    Fix last =
        alike.stream().max(Comparator.comparingDouble(fix -> weight(fix, path))).orElseThrow();
    return Optional.of(
        " This repository fixed %d such failures by %s, %s in %s."
            .formatted(
                alike.size(),
                shape.words(),
                last.path().equals(path) ? "one of them in this file" : "last",
                last.commit().substring(0, Math.min(12, last.commit().length()))));
  }

  private static String folder(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }
}
