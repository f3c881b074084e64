package dev.mendgate.gateway.source.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mendgate.fixer.Frame;
import dev.mendgate.gateway.source.frame.FrameResolution.Found;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several files declare the class; alpha comes first by name, so that something must decide. */
final class CandidateRankingTest {
  private static final String ALPHA = "alpha/src/main/java";
  private static final String BETA = "beta/src/main/java";

  private final Resolving repository;

  CandidateRankingTest(@TempDir Path folder) {
    this.repository = new Resolving(folder).withPay(ALPHA).withPay(BETA);
  }

  private static String pom(String artifact, String more) {
    return "<project><artifactId>" + artifact + "</artifactId>" + more + "</project>";
  }

  private static Frame pay(@Nullable String origin) {
    return new Frame("org.shop.Pay", "pay", "Pay.java", 4, origin);
  }

  private static void assertTook(String root, String reason, Found found) {
    assertEquals(root + "/org/shop/Pay.java", found.best().path(), found.notes().toString());
    assertTrue(found.notes().toString().contains(reason), found.notes().toString());
  }

  @ParameterizedTest
  @CsvSource({
    "shop-beta-1.2.3.jar, shop-beta",
    "shop-beta.jar, shop-beta",
    "shop-beta-2.0-SNAPSHOT.jar, shop-beta",
    "shop.beta@1.2, shop-beta",
    "acme-beta-1.0.jar, beta"
  })
  void takesTheModuleThatBuildsTheArchive(String origin, String artifact) {
    repository.with("alpha/pom.xml", pom("shop", "")).with("beta/pom.xml", pom(artifact, ""));

    assertTook(
        BETA, "the frame comes from " + origin + ", which is beta", repository.found(pay(origin)));
  }

  @Test
  void doesNotTakeAModuleWhoseNameOnlyBeginsTheArchives() {
    repository.with("alpha/pom.xml", pom("other", "")).with("beta/pom.xml", pom("shop", ""));

    assertTook(ALPHA, "nothing tells it from beta", repository.found(pay("shop-client-1.2.jar")));
  }

  @Test
  void takesTheModuleOfTheFramesJavaModule() {
    repository
        .with("beta/pom.xml", pom("b", ""))
        .with(BETA + "/module-info.java", "/* module no { */\nopen module org.shop.till {\n}\n");

    assertTook(
        BETA, "org.shop.till@1.2, which is beta", repository.found(pay("org.shop.till@1.2")));
  }

  @Test
  void takesTheModuleThatAnotherFrameOfTheArchiveStandsIn() {
    repository.withClass(BETA, "org.shop.Till").withClass(ALPHA, "org.shop.Desk");

    Found found =
        repository.found(
            pay("app.jar"),
            new Frame("org.shop.Desk", "go", "Desk.java", 3, "lib.jar"),
            new Frame("org.shop.Till", "go", "Till.java", 3, "app.jar"));

    assertTook(BETA, "the frame comes from app.jar, which is beta", found);
  }

  @Test
  void takesTestSourcesForAFrameFromTestClasses() {
    repository.withPay("beta/src/test/java");

    assertTook("beta/src/test/java", "test-classes", repository.found(pay("test-classes")));
    assertFalse(repository.found(pay("classes")).best().test());
  }

  @Test
  void takesTheModuleOfTheFramesAroundIt() {
    repository.withClass(BETA, "org.shop.Till").withClass("gamma/src", "org.shop.Door");

    Found found =
        repository.found(
            pay(null),
            new Frame("java.util.ArrayList", "forEach", "ArrayList.java", 9),
            new Frame("org.shop.Till", "go", "Till.java", 3),
            new Frame("org.shop.Door", "go", "Door.java", 3));

    assertTook(BETA, "the frames around it lie in beta too", found);
  }

