package dev.mendgate.gateway.source.build;

import java.util.Set;

/**
 * One module of a build.
 *
 * @param folder its path in the commit; empty for the root
 * @param names what its archive is called without the version, and what others call it
 * @param javaModules names of its Java modules
 * @param dependencies names of modules and libraries that it declares
 * @param built whether the build of the repository reaches it
 */
public record BuildModule(
    String folder,
    Set<String> names,
    Set<String> javaModules,
    Set<String> dependencies,
    boolean built) {
  public BuildModule {
    names = Set.copyOf(names);
    javaModules = Set.copyOf(javaModules);
    dependencies = Set.copyOf(dependencies);
  }

  /** Returns the folder as a person reads it. */
  public String label() {
    return folder.isEmpty() ? "the root module" : folder;
  }

  boolean holds(String path) {
    return folder.isEmpty() || path.startsWith(folder + "/");
  }
}
