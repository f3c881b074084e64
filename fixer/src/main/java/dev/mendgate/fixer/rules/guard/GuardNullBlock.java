package dev.mendgate.fixer.rules.guard;

import com.google.auto.service.AutoService;
import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.Effect;
import dev.mendgate.fixer.Risk;
import dev.mendgate.fixer.Rule;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.edit.Style;
import dev.mendgate.fixer.edit.TextEdit;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.List;

/** Leaves out all statements that need an object, where it is null. */
@AutoService(Rule.class)
public final class GuardNullBlock implements Rule {
  private static final double CONFIDENCE = 0.61;

  @Override
  public String name() {
    return "guard-null-block";
  }

  @Override
  public List<CandidateFix> propose(RuleContext context) {
    return NullGuards.propose(name(), context, GuardNullBlock::drafts);
  }

  static List<Draft> drafts(Hazard hazard) {
    if (!hazard.isRepeatable() || Anchor.before(hazard).isEmpty()) {
      return List.of();
    }
    return Region.of(hazard)
        .filter(region -> region.statements().size() > 1)
        .filter(region -> startsLine(region, hazard.file()))
        .map(region -> List.of(draft(hazard, region)))
        .orElse(List.of());
  }

  private static Draft draft(Hazard hazard, Region region) {
    int count = region.statements().size();
    return new Draft(
            "Run %d statements only where %s".formatted(count, hazard.safe()),
            "From now on this statement and the %d behind it that need it are left out in that case; what follows them still runs."
                .formatted(count - 1),
            Risk.MEDIUM,
            CONFIDENCE,
            wrap(hazard, region))
        .with(Effect.SKIPS);
  }

  private static List<TextEdit> wrap(Hazard hazard, Region region) {
    Style style = hazard.style();
    ParsedFile file = hazard.file();
    int start = file.start(region.first());
    int end = endOfLine(file, file.end(region.last()));
    String indentation = file.indentation(region.first().getRange().orElseThrow().begin.line);
    String body = style.shifted(file.text().substring(start, end));
    return List.of(
        new TextEdit(start, end, style.ifBlock(indentation, hazard.safe(), List.of(body))));
  }

  /** A comment behind the last statement stays with it. */
  private static int endOfLine(ParsedFile file, int end) {
    int line = file.text().indexOf('\n', end);
    int stop = line < 0 ? file.text().length() : line;
    String tail = file.text().substring(end, stop).stripTrailing();
    return tail.stripLeading().startsWith("//") ? end + tail.length() : end;
  }

  private static boolean startsLine(Region region, ParsedFile file) {
    int start = file.start(region.first());
    int line = file.lines().start(file.lines().line(start));
    return file.text().substring(line, start).isBlank();
  }
}
