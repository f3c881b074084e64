package dev.mendgate.sandbox.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.mendgate.worker.WorkerMain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EffectivePomTest {
  private final Path folder;

  EffectivePomTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void the_level_of_the_compiler_plugin_wins_over_the_property() throws IOException {
    MavenModule module =
        read(
            "<properties><maven.compiler.source>1.7</maven.compiler.source></properties>",
            plugin("maven-compiler-plugin", "<source>1.6</source><encoding>ISO-8859-1</encoding>"));

    assertEquals(6, module.release());
    assertEquals("ISO-8859-1", module.encoding());
  }

  @Test
  void a_property_is_read_where_the_plugin_says_nothing() throws IOException {
    MavenModule module =
        read("<properties><maven.compiler.release>11</maven.compiler.release></properties>", "");

    assertEquals(11, module.release());
    assertEquals(folder, module.directory());
  }

  @Test
  void surefire_s_configuration_becomes_flags_without_agents_and_memory() throws IOException {
    String configuration =
        "<argLine>-Xmx4g -javaagent:x.jar @{argLine} --add-opens java.base/java.lang=ALL-UNNAMED"
            + " \"-Dquoted=a b\"</argLine><systemPropertyVariables><mode>fast</mode>"
            + "<java.version>1.8</java.version></systemPropertyVariables>"
            + "<environmentVariables><TZ>UTC</TZ></environmentVariables>";

    MavenModule module = read("", plugin("maven-surefire-plugin", configuration));

    assertEquals(
        List.of(
            "-ea",
            "-Dfile.encoding=UTF-8",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "-Dquoted=a b",
            "-Dmode=fast",
            "-D" + WorkerMain.PROPERTY_PREFIX + "java.version=1.8",
            "-Duser.timezone=UTC"),
        module.jvmFlags());
  }

  @Test
  void a_document_type_is_refused() throws IOException {
    Path file = folder.resolve("effective.xml");
    Files.writeString(
        file, "<!DOCTYPE p [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><project>&e;</project>");

    assertThrows(IOException.class, () -> EffectivePom.read(file));
  }

  private MavenModule read(String properties, String plugins) throws IOException {
    Files.writeString(folder.resolve("pom.xml"), "<project/>");
    Path file = folder.resolve("effective.xml");
    String build =
        "<build><directory>%s/target</directory><plugins>%s</plugins></build>"
            .formatted(folder, plugins);
    Files.writeString(file, "<project>" + properties + build + "</project>");
    return EffectivePom.read(file).get(0);
  }

  private static String plugin(String artifact, String configuration) {
    return "<plugin><artifactId>%s</artifactId><configuration>%s</configuration></plugin>"
        .formatted(artifact, configuration);
  }
}
