package dev.mendgate.gateway.scan;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Findings that are known and not to be held against a change: the fingerprints of an earlier SARIF
 * log, or of a list with one in each line.
 *
 * @param present whether there is one at all
 */
public record Baseline(Set<String> fingerprints, boolean present) {
  /** No earlier scan: all findings are new. */
  public static final Baseline NONE = new Baseline(Set.of(), false);

  public Baseline {
    fingerprints = Set.copyOf(fingerprints);
  }

  /**
   * Reads either form.
   *
   * @throws IllegalArgumentException where the text is neither
   */
  public static Baseline parse(String text) {
    return text.stripLeading().startsWith("{")
        ? new Baseline(ofSarif(text), true)
        : new Baseline(ofList(text), true);
  }

  /** Returns the findings as a list that {@link #parse} reads; people can read it as well. */
  public static String list(Report report) {
    return report.findings().entrySet().stream()
        .map(
            found ->
                found.getKey()
                    + " "
                    + found.getValue().rule()
                    + " "
                    + found.getValue().place().member()
                    + "\n")
        .sorted()
        .collect(Collectors.joining("", "# mendgate scan baseline 1\n", ""));
  }

  private static Set<String> ofList(String text) {
    Set<String> found = new HashSet<>();
    for (String line : text.lines().map(String::strip).toList()) {
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      String fingerprint = line.split("\\s", 2)[0];
      if (!fingerprint.matches("[0-9a-f]{24}")) {
        throw new IllegalArgumentException("'" + fingerprint + "' is no fingerprint");
      }
      found.add(fingerprint);
    }
    return found;
  }

  private static Set<String> ofSarif(String text) {
    Set<String> found = new HashSet<>();
    try {
      for (JsonElement run :
          JsonParser.parseString(text).getAsJsonObject().getAsJsonArray("runs")) {
        JsonElement results = run.getAsJsonObject().get("results");
        if (results == null) {
          continue;
        }
        for (JsonElement result : results.getAsJsonArray()) {
          JsonObject prints = result.getAsJsonObject().getAsJsonObject("partialFingerprints");
          boolean gone =
              Map.of("absent", true)
                  .containsKey(
                      result.getAsJsonObject().has("baselineState")
                          ? result.getAsJsonObject().get("baselineState").getAsString()
                          : "");
          if (prints != null && prints.has(SarifLog.FINGERPRINT) && !gone) {
            found.add(prints.get(SarifLog.FINGERPRINT).getAsString());
          }
        }
      }
    } catch (JsonParseException
        | IllegalStateException
        | ClassCastException
        | NullPointerException e) {
      throw new IllegalArgumentException("it is no SARIF log", e);
    }
    return found;
  }
}
