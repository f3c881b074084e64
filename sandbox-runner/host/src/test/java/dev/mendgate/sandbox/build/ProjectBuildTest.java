package dev.mendgate.sandbox.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mendgate.sandbox.build.BuildOutcome.Failed;
import dev.mendgate.sandbox.build.BuildOutcome.Prepared;
import dev.mendgate.sandbox.build.BuildRequest.ExplicitBuild;
import dev.mendgate.sandbox.build.PreparedProject.Module;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectBuildTest {
  private static final String MAIN = "src/main/java/A.java";
  private static final String POM =
      """
      <project>
        <modelVersion>4.0.0</modelVersion>
        <groupId>shop</groupId><artifactId>shop</artifactId><version>1</version>
        <properties>
          <maven.compiler.release>11</maven.compiler.release>
          <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
        </properties>
        <dependencies><dependency>
          <groupId>junit</groupId><artifactId>junit</artifactId><version>4.13.2</version>
          <scope>test</scope>
        </dependency></dependencies>
        <build><plugins>
          <plugin><artifactId>maven-compiler-plugin</artifactId><version>3.14.1</version></plugin>
          <plugin><artifactId>maven-resources-plugin</artifactId><version>3.3.1</version></plugin>
        </plugins></build>
      </project>
      """;

  private final Path checkout;
  private final List<String> progress = new ArrayList<>();

  ProjectBuildTest(@TempDir Path folder) throws IOException {
    this.checkout = Files.createDirectory(folder.resolve("checkout"));
  }

  @Test
  void a_maven_project_is_built_once_and_taken_over_then() throws IOException {
    write("pom.xml", POM);
    write(MAIN, "public class A {}");
    write("src/test/java/ATest.java", "public class ATest { @org.junit.Test public void t() {} }");

    Prepared first = assertInstanceOf(Prepared.class, prepare());
    progress.clear();
    BuildOutcome second = prepare();

    Module module = first.project().moduleOf(MAIN).orElseThrow();
    assertEquals(11, module.release());
    assertTrue(Files.exists(module.classes().resolve("A.class")));
    assertTrue(Files.exists(module.testClasses().resolve("ATest.class")));
    assertTrue(module.classpath().stream().anyMatch(p -> p.endsWith("junit-4.13.2.jar")));
    assertEquals(first, second);
    assertEquals(List.of(), progress);
  }

  @Test
  void a_test_that_does_not_compile_is_left_out_and_named() throws IOException {
    write("pom.xml", POM);
    write(MAIN, "public class A {}");
    write("src/test/java/GoodTest.java", "public class GoodTest {}");
    write("src/test/java/BadTest.java", "public class BadTest { Missing m; }");

    Prepared prepared = assertInstanceOf(Prepared.class, prepare());

    Module module = prepared.project().moduleOf(MAIN).orElseThrow();
    assertTrue(Files.exists(module.classes().resolve("A.class")));
    assertTrue(Files.exists(module.testClasses().resolve("GoodTest.class")));
    assertFalse(Files.exists(module.testClasses().resolve("BadTest.class")));
    String notes = String.join("\n", prepared.notes());
    assertTrue(notes.contains("the project's own build failed"), notes);
    assertTrue(notes.contains("src/test/java/BadTest.java"), notes);
  }

  @Test
  void a_project_that_does_not_build_fails_with_its_first_error() throws IOException {
    write("pom.xml", POM);
    write(MAIN, "public class A { Missing m; }");

    Failed failed = assertInstanceOf(Failed.class, prepare());

    assertTrue(failed.reason().startsWith("the project does not build: "), failed.reason());
    assertTrue(failed.reason().contains("A.java:1: cannot find symbol"), failed.reason());
    assertTrue(failed.reason().contains("mvn test-compile"), failed.reason());
    assertFalse(failed.output().isEmpty());
  }

  @Test
  void a_gradle_project_fails_with_what_to_do() throws IOException {
    write("build.gradle.kts", "plugins { java }");

    Failed failed = assertInstanceOf(Failed.class, prepare());

    assertTrue(failed.reason().contains("Gradle"), failed.reason());
    assertTrue(failed.reason().contains("configuration"), failed.reason());
  }

  @Test
  void an_explicit_build_needs_no_build_tool() throws IOException {
    write("lib/A.java", "public class A {}");
    write("lib/words.txt", "a");
    ExplicitBuild explicit = new ExplicitBuild(List.of("lib"), List.of("checks"), List.of(), 8);

    BuildOutcome outcome =
        new ProjectBuild()
            .prepare(new BuildRequest(checkout, List.of("lib/A.java"), explicit), progress::add);

    Module module = assertInstanceOf(Prepared.class, outcome).project().modules().get(0);
    assertTrue(Files.exists(module.classes().resolve("A.class")));
    assertTrue(Files.exists(module.classes().resolve("words.txt")));
  }

  private BuildOutcome prepare() {
    return new ProjectBuild()
        .prepare(new BuildRequest(checkout, List.of(MAIN), null), progress::add);
  }

  private void write(String path, String text) throws IOException {
    Path file = checkout.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
