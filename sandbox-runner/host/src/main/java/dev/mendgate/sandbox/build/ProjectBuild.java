package dev.mendgate.sandbox.build;

import dev.mendgate.sandbox.compile.Javac;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Turns a checkout into a project that patches can be tried on. Interrupting the calling thread
 * ends the build tool with all its processes.
 */
public final class ProjectBuild {
  private static final Duration LIMIT = Duration.ofMinutes(10);

  private final Path jdkHome;
  private final Duration limit;

  /**
   * Builds with a given JDK.
   *
   * @param jdkHome JDK that compiles the project and runs its tests
   * @param limit time for one run of the build tool
   */
  public ProjectBuild(Path jdkHome, Duration limit) {
    this.jdkHome = jdkHome;
    this.limit = limit;
  }

  /** Builds with the JDK that runs Mendgate, for at most ten minutes. */
  public ProjectBuild() {
    this(Path.of(System.getProperty("java.home")), LIMIT);
  }

  /**
   * Prepares a checkout, or takes over what an earlier call prepared in the same place.
   *
   * @param progress gets a line now and then that a user may see
   */
  public BuildOutcome prepare(BuildRequest request, Consumer<String> progress) {
    Path checkout = request.checkout().toAbsolutePath().normalize();
    BuildManifest manifest = new BuildManifest(checkout, jdkHome);
    Optional<BuildOutcome.Prepared> earlier = manifest.read(request);
    if (earlier.isPresent()) {
      return earlier.get();
    }
    try {
      BuildOutcome outcome = build(request, checkout, progress);
      if (outcome instanceof BuildOutcome.Prepared prepared) {
        manifest.write(request, prepared);
      }
      return outcome;
    } catch (InterruptedException | InterruptedIOException e) {
      Thread.currentThread().interrupt();
      return new BuildOutcome.Failed("the build was cancelled", "");
    } catch (IOException e) {
      return new BuildOutcome.Failed("the build cannot run: " + e.getMessage(), "");
    }
  }

  private BuildOutcome build(BuildRequest request, Path checkout, Consumer<String> progress)
      throws IOException, InterruptedException {
    Javac javac = new Javac(limit);
    BuildProcess process = new BuildProcess(jdkHome, limit);
    JUnitLauncher junit =
        new JUnitLauncher(process, checkout.resolveSibling(checkout.getFileName() + ".maven"));
    if (request.explicit() != null) {
      return new ExplicitPreparation(checkout, jdkHome, javac, junit).prepare(request.explicit());
    }
    Optional<MavenLayout> layout = MavenLayout.of(checkout, request.focus());
    if (layout.isEmpty()) {
      return new BuildOutcome.Failed(unknown(checkout), "");
    }
    MavenBuild maven = new MavenBuild(checkout, layout.get(), process, progress);
    return new MavenPreparation(checkout, jdkHome, javac, junit, progress)
        .prepare(maven.run(), request.focus());
  }

  private static String unknown(Path checkout) {
    boolean gradle =
        List.of("build.gradle", "build.gradle.kts", "settings.gradle", "settings.gradle.kts")
            .stream()
            .anyMatch(name -> Files.exists(checkout.resolve(name)));
    String what = gradle ? "this is a Gradle project, and" : "there is no pom.xml, and";
    return what
        + " Mendgate builds Maven projects by itself: name its source folders, test folders, class"
        + " path and release in the configuration";
  }
}
