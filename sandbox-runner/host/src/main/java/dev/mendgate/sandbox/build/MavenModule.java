package dev.mendgate.sandbox.build;

import java.nio.file.Path;
import java.util.List;

/**
 * A module as its effective pom describes it.
 *
 * @param release language level; 8 where the pom leaves it to Maven
 */
record MavenModule(
    Path directory,
    Path sources,
    Path testSources,
    List<Path> resources,
    List<Path> testResources,
    Path classes,
    Path testClasses,
    int release,
    String encoding,
    List<String> jvmFlags) {
  MavenModule {
    resources = List.copyOf(resources);
    testResources = List.copyOf(testResources);
    jvmFlags = List.copyOf(jvmFlags);
  }

  /** Returns whether the module has main or test sources of its own. */
  boolean hasSources() {
    return java.nio.file.Files.isDirectory(sources) || java.nio.file.Files.isDirectory(testSources);
  }
}
