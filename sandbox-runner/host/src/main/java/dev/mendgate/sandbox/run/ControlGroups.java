package dev.mendgate.sandbox.run;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The control groups of this process that groups for workers can be made in; none where the machine
 * does not let us.
 *
 * @param parents one folder per controller of version 1, or the same folder for both of version 2
 * @param unified whether they are of version 2
 */
record ControlGroups(Map<Controller, Path> parents, boolean unified) {
  private static final String PREFIX = "mendgate-";
  private static final AtomicInteger NUMBER = new AtomicInteger();

  ControlGroups {
    parents = Map.copyOf(parents);
  }

  /** What a control group limits here. */
  enum Controller {
    MEMORY("memory"),
    PIDS("pids");

    final String key;

    Controller(String key) {
      this.key = key;
    }
  }

  static ControlGroups none() {
    return new ControlGroups(Map.of(), false);
  }

  /** Finds the folders and tries them. */
  static ControlGroups detect() {
    try {
      ControlGroups found = locate();
      found.parents.values().forEach(ControlGroups::sweep);
      found.open(Limits.DEFAULT).close();
      return found;
    } catch (IOException | RuntimeException unusable) {
      return none();
    }
  }

  String layers() {
    return parents.isEmpty() ? "" : "cgroup:memory,pids";
  }

  /** Makes a group for one worker. */
  ControlGroup open(Limits limits) throws IOException {
    String name = PREFIX + ProcessHandle.current().pid() + "-" + NUMBER.incrementAndGet();
    Map<Controller, Path> folders = new EnumMap<>(Controller.class);
    parents.forEach((controller, parent) -> folders.put(controller, parent.resolve(name)));
    ControlGroup group = new ControlGroup(folders, unified);
    try {
      group.create(limits);
    } catch (IOException e) {
      group.close();
      throw e;
    }
    return group;
  }

  /** Removes groups of hosts that died; the kernel refuses where processes are left in them. */
  private static void sweep(Path parent) {
    try (DirectoryStream<Path> groups = Files.newDirectoryStream(parent, PREFIX + "*-*")) {
      for (Path group : groups) {
        String owner = group.getFileName().toString().split("-")[1];
        if (owner.matches("\\d{1,9}") && ProcessHandle.of(Long.parseLong(owner)).isEmpty()) {
          Files.deleteIfExists(group);
        }
      }
    } catch (IOException | DirectoryIteratorException leftToTheNextHost) {
      return;
    }
  }

  private static ControlGroups locate() throws IOException {
    Map<Controller, Path> parents = new EnumMap<>(Controller.class);
    List<String> own = Files.readAllLines(Path.of("/proc/self/cgroup"));
    List<String> mounts = Files.readAllLines(Path.of("/proc/self/mountinfo"));
    for (Controller controller : Controller.values()) {
      for (String line : own) {
        String[] fields = line.split(":", 3);
        if (List.of(fields[1].split(",")).contains(controller.key)) {
          parents.put(controller, folder(mounts, controller.key, fields[2]));
        }
      }
    }
    if (!parents.isEmpty()) {
      return complete(new ControlGroups(parents, false));
    }
    for (String line : own) {
      if (line.startsWith("0::")) {
        Path folder = folder(mounts, "cgroup2", line.substring(3));
        enable(folder);
        return new ControlGroups(Map.of(Controller.MEMORY, folder, Controller.PIDS, folder), true);
      }
    }
    return none();
  }

  private static ControlGroups complete(ControlGroups groups) {
    return groups.parents.size() == Controller.values().length ? groups : none();
  }

  /** Version 2 hands controllers down only where no process sits in the parent itself. */
  private static void enable(Path folder) throws IOException {
    Path control = folder.resolve("cgroup.subtree_control");
    List<String> enabled = List.of(Files.readString(control).trim().split(" "));
    if (!enabled.containsAll(List.of("memory", "pids"))) {
      Files.writeString(control, "+memory +pids");
    }
  }

  /**
   * Finds the folder of a group through the mount table: fields 4 and 5 are root and mount point.
   */
  private static Path folder(List<String> mounts, String key, String group) throws IOException {
    for (String mount : mounts) {
      String[] sides = mount.split(" - ", 2);
      String[] left = sides[0].split(" ");
      List<String> right = new ArrayList<>();
      for (String word : sides[1].split(" ")) {
        right.addAll(List.of(word.split(",")));
      }
      boolean fits = key.equals("cgroup2") ? right.get(0).equals(key) : right.contains(key);
      if (fits && right.get(0).startsWith("cgroup") && group.startsWith(left[3])) {
        String below = left[3].equals("/") ? group : group.substring(left[3].length());
        return Path.of(left[4], below);
      }
    }
    throw new IOException("Control group " + key + " is not mounted");
  }
}
