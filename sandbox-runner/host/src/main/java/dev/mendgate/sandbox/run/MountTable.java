package dev.mendgate.sandbox.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The host's own mounts, as far as a bind mount has to heed them; format of {@code
 * /proc/self/mountinfo} in proc(5).
 *
 * @param noexec mount points, each with whether programs on it may not be run
 */
record MountTable(Map<Path, Boolean> noexec) {
  static MountTable read() throws IOException {
    Map<Path, Boolean> noexec = new LinkedHashMap<>();
    for (String line : Files.readAllLines(Path.of("/proc/self/mountinfo"))) {
      String[] fields = line.split(" ");
      Path point = Path.of(unescape(fields[4]));
      noexec.put(point, List.of(fields[5].split(",")).contains("noexec"));
    }
    return new MountTable(noexec);
  }

  /** Returns options for a read-only view; the kernel insists that noexec stays. */
  String options(Path path) {
    boolean keep =
        noexec.entrySet().stream()
            .filter(entry -> path.startsWith(entry.getKey()))
            .reduce((a, b) -> b.getKey().getNameCount() < a.getKey().getNameCount() ? a : b)
            .map(Map.Entry::getValue)
            .orElse(false);
    return keep ? "ro,nosuid,nodev,noexec" : "ro,nosuid,nodev";
  }

  /** Returns mount points below a folder: they come along, but not as read-only. */
  List<Path> below(Path folder) {
    return noexec.keySet().stream()
        .filter(point -> point.startsWith(folder) && !point.equals(folder))
        .toList();
  }

  /** Returns a line of fstab(5). */
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

  private static String unescape(String path) {
    return path.replace("\\040", " ")
        .replace("\\011", "\t")
        .replace("\\012", "\n")
        .replace("\\043", "#")
        .replace("\\134", "\\");
  }
}
