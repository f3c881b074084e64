package dev.mendgate.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Keeps the direction of the packages: transports know capabilities, never the other way round. */
@AnalyzeClasses(
    packages = "dev.mendgate.gateway",
    importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
  private static final String ROOT = "dev.mendgate.gateway.";

  @ArchTest
  static final ArchRule DIRECTION =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .withOptionalLayers(true)
          .layer("cli")
          .definedBy(ROOT + "cli..")
          .layer("rpc")
          .definedBy(ROOT + "rpc..")
          .layer("web")
          .definedBy(ROOT + "web..")
          .layer("pullrequest")
          .definedBy(ROOT + "pullrequest..")
          .layer("suggest")
          .definedBy(ROOT + "suggest..")
          .layer("ingest")
          .definedBy(ROOT + "ingest..")
          .layer("store")
          .definedBy(ROOT + "store..")
          .layer("source")
          .definedBy(ROOT + "source..")
          .layer("failure")
          .definedBy(ROOT + "failure..")
          .layer("pattern")
          .definedBy(ROOT + "pattern..")
          .whereLayer("cli")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("rpc")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("web")
          .mayOnlyBeAccessedByLayers("cli", "rpc")
          .whereLayer("pullrequest")
          .mayOnlyBeAccessedByLayers("cli", "rpc")
          .whereLayer("suggest")
          .mayOnlyBeAccessedByLayers("cli", "rpc", "pullrequest")
          .whereLayer("ingest")
          .mayOnlyBeAccessedByLayers("cli", "rpc")
          .whereLayer("store")
          .mayOnlyBeAccessedByLayers("cli", "rpc", "ingest")
          .whereLayer("source")
          .mayOnlyBeAccessedByLayers("cli", "rpc", "web", "suggest", "pullrequest", "ingest")
          .whereLayer("failure")
          .mayOnlyBeAccessedByLayers(
              "cli", "rpc", "suggest", "pullrequest", "ingest", "store", "source")
          .whereLayer("pattern")
          .mayOnlyBeAccessedByLayers(
              "cli", "rpc", "suggest", "pullrequest", "ingest", "store", "source", "failure");

  @ArchTest
  static final ArchRule TRANSPORT_STAYS_OUTSIDE =
      noClasses()
          .that()
          .resideInAnyPackage(
              ROOT + "suggest..", ROOT + "source..", ROOT + "pattern..", ROOT + "store..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.grpc..", "picocli..");

  @ArchTest
  static final ArchRule BLAME_KNOWS_ONLY_HISTORY_AND_DIFF =
      layeredArchitecture()
          .consideringOnlyDependenciesInAnyPackage(ROOT + "source..")
          .layer("blame")
          .definedBy(ROOT + "source.blame..")
          .layer("history")
          .definedBy(ROOT + "source.history..")
          .layer("diff")
          .definedBy(ROOT + "source.diff..")
          .whereLayer("blame")
          .mayOnlyAccessLayers("history", "diff")
          .whereLayer("history")
          .mayNotAccessAnyLayer()
          .whereLayer("diff")
          .mayNotAccessAnyLayer();
}
