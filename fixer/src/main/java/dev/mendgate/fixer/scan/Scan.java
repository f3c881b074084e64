package dev.mendgate.fixer.scan;

import java.util.List;

/**
 * What a scan of a repository found.
 *
 * @param findings by path and position
 * @param files how many files were looked at
 * @param lines how many lines they have
 * @param notes one line each for what could not be looked at
 */
public record Scan(List<Finding> findings, int files, long lines, List<String> notes) {
  public Scan {
    findings = List.copyOf(findings);
    notes = List.copyOf(notes);
  }
}
