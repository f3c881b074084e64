package dev.mendgate.gateway.rpc;

import dev.mendgate.fixer.Reproducer;
import dev.mendgate.fixer.edit.FileEdit;
import dev.mendgate.gateway.source.BlamedLine;
import dev.mendgate.gateway.source.CommitNote;
import dev.mendgate.gateway.source.LineChange;
import dev.mendgate.gateway.source.ownership.Owner;
import dev.mendgate.gateway.suggest.Candidate;
import dev.mendgate.gateway.suggest.CrashHistory;
import dev.mendgate.gateway.suggest.LocateOutcome.Located;
import dev.mendgate.gateway.suggest.Location;
import dev.mendgate.sandbox.Validation;
import dev.mendgate.v1.Blame;
import dev.mendgate.v1.CandidateVerdict;
import dev.mendgate.v1.Candidates;
import dev.mendgate.v1.Commit;
import dev.mendgate.v1.Evidence;
import dev.mendgate.v1.LocateFailureResponse;
import dev.mendgate.v1.LocationSource;
import dev.mendgate.v1.MethodChange;
import dev.mendgate.v1.OwnerKind;
import dev.mendgate.v1.Progress;
import dev.mendgate.v1.Risk;
import dev.mendgate.v1.Suspect;
import dev.mendgate.v1.TestEvidence;
import dev.mendgate.v1.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Encodes what the pipeline answers. */
final class FixMessages {
  private FixMessages() {}

  static LocateFailureResponse located(Located located) {
    LocateFailureResponse.Builder response =
        LocateFailureResponse.newBuilder()
            .setHeadCommit(located.headCommit())
            .setLocation(location(located, located.best()));
    located.locations().forEach(each -> response.addCandidates(location(located, each)));
    CrashHistory.Suspect suspect = located.history().suspect();
    if (suspect != null) {
      response.setSuspect(
          Suspect.newBuilder()
              .setCommit(commit(suspect.commit()))
              .setPath(suspect.path())
              .setLine(suspect.line()));
    }
    for (LineChange change : located.history().methodChanges()) {
      response.addMethodChanges(
          MethodChange.newBuilder()
              .setCommit(commit(change.commit()))
              .setPath(change.path())
              .setFirstLine(change.firstLine())
              .setLastLine(change.lastLine()));
    }
    return response.build();
  }

  private static dev.mendgate.v1.Location location(Located located, Location location) {
    dev.mendgate.v1.Location.Builder message =
        dev.mendgate.v1.Location.newBuilder()
            .setPath(location.path())
            .setLine(location.line())
            .setLastLine(location.lastLine())
            .setClassName(location.className())
            .setMethod(text(location.method()))
            .setSource(location.source())
            .setDeployedLine(location.deployedLine())
            .setDeployedCommit(located.deployedCommit())
            .setOwner(location.owner().name().orElse(""))
            .setOwnership(owner(location.owner()))
            .setLocationSource(
                LocationSource.valueOf("LOCATION_SOURCE_" + location.found().name()));
    BlamedLine blame = location.blame();
    return blame == null ? message.build() : message.setBlame(blame(blame)).build();
  }

  private static dev.mendgate.v1.Owner owner(Owner owner) {
    dev.mendgate.v1.Owner.Builder message =
        dev.mendgate.v1.Owner.newBuilder()
            .setKind(OwnerKind.valueOf("OWNER_KIND_" + owner.kind().name()))
            .addAllNames(owner.names())
            .setContact(text(owner.contact()))
            .setReason(owner.reason());
    Duration responseTime = owner.responseTime();
    return responseTime == null
        ? message.build()
        : message.setResponseTime(Times.duration(responseTime)).build();
  }

  private static Commit commit(CommitNote commit) {
    return Commit.newBuilder()
        .setCommit(commit.commit())
        .setAuthorName(commit.authorName())
        .setAuthorMail(commit.authorMail())
        .setAuthoredAt(Times.timestamp(commit.authoredAt()))
        .setCommittedAt(Times.timestamp(commit.committedAt()))
        .setSummary(commit.summary())
        .build();
  }

  private static Blame blame(BlamedLine line) {
    return Blame.newBuilder()
        .setCommit(line.commit())
        .setAuthorName(line.authorName())
        .setAuthorMail(line.authorMail())
        .setAuthoredAt(Times.timestamp(line.authoredAt()))
        .setCommittedAt(Times.timestamp(line.committedAt()))
        .setOriginalPath(line.originalPath())
        .setOriginalLine(line.originalLine())
        .setSummary(line.summary())
        .build();
  }

  /** Encodes candidates, the first of which gets rank 1. */
  static Candidates candidates(List<Candidate> candidates) {
    Candidates.Builder message = Candidates.newBuilder();
    for (Candidate candidate : candidates) {
      message.addCandidates(candidate(candidate, message.getCandidatesCount() + 1));
    }
    return message.build();
  }

  private static dev.mendgate.v1.Candidate candidate(Candidate candidate, int rank) {
    dev.mendgate.v1.Candidate.Builder message =
        dev.mendgate.v1.Candidate.newBuilder()
            .setCandidateId(candidate.id())
            .setRank(rank)
            .setRule(candidate.fix().rule())
            .setTitle(candidate.fix().title())
            .setRationale(candidate.fix().rationale())
            .setRisk(Risk.valueOf("RISK_" + candidate.fix().risk().name()))
            .setPatch(candidate.patch())
            .addAllPaths(candidate.fix().edits().stream().map(FileEdit::path).toList());
    Validation validation = candidate.validation();
    if (validation != null) {
      message
          .setVerdict(verdict(validation))
          .setEvidence(evidence(validation, candidate.reproducer()));
    }
    return message.build();
  }

  /** Encodes the verdict of a candidate that was put to the proof. */
  static CandidateVerdict verdict(Candidate candidate, Validation validation) {
    return CandidateVerdict.newBuilder()
        .setCandidateId(candidate.id())
        .setVerdict(verdict(validation))
        .setEvidence(evidence(validation, candidate.reproducer()))
        .build();
  }

  private static Verdict verdict(Validation validation) {
    return Verdict.valueOf("VERDICT_" + validation.verdict().name());
  }

  private static Evidence evidence(Validation validation, @Nullable Reproducer reproducer) {
    String status = validation.reproducer().name().toLowerCase(Locale.ROOT).replace('_', '-');
    dev.mendgate.v1.Reproducer.Builder test =
        dev.mendgate.v1.Reproducer.newBuilder().setStatus(status);
    if (reproducer != null) {
      test.setPath(reproducer.path()).setSource(reproducer.source());
    }
    return Evidence.newBuilder()
        .setSummary(validation.summary())
        .setReproducer(test)
        .setTests(
            TestEvidence.newBuilder()
                .setRun(validation.testsRun())
                .setFailedBefore(validation.failedBefore())
                .setFailedAfter(validation.failedAfter())
                .addAllNewlyFailing(validation.newlyFailing()))
        .setChangedLineCoverage(validation.changedLineCoverage())
        .setDuration(Times.duration(validation.duration()))
        .setIsolation(validation.isolation())
        .build();
  }

  static Progress progress(String stage, String message, int done, int total) {
    return Progress.newBuilder()
        .setStage(stage)
        .setMessage(message)
        .setDone(done)
        .setTotal(total)
        .build();
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
