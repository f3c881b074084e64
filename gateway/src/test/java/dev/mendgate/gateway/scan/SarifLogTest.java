package dev.mendgate.gateway.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.mendgate.fixer.SourceTree;
import dev.mendgate.fixer.scan.Scan;
import dev.mendgate.fixer.scan.Scanner;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Checks a log against what OASIS SARIF 2.1.0 demands of the objects Mendgate writes: sections 3.13
 * (log), 3.14 (run), 3.19 (driver), 3.27 (result), 3.30 (region), 3.49 (rule), 3.55 to 3.57 (fix,
 * change, replacement).
 */
final class SarifLogTest {
  private static final String WEAK =
      "class T {\n"
          + "  int m(int[] a) {\n"
          + "    int n = 0;\n"
          + "    for (int i = 0; i <= a.length; i++) n += a[i];\n"
          + "    return n;\n"
          + "  }\n"
          + "}\n";
  private static final String PATH = "src/main/java/a b/T.java";

  @Test
  void theLogHasWhatTheStandardDemands() {
    JsonObject log = JsonParser.parseString(log(Baseline.NONE)).getAsJsonObject();
    assertEquals(Set.of("$schema", "version", "runs"), log.keySet());
    assertEquals("2.1.0", log.get("version").getAsString());
    JsonObject run = log.getAsJsonArray("runs").get(0).getAsJsonObject();
    JsonObject driver = run.getAsJsonObject("tool").getAsJsonObject("driver");
    assertFalse(driver.get("name").getAsString().isEmpty());
    assertEquals("utf16CodeUnits", run.get("columnKind").getAsString());
    JsonArray rules = driver.getAsJsonArray("rules");
    for (JsonElement rule : rules) {
      assertTrue(
          rule.getAsJsonObject().getAsJsonObject("shortDescription").has("text"), rule.toString());
    }
    JsonArray results = run.getAsJsonArray("results");
    assertEquals(1, results.size());
    for (JsonElement result : results) {
      checkResult(result.getAsJsonObject(), rules);
    }
  }

  private static void checkResult(JsonObject result, JsonArray rules) {
    int index = result.get("ruleIndex").getAsInt();
    assertEquals(
        rules.get(index).getAsJsonObject().get("id").getAsString(),
        result.get("ruleId").getAsString());
    assertTrue(
        Set.of("none", "note", "warning", "error").contains(result.get("level").getAsString()));
    assertTrue(result.getAsJsonObject("message").has("text"));
    JsonObject physical =
        result
            .getAsJsonArray("locations")
            .get(0)
            .getAsJsonObject()
            .getAsJsonObject("physicalLocation");
    checkArtifact(physical.getAsJsonObject("artifactLocation"));
    checkRegion(physical.getAsJsonObject("region"));
    result
        .getAsJsonObject("partialFingerprints")
        .asMap()
        .values()
        .forEach(print -> assertTrue(print.getAsJsonPrimitive().isString()));
    for (JsonElement fix : result.getAsJsonArray("fixes")) {
      JsonArray changes = fix.getAsJsonObject().getAsJsonArray("artifactChanges");
      assertFalse(changes.isEmpty());
      JsonObject change = changes.get(0).getAsJsonObject();
      checkArtifact(change.getAsJsonObject("artifactLocation"));
      assertFalse(change.getAsJsonArray("replacements").isEmpty());
    }
  }

  private static void checkArtifact(JsonObject artifact) {
    URI uri = URI.create(artifact.get("uri").getAsString());
    assertFalse(uri.isAbsolute());
    assertEquals(PATH, uri.getPath());
  }

  private static void checkRegion(JsonObject region) {
    assertTrue(region.get("startLine").getAsInt() >= 1);
    assertTrue(region.get("startColumn").getAsInt() >= 1);
    assertTrue(region.get("endLine").getAsInt() >= region.get("startLine").getAsInt());
  }

  @Test
  void applyingTheReplacementGivesThePatchedFile() {
    JsonObject result = result(log(Baseline.NONE));
    JsonObject replacement =
        result
            .getAsJsonArray("fixes")
            .get(0)
            .getAsJsonObject()
            .getAsJsonArray("artifactChanges")
            .get(0)
            .getAsJsonObject()
            .getAsJsonArray("replacements")
            .get(0)
            .getAsJsonObject();
    JsonObject region = replacement.getAsJsonObject("deletedRegion");
    String line = WEAK.split("\n")[region.get("startLine").getAsInt() - 1];
    String patched =
        line.substring(0, region.get("startColumn").getAsInt() - 1)
            + replacement.getAsJsonObject("insertedContent").get("text").getAsString()
            + line.substring(region.get("endColumn").getAsInt() - 1);
    assertEquals("    for (int i = 0; i < a.length; i++) n += a[i];", patched);
  }

  @Test
  void aResultKnownFromBeforeIsUnchanged() {
    String log = log(Baseline.NONE);
    assertFalse(result(log).has("baselineState"));
    assertEquals("unchanged", result(log(Baseline.parse(log))).get("baselineState").getAsString());
    assertEquals("new", result(log(Baseline.parse("# none"))).get("baselineState").getAsString());
  }

  private static JsonObject result(String log) {
    return JsonParser.parseString(log)
        .getAsJsonObject()
        .getAsJsonArray("runs")
        .get(0)
        .getAsJsonObject()
        .getAsJsonArray("results")
        .get(0)
        .getAsJsonObject();
  }

  private static String log(Baseline baseline) {
    Scanner scanner = Scanner.withInstalledDetectors();
    Scan scan = scanner.scan(new OneFile(), List.of(PATH), (done, total) -> {});
    return new SarifLog(scanner.kinds(), "1.0.0", "0".repeat(40))
        .write(Report.of(scan, found -> true, baseline));
  }

  private static final class OneFile implements SourceTree {
    @Override
    public List<String> javaPaths() {
      return List.of(PATH);
    }

    @Override
    public Optional<String> read(String path) {
      return path.equals(PATH) ? Optional.of(WEAK) : Optional.empty();
    }
  }
}
