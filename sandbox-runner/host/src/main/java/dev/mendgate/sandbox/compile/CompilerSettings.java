package dev.mendgate.sandbox.compile;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How a module is compiled.
 *
 * @param classpath entries that do not exist are left out
 * @param release language level; below 8 it is raised to 8, the oldest that javac is asked for
 * @param encoding of the sources; an unknown one counts as UTF-8
 * @param platform whether the whole running JDK is visible instead of the API of {@code release}
 * @param processors whether annotation processors on the class path run
 */
public record CompilerSettings(
    List<Path> classpath, int release, String encoding, boolean platform, boolean processors) {
  /** Oldest level that compiles without complaint on the JDKs Mendgate runs on. */
  public static final int OLDEST_RELEASE = 8;

  public CompilerSettings {
    classpath = List.copyOf(classpath);
    release = Math.max(release, OLDEST_RELEASE);
  }

  /** Returns the usual settings: the API of the release, no annotation processing. */
  public static CompilerSettings of(List<Path> classpath, int release, String encoding) {
    return new CompilerSettings(classpath, release, encoding, false, false);
  }

  /** Returns the same with all of the running JDK visible. */
  public CompilerSettings onPlatform() {
    return new CompilerSettings(classpath, release, encoding, true, processors);
  }

  /** Returns these and the laxer settings that a project may need, strictest first. */
  List<CompilerSettings> fromStrictest() {
    return List.of(
        new CompilerSettings(classpath, release, encoding, false, false),
        new CompilerSettings(classpath, release, encoding, true, false),
        new CompilerSettings(classpath, release, encoding, false, true),
        new CompilerSettings(classpath, release, encoding, true, true));
  }

  List<String> options() {
    List<String> options =
        new ArrayList<>(List.of("-g", "-nowarn", "-Xlint:none", "-implicit:none"));
    String level = Integer.toString(release);
    options.addAll(
        platform ? List.of("-source", level, "-target", level) : List.of("--release", level));
    if (!processors) {
      options.add("-proc:none");
    }
    options.addAll(List.of("-encoding", charset().name(), "-Xmaxerrs", "1000"));
    return options;
  }

  Charset charset() {
    return Charset.isSupported(encoding) ? Charset.forName(encoding) : StandardCharsets.UTF_8;
  }

  List<Path> existingClasspath() {
    return classpath.stream().filter(Files::exists).toList();
  }
}
