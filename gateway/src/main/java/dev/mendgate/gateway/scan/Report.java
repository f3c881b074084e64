package dev.mendgate.gateway.scan;

import dev.mendgate.fixer.scan.Finding;
import dev.mendgate.fixer.scan.Fingerprints;
import dev.mendgate.fixer.scan.Scan;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Findings by fingerprint, and which of them are new.
 *
 * @param findings by fingerprint, by path and position
 * @param known fingerprints that an earlier scan had, too
 * @param compared whether there is an earlier scan to compare with
 * @param scan what was looked at
 */
public record Report(
    Map<String, Finding> findings, Set<String> known, boolean compared, Scan scan) {

  /**
   * Reports on a scan.
   *
   * @param shown which findings to tell of; all take part in the counting of equal ones
   */
  public static Report of(Scan scan, Predicate<Finding> shown, Baseline baseline) {
    Map<String, Finding> all = Fingerprints.of(scan.findings());
    Map<String, Finding> findings = new java.util.LinkedHashMap<>(all);
    findings.values().removeIf(shown.negate());
    Set<String> known =
        findings.keySet().stream()
            .filter(baseline.fingerprints()::contains)
            .collect(Collectors.toSet());
    return new Report(findings, known, baseline.present(), scan);
  }

  /** Returns whether a finding was not there before. */
  public boolean isNew(String fingerprint) {
    return !known.contains(fingerprint);
  }

  /** Returns how many findings were not there before. */
  public int news() {
    return findings.size() - known.size();
  }

  /** Returns what could not be looked at. */
  public List<String> notes() {
    return scan.notes();
  }
}
