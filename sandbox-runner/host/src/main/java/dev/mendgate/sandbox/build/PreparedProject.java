package dev.mendgate.sandbox.build;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A source tree with its compiled classes: the baseline that patches are compared with.
 *
 * @param root the private checkout
 * @param jdkHome JDK that compiled it and runs its tests
 */
public record PreparedProject(Path root, Path jdkHome, List<Module> modules) {
  public PreparedProject {
    modules = List.copyOf(modules);
  }

  /** Returns the module whose sources hold a path of the tree. */
  public Optional<Module> moduleOf(String path) {
    Path file = root.resolve(path);
    return modules.stream().filter(m -> m.holds(file)).findFirst();
  }

  /**
   * One unit of compilation.
   *
   * @param directory module folder
   * @param sourceRoots main source folders, absolute
   * @param testRoots test source folders, absolute
   * @param classes compiled main classes and resources
   * @param testClasses compiled test classes and resources
   * @param classpath dependencies of the tests, without {@code classes} and {@code testClasses}
   * @param release language level, such as 8 or 17
   * @param encoding of the sources
   * @param jvmFlags flags that the project runs its own tests with
   */
  public record Module(
      Path directory,
      List<Path> sourceRoots,
      List<Path> testRoots,
      Path classes,
      Path testClasses,
      List<Path> classpath,
      int release,
      String encoding,
      List<String> jvmFlags) {
    public Module {
      sourceRoots = List.copyOf(sourceRoots);
      testRoots = List.copyOf(testRoots);
      classpath = List.copyOf(classpath);
      jvmFlags = List.copyOf(jvmFlags);
    }

    /** Returns what the module's tests run against, in order, without patches. */
    public List<Path> baseline() {
      List<Path> entries = new ArrayList<>(List.of(testClasses, classes));
      entries.addAll(classpath);
      return entries;
    }

    /** Returns whether a file lies below one of the source folders. */
    public boolean holds(Path file) {
      return sourceRoots.stream().anyMatch(file::startsWith)
          || testRoots.stream().anyMatch(file::startsWith);
    }
  }
}
