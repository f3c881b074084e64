package dev.mendgate.gateway.source;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells test sources from production sources by the folder they are built from. */
final class TestPaths {
  private static final Set<String> FOLDERS =
      Set.of("test", "tests", "testing", "it", "jmh", "testfixtures", "test-fixtures", "javatests");
  private static final Pattern SOURCE_SET = Pattern.compile(".*(?<![a-z])tests?");

  private TestPaths() {}

  /** Says whether a file of a package is a test's; folders of the package itself do not count. */
  static boolean isTest(String path, String packageName) {
    String folder = path.substring(0, Math.max(0, path.lastIndexOf('/')));
    String inPackage = packageName.replace('.', '/');
    String root =
        folder.endsWith(inPackage)
            ? folder.substring(0, folder.length() - inPackage.length())
            : folder;
    for (String name : root.split("/")) {
      String spaced = name.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
      if (FOLDERS.contains(name.toLowerCase(Locale.ROOT)) || SOURCE_SET.matcher(spaced).matches()) {
        return true;
      }
    }
    return false;
  }
}
