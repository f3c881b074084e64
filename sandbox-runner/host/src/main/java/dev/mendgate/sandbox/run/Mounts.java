package dev.mendgate.sandbox.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * The read-only view of the host that code under test gets: the system, the JDK, its own class
 * path.
 */
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

  private Mounts() {}

  /** Returns system folders that are folders, not links; those are made anew as links. */
  static List<Path> system() throws IOException {
    List<Path> paths = new ArrayList<>();
    for (String folder : SYSTEM) {
      if (Files.isDirectory(Path.of(folder)) && !Files.isSymbolicLink(Path.of(folder))) {
        paths.add(Path.of(folder));
      }
    }
    SETTINGS.stream().map(Path::of).filter(Files::exists).forEach(paths::add);
    try (var java = Files.newDirectoryStream(Path.of("/etc"), "java*")) {
      java.forEach(paths::add);
    }
    return paths;
  }

  /** Returns the links among the system folders, such as {@code /bin} to {@code usr/bin}. */
  static List<Path> links() {
    return SYSTEM.stream().map(Path::of).filter(Files::isSymbolicLink).toList();
  }

  static List<Path> devices() {
    return DEVICES.stream().map(Path::of).filter(Files::exists).toList();
  }

  /** Returns what has to be mounted so that all paths are visible, parents before children. */
  static List<Path> outermost(List<Path> paths) {
    TreeSet<Path> sorted =
        new TreeSet<>(Comparator.comparing(Path::getNameCount).thenComparing(p -> p));
    paths.stream()
        .map(p -> p.toAbsolutePath().normalize())
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

  /** Returns a line of fstab. */
  static String line(Object source, String target, String type, String options) {
    return escape(source.toString()) + ' ' + escape(target) + ' ' + type + ' ' + options + " 0 0";
  }

  private static String escape(String path) {
    return path.replace("\\", "\\134")
        .replace(" ", "\\040")
        .replace("\t", "\\011")
        .replace("\n", "\\012")
        .replace("#", "\\043");
  }
}
