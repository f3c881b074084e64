package dev.mendgate.gateway.cli.demo;

import dev.mendgate.v1.Blame;
import dev.mendgate.v1.Candidate;
import dev.mendgate.v1.Location;
import dev.mendgate.v1.Progress;
import dev.mendgate.v1.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/** Says what the gateway answered, for a person who watches. */
final class AnswerText {
  private AnswerText() {}

  static String location(Location at, Instant now) {
    StringBuilder text = new StringBuilder();
    text.append("  line      ").append(at.getPath()).append(':').append(at.getLine());
    if (at.getDeployedLine() > 0 && at.getDeployedLine() != at.getLine()) {
      text.append(" (line ").append(at.getDeployedLine()).append(" in the deployed version)");
    }
    text.append("\n            ").append(at.getSource());
    if (!at.hasBlame()) {
      return text.toString();
    }
    Blame blame = at.getBlame();
    Instant authored = Instant.ofEpochSecond(blame.getAuthoredAt().getSeconds());
    text.append("\n  commit    ").append(blame.getCommit(), 0, 12);
    text.append("  ").append(blame.getSummary());
    text.append("\n  author    ").append(blame.getAuthorName());
    text.append(" <").append(blame.getAuthorMail()).append('>');
    text.append("\n  age       ").append(Duration.between(authored, now).toDays());
    text.append(" days, since ").append(LocalDate.ofInstant(authored, ZoneOffset.UTC));
    return text.toString();
  }

  static String candidates(List<Candidate> ranked) {
    StringBuilder text = new StringBuilder();
    for (Candidate candidate : ranked) {
      text.append(
          String.format(
              Locale.ROOT,
              "  %2d. %-12s %s [%s]%n      %s%n",
              candidate.getRank(),
              verdict(candidate.getVerdict()),
              candidate.getTitle(),
              candidate.getRule(),
              candidate.getEvidence().getSummary()));
    }
    return text.toString();
  }

  static String verdict(Verdict verdict) {
    return verdict.name().substring("VERDICT_".length());
  }

  static String progress(Progress progress) {
    String count =
        progress.getTotal() > 1 ? " " + progress.getDone() + "/" + progress.getTotal() : "";
    return "  ... " + progress.getStage() + count + ": " + progress.getMessage();
  }

  static String indented(String text) {
    return text.indent(4).stripTrailing();
  }
}
