package dev.mendgate.gateway.source.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mendgate.fixer.Frame;
import dev.mendgate.gateway.source.build.Relocation;
import dev.mendgate.gateway.source.frame.FrameResolution.Found;
import dev.mendgate.gateway.source.frame.FrameResolution.Reason;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ShadingTest {
  private static final Frame SHADED = new Frame("com.acme.dep.shop.Pay", "pay", "Pay.java", 4);

  private final Resolving repository;

  ShadingTest(@TempDir Path folder) {
    this.repository = new Resolving(folder).withPay("src/main/java");
  }

  private FrameResolution resolve(String... rules) {
    List<Relocation> relocations =
        List.of(rules).stream().map(rule -> Relocation.parse(rule, "--shade " + rule)).toList();
    return repository.resolve(relocations, SHADED).get(0);
  }

  private void assertFound(String source, FrameResolution resolution) {
    Found found = assertInstanceOf(Found.class, resolution);
    assertEquals("src/main/java/org/shop/Pay.java", found.best().path());
    assertEquals("org.shop.Pay", found.frame().className());
    assertTrue(found.best().plausible());
    assertTrue(
        found
            .notes()
            .contains(
                "com.acme.dep.shop.Pay is org.shop.Pay in the source: relocated by " + source),
        found.notes().toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"com.acme.dep=org", "com.acme.dep.shop = org.shop.", "com.acme.dep.=org"})
  void undoesAConfiguredRule(String rule) {
    assertFound("--shade " + rule, resolve(rule));
  }

  @ParameterizedTest
  @ValueSource(strings = {"com.acme.de=org", "com.acme.dep.sho=org.sho", "org.shop=com.acme.dep"})
  void leavesAClassAloneThatARuleDoesNotCover(String rule) {
    assertInstanceOf(FrameResolution.Skipped.class, resolve(rule));
  }

  @Test
  void takesTheMostSpecificRule() {
    assertFound(
        "--shade com.acme.dep.shop=org.shop",
        resolve("com.acme=org.shop", "com.acme.dep.shop=org.shop"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"com.acme", "=org", "com.acme=", "com acme=org", "com/acme=org", "a=b=c"})
  void refusesWhatIsNoRule(String rule) {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> Relocation.parse(rule, "test"));
    assertTrue(String.valueOf(refused.getMessage()).contains("write FROM=TO"), rule);
  }

  @Test
  void readsTheRelocationsOfTheShadePlugin() {
    repository.with(
        "pom.xml",
        """
        <project><artifactId>x</artifactId><properties><dep>com.acme.dep</dep></properties>
          <build><plugins><plugin><artifactId>maven-shade-plugin</artifactId><configuration>
            <relocations><relocation>
              <pattern>org/shop</pattern><shadedPattern>${dep}.shop</shadedPattern>
            </relocation></relocations></configuration></plugin></plugins></build></project>
        """);

    assertFound("pom.xml", resolve());
  }

  @Test
  void fillsInPropertiesOfTheParentPom() {
    repository
        .with(
            "pom.xml",
            "<project><artifactId>all</artifactId>"
                + "<properties><dep>${base}.dep</dep><base>com.acme</base></properties></project>")
        .with(
            "jar/pom.xml",
            "<project><parent><artifactId>all</artifactId></parent><artifactId>jar</artifactId>"
                + "<relocation><pattern>org.</pattern><shadedPattern>${dep}.</shadedPattern>"
                + "</relocation></project>");

    assertFound("jar/pom.xml", resolve());
  }

  @ParameterizedTest
  @CsvSource({
    "'<excludes><exclude>org.shop.*</exclude></excludes>', false",
    "'<excludes><exclude>org.shop.Paying</exclude></excludes>', true",
    "'<includes><include>org/shop/**</include></includes>', true",
    "'<includes><include>org.other.*</include></includes>', false",
    "'<rawString>true</rawString>', false"
  })
  void honoursIncludesAndExcludes(String more, boolean moved) {
    repository.with(
        "pom.xml",
        "<project><relocation><pattern>org</pattern><shadedPattern>com.acme.dep</shadedPattern>"
            + more
            + "</relocation></project>");

    assertEquals(moved, resolve() instanceof Found);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "relocate('org.shop', 'com.acme.dep.shop')",
        "shadowJar {\n  relocate 'org', \"com.acme.dep\"\n}",
        "def prefix = 'com.acme'\nrelocate 'org.', \"${prefix}.dep.\"",
        "relocate(\"org\", \"com.acme.dep\") {\n  exclude(\"org.other.*\")\n}"
      })
  void readsTheRelocationsOfShadow(String script) {
    repository.with("build.gradle", script);

    assertFound("build.gradle", resolve());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "// relocate('org.shop', 'com.acme.dep.shop')",
        "relocate('org.shop', \"$unknown.dep.shop\")",
        "relocate('org', 'com.acme.dep') { exclude 'org.shop.*' }"
      })
  void leavesOutWhatShadowDoesNotRelocate(String script) {
    repository.with("build.gradle", script);

    assertInstanceOf(FrameResolution.Skipped.class, resolve());
  }

  @Test
  void keepsAClassThatTheSourceHasUnderTheTracesName() {
    repository
        .withPay("copy")
        .with("copy/Pay.java", "package com.acme.dep.shop;\nclass Pay {\n" + "void pay() {\n} }");

    Found found = assertInstanceOf(Found.class, resolve("com.acme.dep=org"));

    assertEquals("copy/Pay.java", found.best().path());
  }

  @Test
  void neitherReadsOtherFilesNorExpandsWhatAPomDeclares() {
    repository.with(
        "pom.xml",
        "<!DOCTYPE project [<!ENTITY dep \"com.acme.dep\">]><project><relocation>"
            + "<pattern>org</pattern><shadedPattern>&dep;</shadedPattern></relocation></project>");

    FrameResolution.Skipped skipped = assertInstanceOf(FrameResolution.Skipped.class, resolve());
    assertEquals(Reason.THIRD_PARTY, skipped.reason());
  }
}
