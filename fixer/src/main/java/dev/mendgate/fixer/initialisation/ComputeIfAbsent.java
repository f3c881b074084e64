package dev.mendgate.fixer.initialisation;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.google.auto.service.AutoService;
import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.Risk;
import dev.mendgate.fixer.Rule;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.analysis.NullSuspects;
import dev.mendgate.fixer.analysis.Suspect;
import dev.mendgate.fixer.edit.NodeEdits;
import dev.mendgate.fixer.field.Field;
import dev.mendgate.fixer.map.Counter;
import dev.mendgate.fixer.map.MapCall;
import dev.mendgate.fixer.source.ParsedFile;
import dev.mendgate.fixer.source.SourceAge;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts a value under a map's key before code fills what it takes for granted to be there. */
@AutoService(Rule.class)
public final class ComputeIfAbsent implements Rule {
  @Override
  public String name() {
    return "compute-if-absent";
  }

  @Override
  public List<CandidateFix> propose(RuleContext context) {
    List<Suspect> suspects = NullSuspects.find(context);
    double best = suspects.stream().mapToDouble(Suspect::weight).max().orElse(0);
    return suspects.stream()
        .filter(suspect -> suspect.weight() >= best)
        .flatMap(suspect -> fixes(suspect, context))
        .toList();
  }

  private Stream<CandidateFix> fixes(Suspect suspect, RuleContext context) {
    Optional<CandidateFix> counter = counter(suspect.dereference().subject(), context.file());
    return counter.isPresent()
        ? counter.stream()
        : MissingEntry.of(suspect.dereference(), context)
            .map(entry -> fixes(entry, context))
            .orElseGet(Stream::empty);
  }

  private Stream<CandidateFix> fixes(MissingEntry entry, RuleContext context) {
    List<CandidateFix> fixes = new ArrayList<>();
    String map = context.file().textOf(entry.first().map());
    if (SourceAge.of(context.file()).hasLambda()) {
      fixes.add(
          fix(
              "Create the missing entry of " + map + " with computeIfAbsent",
              entry,
              0.85,
              entry.computed()));
    }
    entry
        .checked()
        .map(edits -> fix("Create the missing entry of " + map, entry, 0.7, edits))
        .ifPresent(fixes::add);
    return fixes.stream();
  }

  private CandidateFix fix(String title, MissingEntry entry, double confidence, NodeEdits edits) {
    boolean own = Field.of(entry.first().map()).isPresent();
    return new CandidateFix(
        name(),
        title,
        "The code adds to the value of a key before anything was put there, so get returns null."
            + " With the patch the first use of a key creates its value; the map holds an entry"
            + " more then."
            + (own ? "" : " The map comes from elsewhere: it must not be unmodifiable."),
        own && entry.neutral() ? Risk.LOW : Risk.MEDIUM,
        confidence * (entry.neutral() ? 1 : 0.6),
        null,
        List.of(edits.toFileEdit()));
  }

  private Optional<CandidateFix> counter(Expression read, ParsedFile file) {
    return read.findAncestor(ExpressionStmt.class)
        .flatMap(statement -> MapCall.of(statement.getExpression(), "put", 2))
        .filter(put -> put.value().isAncestorOf(read))
        .flatMap(Counter::of)
        .map(counter -> counted(counter, file));
  }

  private CandidateFix counted(Counter counter, ParsedFile file) {
    MapCall put = counter.put();
    String get = file.textOf(put.map()) + ".get(" + file.textOf(put.key()) + ")";
    String step = counter.typed(counter.step(), file);
    boolean merges = SourceAge.of(file).hasLambda();
    NodeEdits edits =
        merges
            ? new NodeEdits(file).replace(put.call(), counter.merge(file))
            : new NodeEdits(file)
                .replace(put.value(), get + " == null ? " + step + " : " + get + " + " + step);
    return new CandidateFix(
        name(),
        "Count a key's first occurrence",
        "The code adds to the count of a key that has none yet, so get returns null. With the"
            + " patch a missing count is taken as zero.",
        Risk.LOW,
        0.9,
        null,
        List.of(edits.toFileEdit()));
  }
}
