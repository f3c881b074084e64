package dev.mendgate.gateway.cli;

import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.scan.Finding;
import dev.mendgate.gateway.scan.Report;
import java.util.Locale;

/** Writes findings for people: one line each, as compilers do, and what would repair it. */
final class ScanText {
  private ScanText() {}

  static String write(Report report) {
    StringBuilder out = new StringBuilder();
    report.notes().forEach(note -> out.append("note: ").append(note).append('\n'));
    report.findings().forEach((print, found) -> append(out, report, print, found));
    return out.append(summary(report)).toString();
  }

  private static void append(StringBuilder out, Report report, String print, Finding found) {
    out.append(
        String.format(
            Locale.ROOT,
            "%s:%d:%d: [%s] %s (%.2f%s)%n",
            found.place().path(),
            found.place().startLine(),
            found.place().startColumn(),
            found.rule(),
            found.message(),
            found.confidence(),
            report.compared() && report.isNew(print) ? ", new" : ""));
    CandidateFix fix = found.fix();
    if (fix != null) {
      out.append("    fix: ").append(fix.title()).append('\n');
    }
  }

  private static String summary(Report report) {
    String news = report.compared() ? ", " + report.news() + " of them new" : "";
    return "%d %s%s in %d files, %d lines\n"
        .formatted(
            report.findings().size(),
            report.findings().size() == 1 ? "finding" : "findings",
            news,
            report.scan().files(),
            report.scan().lines());
  }
}
