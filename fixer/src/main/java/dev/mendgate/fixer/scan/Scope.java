package dev.mendgate.fixer.scan;

import java.util.regex.Pattern;

/** Tells code that people write for production from tests and from what programs generate. */
public final class Scope {
  private static final Pattern TEST =
      Pattern.compile(
          "(.*/)?((?i:([\\w.]+[-_.])?tests?(-\\w+)?|it|jmh|testlib|integrationtest|benchmarks?)"
              + "|\\w+Tests?|[tT]estFixtures)/.*|(.*/)?(Test[A-Z]\\w*|\\w+(Tests?|IT|TestCase|TestUtils?))\\.java");
  private static final Pattern GENERATED_PATH =
      Pattern.compile("(^|.*/)(generated(-[\\w-]+)?|gen|target|build)/.*");
  private static final Pattern GENERATED_TEXT =
      Pattern.compile(
          "@generated\\b|(?i:(automatically|auto)[ -]?generated|generated (by|from|automatically)"
              + "|do not (edit|modify)|code generated)");
  private static final int HEADER = 3_000;

  private Scope() {}

  /** Whether a path is that of a test, its support, or a benchmark. */
  public static boolean isTest(String path) {
    return TEST.matcher(path).matches();
  }

  /** Whether a file stands where programs put what they write. */
  public static boolean isGenerated(String path) {
    return GENERATED_PATH.matcher(path).matches() && !path.matches(".*/java/.*/build/.*");
  }

  /** Whether a file says, ahead of its first type, that a program wrote it. */
  static boolean saysGenerated(String text) {
    String head = text.substring(0, Math.min(HEADER, text.length()));
    int type = head.indexOf("\npublic ");
    String before = type < 0 ? head : head.substring(0, type);
    return GENERATED_TEXT.matcher(before).find() || before.contains("@Generated");
  }
}
