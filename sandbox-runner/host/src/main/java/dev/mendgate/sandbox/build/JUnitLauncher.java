package dev.mendgate.sandbox.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Adds to a class path what runs JUnit Platform tests but what projects leave to their build tool:
 * the launcher, and the Jupiter engine where only its API is there.
 */
final class JUnitLauncher {
  private static final Pattern JAR =
      Pattern.compile("(junit-(?:platform|jupiter)-[a-z]+)-(\\d[^/]*)\\.jar");

  private final BuildProcess process;
  private final Path scratch;

  /**
   * Resolves with Maven where the local repository lacks something.
   *
   * @param scratch folder for the pom that asks for it
   */
  JUnitLauncher(BuildProcess process, Path scratch) {
    this.process = process;
    this.scratch = scratch;
  }

  /**
   * Returns the class path with what is missing at its end.
   *
   * @param notes gets a sentence where it cannot be resolved
   */
  List<Path> complete(List<Path> classpath, List<String> notes)
      throws IOException, InterruptedException {
    Optional<String> jupiter = version(classpath, "junit-jupiter-api");
    Optional<String> engine = version(classpath, "junit-platform-engine");
    if (jupiter.isEmpty() && engine.isEmpty()
        || engine.isPresent() && version(classpath, "junit-platform-launcher").isPresent()) {
      return classpath;
    }
    Optional<Path> launcher = engine.flatMap(v -> besideEngine(classpath, v));
    if (launcher.isPresent()) {
      return append(classpath, List.of(launcher.get()));
    }
    List<String> wanted = new ArrayList<>();
    if (jupiter.isPresent()) {
      wanted.add("org.junit.jupiter:junit-jupiter-engine:" + jupiter.get());
    }
    String platform = engine.orElseGet(() -> platformOf(jupiter.orElseThrow()));
    wanted.add("org.junit.platform:junit-platform-launcher:" + platform);
    List<Path> resolved = resolve(wanted);
    if (resolved.isEmpty()) {
      notes.add("JUnit tests cannot run: Maven does not resolve " + String.join(" and ", wanted));
    }
    return append(classpath, resolved);
  }

  /** Until 5.x the platform was numbered 1.x; since 6 both carry one number. */
  private static String platformOf(String jupiter) {
    return jupiter.startsWith("5.") ? "1." + jupiter.substring(2) : jupiter;
  }

  private static Optional<Path> besideEngine(List<Path> classpath, String version) {
    return classpath.stream()
        .filter(p -> nameOf(p).startsWith("junit-platform-engine-"))
        .map(p -> p.resolve("../../../junit-platform-launcher").resolve(version))
        .map(p -> p.resolve("junit-platform-launcher-" + version + ".jar").normalize())
        .filter(Files::isRegularFile)
        .findFirst();
  }

  private List<Path> resolve(List<String> wanted) throws IOException, InterruptedException {
    Files.createDirectories(scratch);
    Path pom = scratch.resolve("junit-pom.xml");
    Path output = scratch.resolve("junit-classpath.txt");
    Files.deleteIfExists(output);
    Files.writeString(pom, pom(wanted));
    List<String> goal =
        List.of(MavenBuild.DEPENDENCY + "build-classpath", "-Dmdep.outputFile=" + output);
    for (List<String> mode : List.of(List.of("-o"), List.<String>of())) {
      List<String> command =
          new ArrayList<>(List.of("mvn", "-B", "-q", "-ntp", "-f", pom.toString()));
      command.addAll(mode);
      command.addAll(goal);
      if (process.run(command, scratch, l -> {}).well() && Files.exists(output)) {
        return MavenBuild.split(Files.readString(output));
      }
    }
    return List.of();
  }

  private static String pom(List<String> wanted) {
    StringBuilder dependencies = new StringBuilder();
    for (String coordinates : wanted) {
      String[] parts = coordinates.split(":");
      dependencies.append(
          "<dependency><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version></dependency>"
              .formatted((Object[]) parts));
    }
    return "<project><modelVersion>4.0.0</modelVersion><groupId>dev.mendgate.prepared</groupId>"
        + "<artifactId>junit</artifactId><version>1</version><packaging>pom</packaging>"
        + "<dependencies>"
        + dependencies
        + "</dependencies></project>";
  }

  private static Optional<String> version(List<Path> classpath, String artifact) {
    return classpath.stream()
        .map(p -> JAR.matcher(nameOf(p)))
        .filter(Matcher::matches)
        .filter(m -> m.group(1).equals(artifact))
        .map(m -> m.group(2))
        .findFirst();
  }

  /** What is there already goes first and hides a second copy. */
  private static List<Path> append(List<Path> classpath, List<Path> more) {
    List<Path> all = new ArrayList<>(classpath);
    more.stream()
        .filter(m -> classpath.stream().noneMatch(c -> nameOf(c).equals(nameOf(m))))
        .forEach(all::add);
    return all;
  }

  private static String nameOf(Path jar) {
    return String.valueOf(jar.getFileName());
  }
}