  @Test
  void takesAModuleThatTheCallingModuleDependsOn() {
    repository
        .with("alpha/pom.xml", pom("a", ""))
        .with("beta/pom.xml", pom("b", ""))
        .with(
            "middle/pom.xml",
            pom(
                "m",
                "<dependencies><dependency><artifactId>b</artifactId></dependency>"
                    + "</dependencies>"))
        .with(
            "app/pom.xml",
            pom(
                "app",
                "<dependencies><dependency><artifactId>m</artifactId></dependency>"
                    + "</dependencies>"))
        .withClass("app/src/main/java", "org.shop.App");

    Found found = repository.found(pay(null), new Frame("org.shop.App", "go", "App.java", 3));

    assertTook(BETA, "app, which calls it, depends on its module", found);
  }

  @Test
  void takesAModuleThatDependsOnWhatItCallsInGradle() {
    repository
        .with("settings.gradle", "include ':alpha', ':beta',\n  ':base'\n")
        .with("beta/build.gradle.kts", "dependencies { implementation(project(\":base\")) }\n")
        .with("alpha/build.gradle.kts", "// implementation(project(\":base\"))\n")
        .withClass("base/src/main/java", "org.shop.Base");

    List<FrameResolution> all =
        repository.resolve(List.of(), new Frame("org.shop.Base", "go", "Base.java", 3), pay(null));

    assertTook(BETA, "its module depends on base, which it calls", (Found) all.get(1));
  }

  @Test
  void takesTheFileWhoseMethodSpansTheLineBeforeTheModuleAround() {
    repository
        .with(BETA + "/org/shop/Pay.java", "package org.shop;\nclass Pay {\n\n\n\nvoid pay() {}\n}")
        .withClass(BETA, "org.shop.Till");

    Found found = repository.found(pay(null), new Frame("org.shop.Till", "go", "Till.java", 3));

    assertTook(ALPHA, "its line is inside the method", found);
  }

  @Test
  void takesTestSourcesWhereATestOfTheModuleCallsIt() {
    repository.withPay("beta/src/test/java").withClass("beta/src/test/java", "org.shop.PayTest");
    Frame test = new Frame("org.shop.PayTest", "go", "PayTest.java", 3);

    Found found = repository.found(pay(null), test);

    assertTook(BETA, "it is not test source", found);
    assertTrue(found.candidates().get(1).test());
  }

  @Test
  void takesTheModuleThatTheBuildReaches() {
    repository
        .with("pom.xml", pom("all", "<modules><module>beta</module></modules>"))
        .with("alpha/pom.xml", pom("a", ""))
        .with("beta/pom.xml", pom("b", ""));

    assertTook(BETA, "the build does not reach", repository.found(pay(null)));
  }

  @ParameterizedTest
  @CsvSource({
    "archived/src/main/java, src/main/java, copies or examples",
    "build-old/src/main/java, src/main/java, copies or examples",
    "x/generated-sources/java, x/src/main/java, was generated",
    "x/src/generated/java, x/src/main/java, was generated"
  })
  void takesCopiesAndGeneratedSourcesLast(
      String other, String main, String reason, @TempDir Path f) {
    Resolving only = new Resolving(f).withPay(other).withPay(main);

    assertTook(main, reason, only.found(pay(null)));
  }

  @Test
  void takesTheReleaseOfAMultiReleaseArchiveThatTheJvmLoads(@TempDir Path folder) {
    Resolving only =
        new Resolving(folder)
            .with("pom.xml", pom("x", ""))
            .withPay("src/main/java")
            .withPay("src/main/java9")
            .withPay("src/main/java21");

    Frame modern = new Frame("java.util.Map", "of", "Map.java", 5, "java.base");
    Frame told = new Frame("java.util.Map", "of", "Map.java", 5, "java.base@21.0.1");
    Frame old = new Frame("java.util.Map", "of", "Map.java", 5);

    assertTook("src/main/java9", "of Java 9 or later", only.found(pay(null), modern));
    assertTook("src/main/java21", "of Java 21 or later", only.found(pay(null), told));
    assertTook("src/main/java", "for a newer Java", only.found(pay(null), old));
  }
}
