package dev.mendgate.sandbox.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mendgate.sandbox.build.PreparedProject.Module;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OverlayCompilerTest {
  private static final String PATH = "src/A.java";
  private static final String PLAIN = "class A { String f(String s) { return s.trim(); } }";
  private static final String NEW_API = "class A { String f(String s) { return s.strip(); } }";
  private static final String INTERNAL =
      "class A { sun.misc.Unsafe u; String f(String s) { return s; } }";

  private final Path root;

  OverlayCompilerTest(@TempDir Path root) {
    this.root = root;
  }

  @Test
  void an_api_that_is_newer_than_the_project_does_not_compile() throws IOException {
    Compilation.Failed failed =
        assertInstanceOf(Compilation.Failed.class, patch(PLAIN, NEW_API, 8));

    assertTrue(
        failed.firstError().startsWith(PATH + ":1: cannot find symbol"), failed.firstError());
    assertEquals(List.of(PATH), failed.failedSources());
  }

  @Test
  void the_same_api_compiles_where_the_release_has_it() throws IOException {
    assertInstanceOf(Compilation.Compiled.class, patch(PLAIN, NEW_API, 11));
    assertTrue(Files.exists(root.resolve("overlay/A.class")));
  }

  @Test
  void a_source_that_needs_the_jdk_s_own_classes_still_compiles() throws IOException {
    assertInstanceOf(
        Compilation.Compiled.class,
        patch(INTERNAL, INTERNAL.replace("return s", "return \"\""), 8));
  }

  @Test
  void hostile_nesting_is_an_error_and_not_the_end() throws IOException {
    String deep = "class A { int x = " + "(".repeat(200_000) + "1" + ")".repeat(200_000) + "; }";

    assertInstanceOf(Compilation.Failed.class, patch(PLAIN, deep, 17));
    assertInstanceOf(Compilation.Compiled.class, patch(PLAIN, PLAIN, 17));
  }

  private Compilation patch(String before, String after, int release) throws IOException {
    Files.createDirectories(root.resolve("src"));
    Files.writeString(root.resolve(PATH), before);
    Module module =
        new Module(
            root,
            List.of(root.resolve("src")),
            List.of(),
            root.resolve("classes"),
            root.resolve("tests"),
            List.of(),
            release,
            "UTF-8",
            List.of());
    return new OverlayCompiler(new Javac(Duration.ofMinutes(1)), root)
        .patched(module, Map.of(PATH, after), root.resolve("overlay"));
  }
}
