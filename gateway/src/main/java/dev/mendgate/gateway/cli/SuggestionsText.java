package dev.mendgate.gateway.cli;

import dev.mendgate.gateway.source.BlamedLine;
import dev.mendgate.gateway.source.CommitNote;
import dev.mendgate.gateway.source.LineChange;
import dev.mendgate.gateway.source.ownership.Owner;
import dev.mendgate.gateway.suggest.Candidate;
import dev.mendgate.gateway.suggest.CrashHistory;
import dev.mendgate.gateway.suggest.LocateOutcome.Located;
import dev.mendgate.gateway.suggest.Location;
import dev.mendgate.sandbox.Validation;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/** Writes suggestions for people at a terminal. */
final class SuggestionsText {
  private final Instant now;

  SuggestionsText(Instant now) {
    this.now = now;
  }

  /** Where it is, and whose. */
  String located(Located located) {
    StringBuilder out = new StringBuilder();
    out.append("failure   ").append(located.failure().exceptionType());
    if (located.failure().message() != null) {
      out.append(": ").append(located.failure().message());
    }
    out.append('\n').append(location(located.best()));
    history(located.history(), out);
    located.notes().forEach(note -> out.append("note      ").append(note).append('\n'));
    return out.toString();
  }

  private void history(CrashHistory history, StringBuilder out) {
    CrashHistory.Suspect suspect = history.suspect();
    if (suspect != null) {
      out.append("suspect   ").append(line(suspect.commit()));
      out.append("\n          wrote ").append(suspect.path()).append(':').append(suspect.line());
      out.append(", the youngest line of the trace when it first failed\n");
    }
    for (LineChange change : history.methodChanges()) {
      out.append("method    changed in ").append(line(change.commit())).append('\n');
    }
  }

  private String line(CommitNote commit) {
    return commit.shortCommit()
        + "  "
        + commit.summary()
        + " ("
        + commit.authorName()
        + ", "
        + age(commit.authoredAt())
        + " ago)";
  }

  String location(Location location) {
    StringBuilder out = new StringBuilder();
    out.append("location  ").append(location.path()).append(':').append(location.line());
    if (location.lastLine() > location.line()) {
      out.append('-').append(location.lastLine());
    }
    out.append("  ").append(location.className());
    if (location.method() != null) {
      out.append('.').append(location.method());
    }
    if (location.deployedLine() != location.line()) {
      out.append("  (line ").append(location.deployedLine()).append(" where it was deployed)");
    }
    out.append("\n          ").append(location.source()).append('\n');
    BlamedLine blame = location.blame();
    if (blame != null) {
      out.append("commit    ").append(blame.commit(), 0, 12).append("  ").append(blame.summary());
      out.append("\nauthor    ").append(blame.authorName()).append(" <").append(blame.authorMail());
      out.append(">, ").append(LocalDate.ofInstant(blame.authoredAt(), ZoneOffset.UTC));
      out.append(", ").append(age(blame.authoredAt())).append(" ago\n");
    }
    out.append("owner     ").append(owner(location.owner())).append('\n');
    if (location.note() != null) {
      out.append("note      ").append(location.note()).append('\n');
    }
    return out.toString();
  }

  private static String owner(Owner owner) {
    StringBuilder out = new StringBuilder(owner.name().orElse("nobody known"));
    owner.responds().ifPresent(time -> out.append(", answers within ").append(time));
    if (owner.contact() != null) {
      out.append(", at ").append(owner.contact());
    }
    return out.append("\n          ").append(owner.reason()).toString();
  }

  /** One block for each candidate, best first. */
  String candidates(List<Candidate> candidates) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < candidates.size(); i++) {
      Candidate candidate = candidates.get(i);
      out.append(
          String.format(
              Locale.ROOT,
              "%2d. %-12s %s [%s, risk %s]%n",
              i + 1,
              verdict(candidate),
              candidate.fix().title(),
              candidate.fix().rule(),
              candidate.fix().risk().name().toLowerCase(Locale.ROOT)));
      Validation validation = candidate.validation();
      if (validation != null) {
        out.append("    ").append(validation.summary()).append('\n');
      }
    }
    return out.toString();
  }

  /** The best candidate in full. */
  String winner(Candidate candidate) {
    return "why       "
        + candidate.fix().rationale().replace("\n", "\n          ")
        + "\n\n"
        + candidate.patch();
  }

  static String verdict(Candidate candidate) {
    Validation validation = candidate.validation();
    return validation == null ? "not proven" : validation.verdict().name();
  }

  private String age(Instant then) {
    Duration age = Duration.between(then, now);
    long days = age.toDays();
    if (days >= 730) {
      return days / 365 + " years";
    }
    if (days >= 2) {
      return days + " days";
    }
    return Math.max(0, age.toHours()) + " hours";
  }
}
