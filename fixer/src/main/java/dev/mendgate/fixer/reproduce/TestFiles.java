package dev.mendgate.fixer.reproduce;

import dev.mendgate.fixer.SourceTree;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a tree keeps its tests. */
final class TestFiles {
  private static final Pattern PACKAGE = Pattern.compile("(?m)^\\s*package\\s+([\\w.]+)\\s*;");

  private TestFiles() {}

  static boolean isTest(String path) {
    String rooted = "/" + path;
    return rooted.contains("/test/") || rooted.contains("/tests/") || rooted.contains("/src/test");
  }

  /** Returns test files, those whose folders resemble the path's first. */
  static List<String> nearest(SourceTree tree, String near) {
    String name = name(near);
    return tree.javaPaths().stream()
        .filter(TestFiles::isTest)
        .sorted(
            Comparator.comparing((String path) -> name(path).contains(name) ? 0 : 1)
                .thenComparing(path -> -common(path, near))
                .thenComparing(path -> sameFolder(path, near) ? 0 : 1)
                .thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  private static boolean sameFolder(String path, String near) {
    String folder = near.substring(0, Math.max(0, near.lastIndexOf('/')));
    String last = folder.substring(folder.lastIndexOf('/') + 1);
    return path.contains("/" + last + "/");
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1).replace(".java", "");
  }

  private static int common(String a, String b) {
    int end = Math.min(a.length(), b.length());
    int slashes = 0;
    for (int i = 0; i < end && a.charAt(i) == b.charAt(i); i++) {
      slashes += a.charAt(i) == '/' ? 1 : 0;
    }
    return slashes;
  }

  /** Returns the folder above a file's package; empty where the path does not end in it. */
  static Optional<String> root(SourceTree tree, String path) {
    return tree.read(path)
        .flatMap(
            text -> {
              Matcher declaration = PACKAGE.matcher(text);
              String folders =
                  declaration.find() ? declaration.group(1).replace('.', '/') + "/" : "";
              String tail = "/" + folders + name(path) + ".java";
              return path.endsWith(tail)
                  ? Optional.of(path.substring(0, path.length() - tail.length()))
                  : Optional.empty();
            });
  }

  /** Returns where tests of a file belong in a tree that has none. */
  static String siblingRoot(String path) {
    int main = ("/" + path).indexOf("/src/main/java/");
    if (main >= 0) {
      return path.substring(0, main) + "src/test/java";
    }
    return "src/test/java";
  }
}
