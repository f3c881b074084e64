package dev.mendgate.gateway.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
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
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@code suggestions.json}, whose field names outsiders script against: they are extended,
 * never changed. A field whose value is not known is {@code null}.
 */
final class SuggestionsJson {
  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().serializeNulls().create();

  private SuggestionsJson() {}

  /** The identities of a failure that the location does not hold. */
  record FailureIdentity(@Nullable String patternHash, @Nullable String fingerprint) {}

  static String write(
      FailureIdentity identity, Located located, List<Candidate> candidates, List<String> notes) {
    JsonObject root = new JsonObject();
    root.add("failure", failure(identity, located));
    root.add("location", location(located.headCommit(), located.best()));
    addHistory(root, located.history());
    JsonArray list = new JsonArray();
    for (int i = 0; i < candidates.size(); i++) {
      list.add(candidate(i + 1, candidates.get(i)));
    }
    root.add("candidates", list);
    root.add("notes", strings(notes));
    return GSON.toJson(root) + "\n";
  }

  /** Returns the file name of a candidate's patch. */
  static String patchName(int rank, Candidate candidate) {
    return String.format(Locale.ROOT, "%02d-%s.patch", rank, candidate.fix().rule());
  }

  static JsonObject location(String headCommit, Location location) {
    JsonObject json = new JsonObject();
    json.addProperty("path", location.path());
    json.addProperty("line", location.line());
    json.add("method", text(location.method()));
    json.add("commit", text(blame(location).map(BlamedLine::commit)));
    json.add(
        "author", text(blame(location).map(b -> b.authorName() + " <" + b.authorMail() + ">")));
    json.add("authoredAt", text(blame(location).map(b -> b.authoredAt().toString())));
    json.add("owner", text(location.owner().name()));
    json.addProperty("lastLine", location.lastLine());
    json.addProperty("class", location.className());
    json.addProperty("source", location.source());
    json.addProperty("deployedLine", location.deployedLine());
    json.addProperty("headCommit", headCommit);
    json.addProperty("found", kebab(location.found()));
    json.add("note", text(location.note()));
    owner(json, location.owner());
    return json;
  }

  private static void owner(JsonObject json, Owner owner) {
    Duration responseTime = owner.responseTime();
    json.addProperty("ownerKind", kebab(owner.kind()));
    json.addProperty("ownerReason", owner.reason());
    json.add("ownerContact", text(owner.contact()));
    json.add("ownerResponseTime", text(responseTime == null ? null : responseTime.toString()));
  }

  /** Adds the suspect commit and who changed the method. */
  static void addHistory(JsonObject root, CrashHistory history) {
    CrashHistory.Suspect suspect = history.suspect();
    if (suspect == null) {
      root.add("suspect", JsonNull.INSTANCE);
    } else {
      JsonObject json = commit(suspect.commit());
      json.addProperty("path", suspect.path());
      json.addProperty("line", suspect.line());
      root.add("suspect", json);
    }
    JsonArray changes = new JsonArray();
    for (LineChange change : history.methodChanges()) {
      JsonObject json = commit(change.commit());
      json.addProperty("path", change.path());
      json.addProperty("firstLine", change.firstLine());
      json.addProperty("lastLine", change.lastLine());
      changes.add(json);
    }
    root.add("methodChanges", changes);
  }

  private static JsonObject commit(CommitNote commit) {
    JsonObject json = new JsonObject();
    json.addProperty("commit", commit.commit());
    json.addProperty("author", commit.authorName() + " <" + commit.authorMail() + ">");
    json.addProperty("authoredAt", commit.authoredAt().toString());
    json.addProperty("summary", commit.summary());
    return json;
  }

  static String print(JsonElement json) {
    return GSON.toJson(json);
  }

  private static JsonObject failure(FailureIdentity identity, Located located) {
    JsonObject json = new JsonObject();
    json.addProperty("exceptionType", located.failure().exceptionType());
    json.add("message", text(located.failure().message()));
    json.add("patternHash", text(identity.patternHash()));
    json.add("fingerprint", text(identity.fingerprint()));
    return json;
  }

  private static JsonObject candidate(int rank, Candidate candidate) {
    JsonObject json = new JsonObject();
    json.addProperty("rank", rank);
    json.addProperty("rule", candidate.fix().rule());
    json.addProperty("title", candidate.fix().title());
    json.addProperty("rationale", candidate.fix().rationale());
    json.addProperty("risk", candidate.fix().risk().name().toLowerCase(Locale.ROOT));
    json.addProperty("patch", patchName(rank, candidate));
    Validation validation = candidate.validation();
    json.add("verdict", text(validation == null ? null : validation.verdict().name()));
    json.add("evidence", validation == null ? JsonNull.INSTANCE : evidence(candidate, validation));
    json.addProperty("id", candidate.id());
    return json;
  }

  private static JsonObject evidence(Candidate candidate, Validation validation) {
    JsonObject reproducer = new JsonObject();
    reproducer.addProperty("status", kebab(validation.reproducer()));
    reproducer.add(
        "file",
        text(Optional.ofNullable(candidate.reproducer()).map(r -> "reproducer/" + r.path())));
    JsonObject tests = new JsonObject();
    tests.addProperty("run", validation.testsRun());
    tests.addProperty("failedBefore", validation.failedBefore());
    tests.addProperty("failedAfter", validation.failedAfter());
    tests.add("newlyFailing", strings(validation.newlyFailing()));
    JsonObject json = new JsonObject();
    json.add("reproducer", reproducer);
    json.add("tests", tests);
    double coverage = validation.changedLineCoverage();
    json.add("changedLineCoverage", coverage < 0 ? JsonNull.INSTANCE : new JsonPrimitive(coverage));
    json.addProperty("durationMillis", validation.duration().toMillis());
    json.addProperty("summary", validation.summary());
    json.addProperty("isolation", validation.isolation());
    return json;
  }

  private static Optional<BlamedLine> blame(Location location) {
    return Optional.ofNullable(location.blame());
  }

  private static JsonArray strings(List<String> texts) {
    JsonArray array = new JsonArray();
    texts.forEach(array::add);
    return array;
  }

  private static JsonElement text(Optional<String> value) {
    return text(value.orElse(null));
  }

  private static JsonElement text(@Nullable String value) {
    return value == null ? JsonNull.INSTANCE : new JsonPrimitive(value);
  }

  private static String kebab(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
