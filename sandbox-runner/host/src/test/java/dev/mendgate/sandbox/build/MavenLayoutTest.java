package dev.mendgate.sandbox.build;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MavenLayoutTest {
  private final Path checkout;

  MavenLayoutTest(@TempDir Path checkout) {
    this.checkout = checkout;
  }

  @Test
  void a_module_is_built_from_the_outermost_pom_that_leads_to_it() throws IOException {
    pom("", "<modules><module>core</module></modules>");
    pom("core", "");

    MavenLayout layout = layout("core/src/main/java/A.java");

    assertEquals(checkout, layout.reactor());
    assertEquals(List.of("-pl", "core", "-am"), layout.selection());
  }

  @Test
  void a_module_that_no_outer_pom_names_is_built_by_itself() throws IOException {
    pom("", "<!-- <module>core</module> -->");
    pom("core", "");

    assertEquals(checkout.resolve("core"), layout("core/src/main/java/A.java").reactor());
  }

  @Test
  void an_outer_pom_that_names_the_source_folder_wins() throws IOException {
    pom("", "<build><sourceDirectory>${basedir}/core/src/main/java</sourceDirectory></build>");
    pom("core", "");

    MavenLayout layout = layout("core/src/main/java/A.java");

    assertEquals(List.of(checkout), layout.modules());
    assertEquals(List.of("-pl", ".", "-am"), layout.selection());
  }

  @Test
  void without_files_in_focus_everything_is_built() throws IOException {
    pom("sub", "");

    MavenLayout layout = MavenLayout.of(checkout, List.of()).orElseThrow();

    assertEquals(checkout.resolve("sub"), layout.reactor());
    assertEquals(List.of(), layout.selection());
  }

  @Test
  void a_tree_without_pom_has_no_layout() {
    assertEquals(Optional.empty(), MavenLayout.of(checkout, List.of("src/A.java")));
  }

  private MavenLayout layout(String focus) {
    return MavenLayout.of(checkout, List.of(focus)).orElseThrow();
  }

  private void pom(String folder, String content) throws IOException {
    Path module = checkout.resolve(folder);
    Files.createDirectories(module);
    Files.writeString(module.resolve("pom.xml"), "<project>" + content + "</project>");
  }
}
