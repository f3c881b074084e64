package dev.mendgate.sandbox.build;

import dev.mendgate.sandbox.build.BuildRequest.ExplicitBuild;
import dev.mendgate.sandbox.build.PreparedProject.Module;
import dev.mendgate.sandbox.compile.CompilerSettings;
import dev.mendgate.sandbox.compile.Javac;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Prepares a project whose folders and class path the user has named. */
final class ExplicitPreparation {
  private final Path checkout;
  private final Path jdkHome;
  private final DirectBuild direct;
  private final JUnitLauncher junit;

  ExplicitPreparation(Path checkout, Path jdkHome, Javac javac, JUnitLauncher junit) {
    this.checkout = checkout;
    this.jdkHome = jdkHome;
    this.direct = new DirectBuild(javac);
    this.junit = junit;
  }

  BuildOutcome prepare(ExplicitBuild build) throws IOException, InterruptedException {
    List<String> notes = new ArrayList<>();
    Path output = checkout.resolve(".mendgate");
    Module module =
        new Module(
            checkout,
            build.sourceRoots().stream().map(checkout::resolve).toList(),
            build.testRoots().stream().map(checkout::resolve).toList(),
            output.resolve("classes"),
            output.resolve("test-classes"),
            junit.complete(build.classpath(), notes),
            build.release(),
            "UTF-8",
            SurefireFlags.DEFAULT);
    DirectBuild.Result main =
        direct.compile(
            module.sourceRoots(),
            List.of(),
            CompilerSettings.of(module.classpath(), module.release(), module.encoding()),
            module.classes());
    if (main.firstError().isPresent()) {
      return new BuildOutcome.Failed(
          "the sources do not compile with the class path given: " + main.firstError().get(), "");
    }
    DirectBuild.Result tests =
        direct.compile(
            module.testRoots(),
            List.of(),
            CompilerSettings.of(module.baseline(), module.release(), module.encoding()),
            module.testClasses());
    LeftOut.of("test", checkout, tests).ifPresent(notes::add);
    return new BuildOutcome.Prepared(
        new PreparedProject(checkout, jdkHome, List.of(module)), notes);
  }
}
