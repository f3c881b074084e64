package dev.mendgate.sandbox.build;

import dev.mendgate.sandbox.build.BuildProcess.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Runs the user's Maven once for everything that is needed: the effective poms, the test class
 * paths, and compiled main and test classes, in this order, so that the first two are there even
 * when the project does not compile.
 */
final class MavenBuild {
  private static final String HELP = "org.apache.maven.plugins:maven-help-plugin:3.5.1:";
  static final String DEPENDENCY = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:";
  private static final String CLASSPATH_FILE = "target/mendgate-classpath.txt";
  private static final List<String> SKIPPED =
      Stream.of(
              "animal.sniffer",
              "bnd",
              "checkstyle",
              "clirr",
              "cpd",
              "cyclonedx",
              "enforcer",
              "findbugs",
              "fmt",
              "formatter",
              "gpg",
              "impsort",
              "jacoco",
              "japicmp",
              "license",
              "maven.javadoc",
              "maven.source",
              "mdep.analyze",
              "moditect",
              "pmd",
              "rat",
              "revapi",
              "sort",
              "spotbugs",
              "spotless.apply",
              "spotless.check",
              "xjc")
          .map(name -> "-D" + name + ".skip=true")
          .toList();
  private static final Pattern UNRESOLVED =
      Pattern.compile(
          "offline mode|Could not (resolve|find)|could not be resolved|Non-resolvable"
              + "|has not been downloaded|Unresolveable|Cannot access|Error resolving|not found in any");
  private static final Pattern TOO_OLD =
      Pattern.compile(
          "(Source|Target) option \\S+ is no longer supported|release version \\S+ not supported"
              + "|invalid (source|target) release|Unsupported (source|target) level");

  private final Path checkout;
  private final MavenLayout layout;
  private final BuildProcess process;
  private final Consumer<String> progress;

  MavenBuild(Path checkout, MavenLayout layout, BuildProcess process, Consumer<String> progress) {
    this.checkout = checkout;
    this.layout = layout;
    this.process = process;
    this.progress = progress;
  }

  /**
   * What Maven left behind.
   *
   * @param classpaths of the modules, by their folder; a module that Maven did not get to has none
   * @param overridden language level the poms' one was replaced with, if it was
   */
  record Result(
      Ended ended,
      List<MavenModule> modules,
      Map<Path, List<Path>> classpaths,
      Optional<Integer> overridden) {}

  Result run() throws IOException, InterruptedException {
    Path wrapper = layout.reactor().resolve("mvnw");
    if (Files.isRegularFile(wrapper)) {
      Result result = run(List.of("sh", wrapper.toString()));
      if (!result.modules().isEmpty()) {
        return result;
      }
      progress.accept("the Maven wrapper does not get far: using mvn instead");
    }
    return run(List.of("mvn"));
  }

  private Result run(List<String> maven) throws IOException, InterruptedException {
    Files.deleteIfExists(effectivePom());
    // what is there needs no network, and says so within a second where it is not
    boolean offline = true;
    Ended ended = invoke(maven, offline, List.of());
    if (!ended.well() && UNRESOLVED.matcher(ended.output()).find()) {
      offline = false;
      ended = invoke(maven, offline, List.of());
    }
    Optional<Integer> overridden = Optional.empty();
    if (!ended.well() && TOO_OLD.matcher(ended.output()).find()) {
      overridden = Optional.of(8);
      progress.accept("the project's language level is too old for this JDK: building for 8");
      ended = invoke(maven, offline, levelOverrides(8));
    }
    List<MavenModule> modules =
        Files.exists(effectivePom()) ? EffectivePom.read(effectivePom()) : List.of();
    return new Result(ended, modules, classpaths(modules), overridden);
  }

  private Ended invoke(List<String> maven, boolean offline, List<String> more)
      throws IOException, InterruptedException {
    Files.createDirectories(effectivePom().getParent());
    List<String> command = new ArrayList<>(maven);
    command.addAll(List.of("-B", "-ntp", "-DskipTests"));
    if (offline) {
      command.add("-o");
    }
    command.addAll(SKIPPED);
    command.addAll(more);
    command.addAll(layout.selection());
    command.addAll(List.of("-Doutput=" + effectivePom(), "-Dmdep.outputFile=" + CLASSPATH_FILE));
    command.addAll(List.of("-Dmdep.includeScope=test", HELP + "effective-pom"));
    command.addAll(List.of(DEPENDENCY + "build-classpath", "test-compile"));
    progress.accept("building with " + maven.get(maven.size() - 1) + (offline ? " offline" : ""));
    return process.run(command, layout.reactor(), l -> {});
  }

  private static List<String> levelOverrides(int level) {
    List<String> overrides = new ArrayList<>();
    for (String prefix : List.of("maven.compiler.", "maven.compile.", "maven.compiler.test")) {
      overrides.add("-D" + prefix + "source=" + level);
      overrides.add("-D" + prefix + "target=" + level);
    }
    return overrides;
  }

  private Path effectivePom() {
    return checkout.resolveSibling(checkout.getFileName() + ".maven").resolve("effective-pom.xml");
  }

  private static Map<Path, List<Path>> classpaths(List<MavenModule> modules) throws IOException {
    Map<Path, List<Path>> found = new LinkedHashMap<>();
    for (MavenModule module : modules) {
      Path file = module.directory().resolve(CLASSPATH_FILE);
      if (Files.exists(file)) {
        found.put(module.directory(), split(Files.readString(file)));
      }
    }
    return found;
  }

  static List<Path> split(String classpath) {
    return Stream.of(classpath.strip().split(Pattern.quote(java.io.File.pathSeparator)))
        .filter(entry -> !entry.isBlank())
        .map(Path::of)
        .toList();
  }
}
