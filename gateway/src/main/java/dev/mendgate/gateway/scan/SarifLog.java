package dev.mendgate.gateway.scan;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.edit.FileEdit;
import dev.mendgate.fixer.edit.TextEdit;
import dev.mendgate.fixer.scan.Finding;
import dev.mendgate.fixer.scan.Place;
import dev.mendgate.fixer.scan.Scanner;
import dev.mendgate.fixer.source.LineStarts;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Writes a report as a log of the Static Analysis Results Interchange Format, OASIS SARIF 2.1.0,
 * which code hosts, editors and CI servers read.
 */
public final class SarifLog {
  /** Name, with its version, of the fingerprint among a result's partial fingerprints. */
  public static final String FINGERPRINT = "mendgate/v1";

  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
  private static final double WARNING = 0.75;
  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  private final List<Scanner.Kind> kinds;
  private final String version;
  private final String commit;

  /**
   * Writes logs of one tool and commit.
   *
   * @param version of Mendgate
   * @param commit that was scanned
   */
  public SarifLog(List<Scanner.Kind> kinds, String version, String commit) {
    this.kinds = List.copyOf(kinds);
    this.version = version;
    this.commit = commit;
  }

  /** Returns the log, ending with a line break. */
  public String write(Report report) {
    Map<String, Integer> rules = new LinkedHashMap<>();
    names(report).forEach(name -> rules.put(name, rules.size()));
    Map<String, Object> run = new LinkedHashMap<>();
    run.put("tool", Map.of("driver", driver(rules.keySet())));
    run.put("columnKind", "utf16CodeUnits");
    run.put("originalUriBaseIds", Map.of("SRCROOT", Map.of("description", text("the repository"))));
    run.put("invocations", List.of(invocation(report)));
    run.put("properties", Map.of("commit", commit));
    List<Object> results = new ArrayList<>();
    report.findings().forEach((print, found) -> results.add(result(report, print, found, rules)));
    run.put("results", results);
    Map<String, Object> log = new LinkedHashMap<>();
    log.put("$schema", SCHEMA);
    log.put("version", "2.1.0");
    log.put("runs", List.of(run));
    return GSON.toJson(log) + "\n";
  }

  private List<String> names(Report report) {
    Set<String> found =
        report.findings().values().stream().map(Finding::rule).collect(Collectors.toSet());
    kinds.forEach(kind -> found.add(kind.name()));
    return found.stream().sorted().toList();
  }

  private Map<String, Object> driver(Set<String> rules) {
    Map<String, String> summaries =
        kinds.stream().collect(Collectors.toMap(Scanner.Kind::name, Scanner.Kind::summary));
    Map<String, Object> driver = new LinkedHashMap<>();
    driver.put("name", "Mendgate");
    driver.put("semanticVersion", version);
    driver.put(
        "rules",
        rules.stream()
            .map(
                rule -> {
                  Map<String, Object> described = new LinkedHashMap<>();
                  described.put("id", rule);
                  described.put(
                      "shortDescription",
                      text(summaries.getOrDefault(rule, "The weakness that failed, elsewhere.")));
                  return described;
                })
            .toList());
    return driver;
  }

  private static Map<String, Object> invocation(Report report) {
    Map<String, Object> invocation = new LinkedHashMap<>();
    invocation.put("executionSuccessful", true);
    invocation.put(
        "toolExecutionNotifications",
        report.notes().stream()
            .map(note -> Map.of("level", "note", "message", text(note)))
            .toList());
    return invocation;
  }

  private Map<String, Object> result(
      Report report, String print, Finding found, Map<String, Integer> rules) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("ruleId", found.rule());
    result.put("ruleIndex", rules.getOrDefault(found.rule(), -1));
    result.put("level", found.confidence() >= WARNING ? "warning" : "note");
    result.put("message", text(found.message()));
    Map<String, Object> physical = new LinkedHashMap<>();
    physical.put("artifactLocation", artifact(found.place().path()));
    physical.put("region", region(found.place()));
    result.put(
        "locations",
        List.of(
            Map.of(
                "physicalLocation",
                physical,
                "logicalLocations",
                List.of(Map.of("fullyQualifiedName", found.place().member(), "kind", "member")))));
    result.put("partialFingerprints", Map.of(FINGERPRINT, print));
    if (report.compared()) {
      result.put("baselineState", report.isNew(print) ? "new" : "unchanged");
    }
    CandidateFix fix = found.fix();
    if (fix != null) {
      result.put("fixes", List.of(fix(fix)));
    }
    result.put("properties", new TreeMap<>(Map.of("confidence", found.confidence())));
    return result;
  }

  private static Map<String, Object> fix(CandidateFix fix) {
    Map<String, Object> written = new LinkedHashMap<>();
    written.put("description", text(fix.title()));
    written.put("artifactChanges", fix.edits().stream().map(SarifLog::change).toList());
    return written;
  }

  private static Map<String, Object> change(FileEdit edit) {
    LineStarts lines = LineStarts.of(edit.original());
    Map<String, Object> change = new LinkedHashMap<>();
    change.put("artifactLocation", artifact(edit.path()));
    change.put(
        "replacements",
        edit.edits().stream().map(replaced -> replacement(replaced, lines)).toList());
    return change;
  }

  private static Map<String, Object> replacement(TextEdit edit, LineStarts lines) {
    Map<String, Object> region = new LinkedHashMap<>();
    int from = lines.line(edit.start());
    int to = lines.line(edit.end());
    region.put("startLine", from);
    region.put("startColumn", edit.start() - lines.start(from) + 1);
    region.put("endLine", to);
    region.put("endColumn", edit.end() - lines.start(to) + 1);
    Map<String, Object> replacement = new LinkedHashMap<>();
    replacement.put("deletedRegion", region);
    if (!edit.replacement().isEmpty()) {
      replacement.put("insertedContent", text(edit.replacement()));
    }
    return replacement;
  }

  private static Map<String, Object> region(Place place) {
    Map<String, Object> region = new LinkedHashMap<>();
    region.put("startLine", place.startLine());
    region.put("startColumn", place.startColumn());
    region.put("endLine", place.endLine());
    region.put("endColumn", place.endColumn());
    return region;
  }

  private static Map<String, Object> artifact(String path) {
    Map<String, Object> artifact = new LinkedHashMap<>();
    artifact.put("uri", uri(path));
    artifact.put("uriBaseId", "SRCROOT");
    return artifact;
  }

  private static String uri(String path) {
    try {
      return new URI(null, null, "/" + path, null).toASCIIString().substring(1);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("no path: " + path, e);
    }
  }

  private static Map<String, Object> text(String text) {
    return Map.of("text", text);
  }
}
