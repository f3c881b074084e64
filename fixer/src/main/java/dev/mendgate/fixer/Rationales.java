package dev.mendgate.fixer;

import java.util.regex.Pattern;

/** Sees to it that every rationale names the place and says what is different afterwards. */
final class Rationales {
  private static final Pattern PLACE = Pattern.compile("\\.java\\b.{0,12}?:?\\d");
  private static final Pattern CHANGE =
      Pattern.compile(
          "(?i)\\b(?:from now on|now|no longer|still|instead|afterwards?|stays?|anew|any"
              + " ?more)\\b");

  private Rationales() {}

  /** Returns a fix whose rationale holds the site, and what becomes of the case that failed. */
  static CandidateFix completed(CandidateFix fix, Failure failure, CrashSite site) {
    StringBuilder text = new StringBuilder();
    if (!PLACE.matcher(fix.rationale()).find()) {
      String what = failure.simpleType().isEmpty() ? "Wrong" : failure.simpleType();
      text.append("%s at %s:%d. ".formatted(what, site.path(), site.line()));
    }
    text.append(fix.rationale().strip());
    if (!CHANGE.matcher(fix.rationale()).find()) {
      text.append(' ').append(change(fix.effect()));
    }
    return fix.withRationale(text.toString());
  }

  private static String change(Effect effect) {
    return switch (effect) {
      case REPAIRS ->
          "From now on the code goes on as it was meant to; its callers no longer see the"
              + " exception.";
      case DEFAULTS ->
          "From now on it goes on with a neutral value; its callers no longer see the exception.";
      case SKIPS ->
          "From now on that part is left out without notice; its callers no longer see the"
              + " exception.";
      case THROWS -> "Its callers still see an exception, which now says what was wrong.";
    };
  }
}
