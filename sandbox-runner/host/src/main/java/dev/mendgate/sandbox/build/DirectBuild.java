package dev.mendgate.sandbox.build;

import dev.mendgate.sandbox.compile.Compilation;
import dev.mendgate.sandbox.compile.CompilerSettings;
import dev.mendgate.sandbox.compile.Javac;
import dev.mendgate.sandbox.compile.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Compiles a module without its build tool. Sources that do not compile are left out, so that one
 * test that needs an old JDK does not cost all the others.
 */
final class DirectBuild {
  /** More rounds than the phases in which javac reports errors would need. */
  private static final int ROUNDS = 8;

  private final Javac javac;

  DirectBuild(Javac javac) {
    this.javac = javac;
  }

  /**
   * What came of it.
   *
   * @param leftOut sources that do not compile
   * @param firstError of those; empty where all compiled
   */
  record Result(List<Path> leftOut, Optional<String> firstError) {
    Result {
      leftOut = List.copyOf(leftOut);
    }
  }

  /**
   * Compiles all sources of some folders, and copies the other files beside the classes.
   *
   * @param resources folders whose files are copied too, if they are not among {@code roots}
   */
  Result compile(List<Path> roots, List<Path> resources, CompilerSettings settings, Path into)
      throws IOException {
    Files.createDirectories(into);
    for (Path folder : Stream.concat(roots.stream(), resources.stream()).distinct().toList()) {
      copyResources(folder, into);
    }
    List<Path> sources = new ArrayList<>(sourcesOf(roots));
    List<Path> leftOut = new ArrayList<>();
    Optional<String> firstError = Optional.empty();
    for (int round = 0; round < ROUNDS && !sources.isEmpty(); round++) {
      Compilation outcome = attempt(sources, settings, into);
      if (!(outcome instanceof Compilation.Failed failed)) {
        return new Result(leftOut, firstError);
      }
      firstError = firstError.or(() -> Optional.of(failed.firstError()));
      List<Path> bad = failed.failedSources().stream().map(Path::of).toList();
      if (!sources.removeAll(bad)) {
        break;
      }
      leftOut.addAll(bad);
    }
    leftOut.addAll(sources);
    return new Result(leftOut, firstError);
  }

  private Compilation attempt(List<Path> sources, CompilerSettings settings, Path into) {
    Compilation strict = javac.compile(new Sources.OnDisk(sources), settings, into);
    if (strict instanceof Compilation.Compiled) {
      return strict;
    }
    Compilation lax = javac.compile(new Sources.OnDisk(sources), settings.onPlatform(), into);
    return lax instanceof Compilation.Compiled ? lax : fewerErrors(strict, lax);
  }

  private static Compilation fewerErrors(Compilation one, Compilation other) {
    return failures(other) < failures(one) ? other : one;
  }

  private static int failures(Compilation outcome) {
    return outcome instanceof Compilation.Failed f ? f.failedSources().size() : 0;
  }

  private static List<Path> sourcesOf(List<Path> roots) throws IOException {
    List<Path> sources = new ArrayList<>();
    for (Path root : roots) {
      if (!Files.isDirectory(root)) {
        continue;
      }
      try (Stream<Path> files = Files.walk(root)) {
        files
            .filter(f -> f.toString().endsWith(".java"))
            .filter(f -> !f.endsWith("module-info.java"))
            .sorted()
            .forEach(sources::add);
      }
    }
    return sources;
  }

  private static void copyResources(Path folder, Path into) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = file.toString();
        if (name.endsWith(".java") || name.endsWith(".class")) {
          continue;
        }
        Path target = into.resolve(folder.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }
}
