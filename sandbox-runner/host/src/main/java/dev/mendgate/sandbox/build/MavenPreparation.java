package dev.mendgate.sandbox.build;

import dev.mendgate.sandbox.build.PreparedProject.Module;
import dev.mendgate.sandbox.compile.CompilerSettings;
import dev.mendgate.sandbox.compile.Javac;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Makes a prepared project of what Maven left behind, compiling directly where Maven failed. */
final class MavenPreparation {
  private static final int OUTPUT_CHARS = 64 << 10;

  private final Path checkout;
  private final Path jdkHome;
  private final DirectBuild direct;
  private final JUnitLauncher junit;
  private final Consumer<String> progress;

  MavenPreparation(
      Path checkout, Path jdkHome, Javac javac, JUnitLauncher junit, Consumer<String> progress) {
    this.checkout = checkout;
    this.jdkHome = jdkHome;
    this.direct = new DirectBuild(javac);
    this.junit = junit;
    this.progress = progress;
  }

  BuildOutcome prepare(MavenBuild.Result maven, List<String> focus)
      throws IOException, InterruptedException {
    List<String> notes = new ArrayList<>();
    maven
        .overridden()
        .ifPresent(
            l ->
                notes.add(
                    "the project's language level is too old for this JDK: built for release "
                        + l));
    List<Module> modules = new ArrayList<>();
    for (MavenModule module : maven.modules()) {
      List<Path> classpath = maven.classpaths().get(module.directory());
      if (classpath != null && module.hasSources()) {
        modules.add(moduleOf(module, classpath, maven.overridden(), notes));
      }
    }
    PreparedProject project = new PreparedProject(checkout, jdkHome, modules);
    String error = BuildErrors.first(maven.ended().output(), checkout);
    boolean holdsFocus = focus.stream().allMatch(f -> project.moduleOf(f).isPresent());
    if (modules.isEmpty() || !holdsFocus && !maven.ended().well()) {
      return failed("the project does not build: " + error, maven);
    }
    if (!maven.ended().well()) {
      progress.accept("the project's own build fails: compiling its sources directly");
      notes.add(
          "the project's own build failed (" + error + "): its sources were compiled directly");
      Optional<String> missing = compileDirectly(maven, modules, focus, notes);
      if (missing.isPresent()) {
        return failed("the project does not build: " + missing.get(), maven);
      }
    }
    return new BuildOutcome.Prepared(project, notes);
  }

  private Module moduleOf(
      MavenModule module, List<Path> classpath, Optional<Integer> overridden, List<String> notes)
      throws IOException, InterruptedException {
    int release = Math.max(overridden.orElse(module.release()), CompilerSettings.OLDEST_RELEASE);
    return new Module(
        module.directory(),
        List.of(module.sources()),
        List.of(module.testSources()),
        module.classes(),
        module.testClasses(),
        junit.complete(classpath, notes),
        release,
        module.encoding(),
        module.jvmFlags());
  }

  /** Returns the error that keeps a file that matters from compiling, if there is one. */
  private Optional<String> compileDirectly(
      MavenBuild.Result maven, List<Module> modules, List<String> focus, List<String> notes)
      throws IOException {
    Set<Path> wanted = new LinkedHashSet<>();
    focus.forEach(f -> wanted.add(checkout.resolve(f)));
    for (Module module : modules) {
      MavenModule pom =
          maven.modules().stream()
              .filter(m -> m.classes().equals(module.classes()))
              .findFirst()
              .orElseThrow();
      DirectBuild.Result main =
          direct.compile(
              existing(module.sourceRoots()),
              pom.resources(),
              CompilerSettings.of(module.classpath(), module.release(), module.encoding()),
              module.classes());
      if (main.leftOut().stream().anyMatch(wanted::contains)) {
        return main.firstError();
      }
      LeftOut.of("main", checkout, main).ifPresent(notes::add);
      DirectBuild.Result tests =
          direct.compile(
              existing(module.testRoots()),
              pom.testResources(),
              CompilerSettings.of(module.baseline(), module.release(), module.encoding()),
              module.testClasses());
      LeftOut.of("test", checkout, tests).ifPresent(notes::add);
    }
    return Optional.empty();
  }

  private static List<Path> existing(List<Path> folders) {
    return folders.stream().filter(Files::isDirectory).toList();
  }

  private static BuildOutcome failed(String reason, MavenBuild.Result maven) {
    String output = maven.ended().output();
    return new BuildOutcome.Failed(
        reason
            + "; make `mvn test-compile` pass in a fresh clone, or name sources and class path in the configuration",
        output.substring(Math.max(0, output.length() - OUTPUT_CHARS)));
  }
}
