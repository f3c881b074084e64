package dev.mendgate.sandbox.judge;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.mendgate.sandbox.Patch;
import dev.mendgate.sandbox.Patch.PatchedFile;
import dev.mendgate.sandbox.ReproducerTest;
import dev.mendgate.sandbox.build.BuildOutcome;
import dev.mendgate.sandbox.build.BuildRequest;
import dev.mendgate.sandbox.build.BuildRequest.ExplicitBuild;
import dev.mendgate.sandbox.build.PreparedProject;
import dev.mendgate.sandbox.build.ProjectBuild;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A project of a few files, built for real, with the JUnit that runs this test. */
final class TinyProject {
  static final String NAMES = "src/shop/Names.java";

  /** Crashes on null in line 4; {@code loud} is not reached by any test. */
  static final Map<String, String> SOURCES =
      Map.of(
          NAMES,
          """
          package shop;
          public final class Names {
            public static int length(String name) {
              return name.trim().length();
            }
            public static String loud(String name) {
              return name.toUpperCase();
            }
          }
          """,
          "test/shop/NamesTest.java",
          """
          package shop;
          import static org.junit.jupiter.api.Assertions.assertEquals;
          import org.junit.jupiter.api.Test;
          class NamesTest {
            @Test void counts() { assertEquals(2, Names.length(" ab ")); }
          }
          """);

  private final Path root;

  TinyProject(Path root, Map<String, String> files) throws IOException {
    this.root = root;
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = root.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }

  PreparedProject prepare() {
    ExplicitBuild build = new ExplicitBuild(List.of("src"), List.of("test"), junit(), 17);
    BuildOutcome outcome =
        new ProjectBuild().prepare(new BuildRequest(root, List.of(), build), line -> {});
    return assertInstanceOf(BuildOutcome.Prepared.class, outcome, outcome.toString()).project();
  }

  /** Replaces one line's text in {@link #NAMES}. */
  static Patch patch(String from, String to, @Nullable String throwsInstead) {
    String before = SOURCES.getOrDefault(NAMES, "");
    int at = before.indexOf(from);
    if (at < 0) {
      throw new IllegalArgumentException("not in the source: " + from);
    }
    int line = (int) before.substring(0, at).lines().count();
    BitSet changed = new BitSet();
    changed.set(line, line + (int) to.lines().count());
    String after = before.replace(from, to);
    return new Patch(to, List.of(new PatchedFile(NAMES, after, changed)), throwsInstead);
  }

  /** A test that calls {@code length(null)}. */
  static ReproducerTest reproducer(String statement, boolean stress) {
    String source =
        """
        package shop;
        import org.junit.jupiter.api.Test;
        class NamesCrashTest {
          @Test void crashes() throws Exception { %s }
        }
        """
            .formatted(statement);
    return new ReproducerTest(
        "test/shop/NamesCrashTest.java",
        "shop.NamesCrashTest",
        "crashes",
        source,
        "java.lang.NullPointerException",
        null,
        "shop.Names",
        "length",
        4,
        stress,
        List.of("shop.Names#length"));
  }

  private static List<Path> junit() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .filter(p -> p.getFileName().toString().matches("(junit-|opentest4j|apiguardian).*"))
        .toList();
  }
}
