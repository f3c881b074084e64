package dev.mendgate.gateway.source.frame;

import java.util.Comparator;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the folders above a source file tell of it; folders of its package do not count. */
final class SourceFolders {
  private static final Set<String> TEST =
      Set.of("test", "tests", "testing", "it", "jmh", "testfixtures", "test-fixtures", "javatests");
  private static final Pattern TEST_SET = Pattern.compile(".*(?<![a-z])tests?");
  private static final Pattern COPY =
      Pattern.compile(
          "(?:.*[-_.])?(?:old|archived?|attic|legacy|obsolete|deprecated|retired|backup|bak|copy"
              + "|examples?|samples?|demos?|playground|sandbox)(?:[-_.].*)?");
  private static final Pattern GENERATED =
      Pattern.compile(".*generated.*|gen|src-gen|target|build|out|autogen.*");
  private static final Pattern VERSIONED = Pattern.compile("(?:java|main|jdk)[-_]?([0-9]{1,2})");

  private SourceFolders() {}

  /** Says whether the file is a test's. */
  static boolean isTest(String path, String packageName) {
    for (String name : root(path, packageName)) {
      String spaced = name.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
      if (TEST.contains(name.toLowerCase(Locale.ROOT)) || TEST_SET.matcher(spaced).matches()) {
        return true;
      }
    }
    return false;
  }

  /** Says whether a folder is named like a place for copies: {@code old}, {@code samples}. */
  static boolean isCopy(String path, String packageName) {
    return any(path, packageName, COPY);
  }

  /** Says whether a folder is named like one that a generator writes to. */
  static boolean isGenerated(String path, String packageName) {
    return any(path, packageName, GENERATED);
  }

  /** Returns the Java release that a folder of a multi-release archive is for. */
  static OptionalInt release(String path, String packageName) {
    for (String name : root(path, packageName)) {
      Matcher versioned = VERSIONED.matcher(name.toLowerCase(Locale.ROOT));
      if (versioned.matches()) {
        return OptionalInt.of(Integer.parseInt(versioned.group(1)));
      }
    }
    return OptionalInt.empty();
  }

  /** Puts production sources first, then goes by path. */
  static Comparator<String> mainFirst(String packageName) {
    return Comparator.<String, Boolean>comparing(path -> isTest(path, packageName))
        .thenComparing(Comparator.naturalOrder());
  }

  private static boolean any(String path, String packageName, Pattern pattern) {
    for (String name : root(path, packageName)) {
      if (pattern.matcher(name.toLowerCase(Locale.ROOT)).matches()) {
        return true;
      }
    }
    return false;
  }

  private static String[] root(String path, String packageName) {
    String folder = path.substring(0, Math.max(0, path.lastIndexOf('/')));
    String inPackage = packageName.replace('.', '/');
    String root =
        folder.endsWith(inPackage)
            ? folder.substring(0, folder.length() - inPackage.length())
            : folder;
    return root.split("/");
  }
}
