package dev.mendgate.gateway.source.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mendgate.gateway.source.GitRepository;
import dev.mendgate.gateway.source.ScratchRepository;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BuildLayoutTest {
  private final ScratchRepository scratch;

  BuildLayoutTest(@TempDir Path folder) {
    this.scratch = ScratchRepository.in(folder);
  }

  private BuildLayout layout() {
    String commit = scratch.commit("state");
    try (GitRepository repository = GitRepository.open(scratch.root())) {
      return BuildLayout.of(repository.tree(commit));
    }
  }

  private static String pom(String artifact, String more) {
    return "<project><artifactId>" + artifact + "</artifactId>" + more + "</project>";
  }

  @Test
  void readsMavenModulesWithTheirProfilesAndNames() {
    scratch
        .write(
            "pom.xml",
            pom(
                "all",
                "<modules><module>core</module></modules><profiles><profile><modules>"
                    + "<module>extra/pom.xml</module></modules></profile></profiles>"))
        .write("core/pom.xml", pom("shop-core", "<build><finalName>till-${v}</finalName></build>"))
        .write("extra/pom.xml", pom("shop-extra", ""))
        .write("lost/pom.xml", pom("shop-lost", ""));
    BuildLayout layout = layout();

    BuildModule core = layout.moduleOf("core/src/main/java/A.java");
    assertEquals("core", core.folder());
    assertEquals(Set.of("shop-core", "till"), core.names());
    assertTrue(core.built());
    assertTrue(layout.moduleOf("extra/src/main/java/A.java").built());
    assertFalse(layout.moduleOf("lost/src/main/java/A.java").built());
    assertFalse(layout.moduleOf("old/core/src/main/java/A.java").built());
    assertEquals("old/core", layout.moduleOf("old/core/src/main/java/A.java").folder());
  }

  @Test
  void readsGradleProjectsWithTheirFoldersNamesAndBlocks() {
    scratch
        .write(
            "settings.gradle.kts",
            """
            rootProject.name = "shop"
            include("core", "web:api") // include("lost")
            /* include("gone") */
            project(":core").projectDir = file("modules/core")
            project(":web:api").name = "web-api"
            """)
        .write("modules/core/build.gradle.kts", "base { archivesName.set(\"shop-core\") }\n")
        .write("lost/build.gradle", "")
        .write(
            "build.gradle",
            """
            project(':web:api') {
              archivesBaseName = "shop-web-${version}"
              dependencies { implementation project(path: ':core') }
            }
            """);
    BuildLayout layout = layout();

    BuildModule core = layout.moduleOf("modules/core/src/main/java/A.java");
    BuildModule api = layout.moduleOf("web/api/src/main/java/A.java");
    assertEquals(Set.of(":core", "core", "shop-core"), core.names());
    assertEquals(Set.of(":web:api", "web-api", "shop-web"), api.names());
    assertTrue(layout.depends(api, core));
    assertFalse(layout.depends(core, api));
    assertFalse(layout.moduleOf("lost/src/main/java/A.java").built());
    assertEquals(Set.of(":", "shop"), layout.moduleOf("src/main/java/A.java").names());
  }

  @Test
  void endsWhereModulesDependOnEachOther() {
    String other =
        "<dependencies><dependency><artifactId>%s</artifactId></dependency></dependencies>";
    scratch
        .write("a/pom.xml", pom("a", other.formatted("b")))
        .write("b/pom.xml", pom("b", other.formatted("a")))
        .write("c/pom.xml", pom("c", ""));
    BuildLayout layout = layout();

    BuildModule a = layout.moduleOf("a/A.java");
    assertTrue(layout.depends(a, layout.moduleOf("b/A.java")));
    assertFalse(layout.depends(a, layout.moduleOf("c/A.java")));
  }

  @Test
  void endsWherePomsAreTheirOwnParents() {
    String parent = "<parent><artifactId>%s</artifactId><relativePath>%s</relativePath></parent>";
    scratch
        .write("pom.xml", pom("a", parent.formatted("b", "b/pom.xml") + "<name>${x}</name>"))
        .write(
            "b/pom.xml",
            pom(
                "b",
                parent.formatted("a", "..")
                    + "<properties><x>${x}</x></properties><relocation><pattern>p</pattern>"
                    + "<shadedPattern>${x}</shadedPattern></relocation>"));

    assertEquals(List.of(), layout().relocations());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<project>",
        "<settings/>",
        "<!DOCTYPE project SYSTEM \"file:///etc/hosts\"><project/>",
        "<project><artifactId>&unknown;</artifactId></project>"
      })
  void passesOverWhatIsNoPom(String text) {
    scratch.write("pom.xml", text);

    assertEquals(Set.of(), layout().moduleOf("src/A.java").names());
  }
}
