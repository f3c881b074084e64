package dev.mendgate.sandbox.build;

import dev.mendgate.sandbox.build.PreparedProject.Module;
import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Remembers beside a checkout what preparing it yielded, so that a second request for the same
 * commit does not build again. The file is {@code <checkout>.prepared.properties}; deleting it
 * forces a build.
 */
final class BuildManifest {
  private static final String FORMAT = "1";

  private final Path checkout;
  private final Path jdkHome;

  BuildManifest(Path checkout, Path jdkHome) {
    this.checkout = checkout;
    this.jdkHome = jdkHome;
  }

  /** Returns what was prepared before, if it is still there and serves the request. */
  Optional<BuildOutcome.Prepared> read(BuildRequest request) {
    Properties in = new Properties();
    try (Reader reader = Files.newBufferedReader(file())) {
      in.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty(); // nothing prepared yet, or not readable: build
    }
    if (!FORMAT.equals(in.getProperty("format"))
        || !checkout.toString().equals(in.getProperty("checkout"))
        || !jdkHome.toString().equals(in.getProperty("jdk"))
        || !String.valueOf(request.explicit()).equals(in.getProperty("explicit"))) {
      return Optional.empty();
    }
    List<Module> modules = new ArrayList<>();
    for (int i = 0; in.containsKey(i + ".directory"); i++) {
      modules.add(module(in, i));
    }
    PreparedProject project = new PreparedProject(checkout, jdkHome, modules);
    boolean serves =
        !modules.isEmpty()
            && modules.stream().allMatch(m -> Files.isDirectory(m.classes()))
            && request.focus().stream().allMatch(f -> project.moduleOf(f).isPresent());
    return serves
        ? Optional.of(new BuildOutcome.Prepared(project, list(in.getProperty("notes"), "\n")))
        : Optional.empty();
  }

  void write(BuildRequest request, BuildOutcome.Prepared prepared) throws IOException {
    Properties out = new Properties();
    out.setProperty("format", FORMAT);
    out.setProperty("checkout", checkout.toString());
    out.setProperty("jdk", jdkHome.toString());
    out.setProperty("explicit", String.valueOf(request.explicit()));
    out.setProperty("notes", String.join("\n", prepared.notes()));
    List<Module> modules = prepared.project().modules();
    for (int i = 0; i < modules.size(); i++) {
      put(out, i, modules.get(i));
    }
    try (Writer writer = Files.newBufferedWriter(file())) {
      out.store(writer, null);
    }
  }

  private Path file() {
    return checkout.resolveSibling(checkout.getFileName() + ".prepared.properties");
  }

  private static void put(Properties out, int i, Module module) {
    out.setProperty(i + ".directory", module.directory().toString());
    out.setProperty(i + ".sources", join(module.sourceRoots()));
    out.setProperty(i + ".tests", join(module.testRoots()));
    out.setProperty(i + ".classes", module.classes().toString());
    out.setProperty(i + ".testClasses", module.testClasses().toString());
    out.setProperty(i + ".classpath", join(module.classpath()));
    out.setProperty(i + ".release", Integer.toString(module.release()));
    out.setProperty(i + ".encoding", module.encoding());
    out.setProperty(i + ".jvmFlags", String.join("\n", module.jvmFlags()));
  }

  private static Module module(Properties in, int i) {
    return new Module(
        Path.of(in.getProperty(i + ".directory")),
        paths(in.getProperty(i + ".sources")),
        paths(in.getProperty(i + ".tests")),
        Path.of(in.getProperty(i + ".classes")),
        Path.of(in.getProperty(i + ".testClasses")),
        paths(in.getProperty(i + ".classpath")),
        Integer.parseInt(in.getProperty(i + ".release")),
        in.getProperty(i + ".encoding"),
        list(in.getProperty(i + ".jvmFlags"), "\n"));
  }

  private static String join(List<Path> paths) {
    return paths.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  private static List<Path> paths(String joined) {
    return list(joined, File.pathSeparator).stream().map(Path::of).toList();
  }

  private static List<String> list(String joined, String separator) {
    return Stream.of(joined.split(java.util.regex.Pattern.quote(separator)))
        .filter(s -> !s.isEmpty())
        .toList();
  }
}
