package dev.mendgate.fixer.reproduce;

import dev.mendgate.fixer.SourceTree;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a project writes its tests, so that a reproducer fits in.
 *
 * @param framework test framework
 * @param languageLevel feature release of Java that the tests are compiled for, such as 8
 * @param testRoot folder that holds the packages of the tests, with {@code /}, without one at its
 *     end
 * @param indent white space of one level
 */
public record TestStyle(Framework framework, int languageLevel, String testRoot, String indent) {
  private static final Pattern LEVEL =
      Pattern.compile(
          "<(?:maven\\.compiler\\.)?(?:testRelease|testSource|release|source|target|java\\.version)>"
              + "\\s*(?:1\\.)?(\\d{1,2})\\s*</");
  private static final int MOST_FILES = 60;

  /** What runs the tests. */
  public enum Framework {
    JUNIT3,
    JUNIT4,
    JUNIT5
  }

  /**
   * Finds out the style from the build file and the tests of a tree, preferring those close to a
   * path; Java 8 and JUnit 5 where nothing says otherwise.
   *
   * @param near path of the code that is to be tested, with {@code /}
   */
  public static TestStyle detect(SourceTree tree, String near) {
    List<String> tests = TestFiles.nearest(tree, near);
    Framework framework =
        tests.stream()
            .limit(MOST_FILES)
            .flatMap(path -> tree.read(path).flatMap(TestStyle::framework).stream())
            .findFirst()
            .orElse(Framework.JUNIT5);
    String root =
        tests.stream()
            .limit(MOST_FILES)
            .flatMap(path -> TestFiles.root(tree, path).stream())
            .findFirst()
            .orElseGet(() -> TestFiles.siblingRoot(near));
    String indent = tree.read(near).map(TestStyle::indent).orElse("    ");
    return new TestStyle(framework, level(tree, near), root, indent);
  }

  /** Returns the framework that a test file imports. */
  static Optional<Framework> framework(String text) {
    if (text.contains("import org.junit.jupiter.")) {
      return Optional.of(Framework.JUNIT5);
    }
    if (text.contains("import org.junit.Test") || text.contains("import org.junit.*")) {
      return Optional.of(Framework.JUNIT4);
    }
    return text.contains("import junit.framework.")
        ? Optional.of(Framework.JUNIT3)
        : Optional.empty();
  }

  private static int level(SourceTree tree, String near) {
    for (String folder = parent(near); ; folder = parent(folder)) {
      String pom = folder.isEmpty() ? "pom.xml" : folder + "/pom.xml";
      Matcher level = LEVEL.matcher(tree.read(pom).orElse(""));
      if (level.find()) {
        return Math.max(7, Integer.parseInt(level.group(1)));
      }
      if (folder.isEmpty()) {
        return 8;
      }
    }
  }

  private static String parent(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  private static String indent(String text) {
    return text.lines()
        .filter(line -> line.startsWith("\t") || line.matches(" {2,8}[\\w@].*"))
        .findFirst()
        .map(line -> line.substring(0, line.length() - line.stripLeading().length()))
        .orElse("    ");
  }
}
