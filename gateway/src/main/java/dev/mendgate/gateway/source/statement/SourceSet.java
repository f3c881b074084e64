package dev.mendgate.gateway.source.statement;

import java.util.Set;

/** Tells the program's files from those of its tests by the folders of the usual builds. */
final class SourceSet {
  private static final Set<String> TESTS = Set.of("test", "tests", "jmh");

  private SourceSet() {}

  /**
   * Returns whether a file is a test's or a benchmark's: below {@code src/test}, {@code
   * src/integrationTest} or the like; without a folder {@code src/main} or such, below {@code
   * test}, {@code tests} or {@code jmh}.
   */
  static boolean isTest(String path) {
    String[] folders = path.split("/", -1);
    boolean test = false;
    for (int i = 0; i < folders.length - 1; i++) {
      if (i > 0 && folders[i - 1].equals("src")) {
        return isTestSet(folders[i]);
      }
      test |= TESTS.contains(folders[i]);
    }
    return test;
  }

  private static boolean isTestSet(String name) {
    return TESTS.contains(name)
        || name.startsWith("test")
        || name.endsWith("Test")
        || name.endsWith("Tests");
  }
}
