package dev.mendgate.sandbox.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which parts of the host code under test may read: the system, the JDK, its own class path. */
final class Mounts {
  private static final List<String> SYSTEM =
      List.of("/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32", "/nix/store");
  private static final List<String> SETTINGS =
      List.of(
          "/etc/ld.so.cache",
          "/etc/ld.so.conf",
          "/etc/ld.so.conf.d",
          "/etc/alternatives",
          "/etc/localtime",
          "/etc/timezone",
          "/etc/nsswitch.conf",
          "/etc/mime.types",
          "/etc/fonts",
          "/etc/ssl/certs",
          "/etc/pki/java",
          "/etc/pki/ca-trust/extracted",
          "/etc/crypto-policies");
  private static final List<String> DEVICES =
      List.of("/dev/null", "/dev/zero", "/dev/full", "/dev/random", "/dev/urandom");
  private static final Set<String> TOO_WIDE =
      Set.of(
          "/", "/tmp", "/dev", "/proc", "/etc", "/home", "/root", "/var", "/run", "/sys", "/nix");

  private final Path workingDirectory;
  private final List<Path> outermost;

  private Mounts(Path workingDirectory, List<Path> outermost) {
    this.workingDirectory = workingDirectory;
    this.outermost = List.copyOf(outermost);
  }

  /**
   * Decides what an inmate sees.
   *
   * @throws IOException if its working directory would show it more than a project
   */
  static Mounts of(Inmate inmate) throws IOException {
    Path cwd = inmate.workingDirectory();
    if (TOO_WIDE.contains(cwd.toString()) || SYSTEM.contains(cwd.toString())) {
      throw new IOException(cwd + " cannot be a working directory: use a project's own folder");
    }
    List<Path> readable = new ArrayList<>(system());
    readable.addAll(inmate.readable());
    return new Mounts(cwd, outermost(readable));
  }

  /** Returns what is to be mounted before the working directory, parents first. */
  List<Path> outside() {
    return outermost.stream().filter(path -> !path.startsWith(workingDirectory)).toList();
  }

  /** Returns what is to be mounted over the working directory, so that it stays read-only. */
  List<Path> inside() {
    return outermost.stream()
        .filter(path -> path.startsWith(workingDirectory) && !path.equals(workingDirectory))
        .toList();
  }

  /** Returns the links among the system folders, such as {@code /bin} to {@code usr/bin}. */
  static List<Path> links() {
    return SYSTEM.stream().map(Path::of).filter(Files::isSymbolicLink).toList();
  }

  static List<Path> devices() {
    return DEVICES.stream().map(Path::of).filter(Files::exists).toList();
  }

  private static List<Path> system() throws IOException {
    List<Path> paths = new ArrayList<>();
    SYSTEM.stream().map(Path::of).filter(Mounts::isFolder).forEach(paths::add);
    SETTINGS.stream().map(Path::of).forEach(paths::add);
    try (var java = Files.newDirectoryStream(Path.of("/etc"), "java*")) {
      java.forEach(paths::add);
    }
    return paths;
  }

  private static boolean isFolder(Path path) {
    return Files.isDirectory(path) && !Files.isSymbolicLink(path);
  }

  private static List<Path> outermost(List<Path> paths) {
    TreeSet<Path> sorted =
        new TreeSet<>(Comparator.comparing(Path::getNameCount).thenComparing(path -> path));
    paths.stream()
        .map(path -> path.toAbsolutePath().normalize())
        .filter(Files::exists)
        .forEach(sorted::add);
    List<Path> outermost = new ArrayList<>();
    for (Path path : sorted) {
      if (outermost.stream().noneMatch(path::startsWith)) {
        outermost.add(path);
      }
    }
    return outermost;
  }
}
