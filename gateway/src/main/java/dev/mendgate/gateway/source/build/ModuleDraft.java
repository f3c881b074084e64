package dev.mendgate.gateway.source.build;

import java.util.LinkedHashSet;
import java.util.Set;

/** A module while its build files are read. */
final class ModuleDraft {
  final String folder;
  final Set<String> names = new LinkedHashSet<>();
  final Set<String> javaModules = new LinkedHashSet<>();
  final Set<String> dependencies = new LinkedHashSet<>();
  boolean built;

  ModuleDraft(String folder) {
    this.folder = folder;
  }

  BuildModule finish() {
    return new BuildModule(folder, names, javaModules, dependencies, built);
  }
}
