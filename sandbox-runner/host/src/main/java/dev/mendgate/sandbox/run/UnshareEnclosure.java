package dev.mendgate.sandbox.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Namespaces of the Linux kernel, entered with util-linux: own users, mounts, processes, network,
 * IPC, host name, control groups. The file system is put together of read-only bind mounts on a
 * memory disk that also holds all that the inmate writes.
 */
final class UnshareEnclosure implements Enclosure {
  @Override
  public String layers() {
    return "unshare:user,mount,pid,net,ipc,uts,cgroup";
  }

  @Override
  public boolean sharesFiles() {
    return false;
  }

  @Override
  public String enter(Cell cell, Inmate inmate) throws IOException {
    Path script = cell.write("enter.sh", script(cell, inmate));
    return "exec unshare --map-root-user --fork --kill-child --user --mount --pid --net --ipc --uts"
        + " --cgroup sh "
        + Shell.quote(script);
  }

  private static List<String> script(Cell cell, Inmate inmate) throws IOException {
    String root = cell.root().toString();
    Mounts mounts = Mounts.of(inmate);
    MountTable table = MountTable.read();
    List<String> lines = new ArrayList<>();
    lines.add("set -e");
    lines.add("echo 0 2>/dev/null >/proc/sys/user/max_user_namespaces || :");
    lines.add(
        "mount -t tmpfs -o mode=755,size=%dm tmpfs %s"
            .formatted(inmate.limits().diskMebibytes(), Shell.quote(root)));
    lines.addAll(skeleton(root, mounts.outside(), inmate.workingDirectory()));
    lines.add(mountAll(cell.write("outside.fstab", outside(root, mounts.outside(), table))));
    lines.add(workingDirectory(root, inmate.workingDirectory(), table));
    if (!mounts.inside().isEmpty()) {
      lines.add(mountAll(cell.write("inside.fstab", binds(root, mounts.inside(), table))));
    }
    lines.addAll(makeReadOnly(root, mounts, table));
    lines.addAll(
        List.of(
            "cd " + Shell.quote(root),
            "pivot_root . .",
            "umount -l .",
            "mount -o remount,bind,ro,nosuid,nodev /"));
    lines.add("cd " + Shell.quote(inmate.workingDirectory()));
    lines.add(
        "exec setpriv --no-new-privs --inh-caps=-all --ambient-caps=-all --bounding-set=-all "
            + Shell.supervise(inmate));
    return lines;
  }

  /** Makes the places to mount on; they lie on the memory disk and vanish with it. */
  private static List<String> skeleton(String root, List<Path> outside, Path cwd) {
    TreeSet<String> folders = new TreeSet<>();
    Stream.of("/proc", "/dev/shm", "/tmp", "/etc", "/.cow/upper", "/.cow/work", cwd)
        .forEach(folder -> folders.add(root + folder));
    List<String> files = new ArrayList<>();
    for (Path path : Stream.concat(outside.stream(), Mounts.devices().stream()).toList()) {
      boolean folder = Files.isDirectory(path);
      folders.add(root + (folder ? path : path.getParent()));
      if (!folder) {
        files.add(root + path);
      }
    }
    List<String> lines = new ArrayList<>();
    lines.add("mkdir -p " + Shell.quoteAll(folders));
    files.forEach(file -> lines.add(": >" + Shell.quote(file)));
    lines.addAll(settings(root));
    return lines;
  }

  private static List<String> settings(String root) {
    List<String> lines = new ArrayList<>();
    for (Path link : Mounts.links()) {
      lines.add("ln -s " + Shell.quote("usr" + link) + " " + Shell.quote(root + link));
    }
    lines.add("ln -s /proc/self/fd " + Shell.quote(root + "/dev"));
    lines.add("echo root:x:0:0:root:/tmp:/bin/sh >" + Shell.quote(root + "/etc/passwd"));
    lines.add("echo root:x:0: >" + Shell.quote(root + "/etc/group"));
    lines.add("echo 127.0.0.1 localhost >" + Shell.quote(root + "/etc/hosts"));
    return lines;
  }

  private static List<String> outside(String root, List<Path> paths, MountTable table) {
    List<String> lines = new ArrayList<>();
    for (String writable : List.of("/tmp", "/dev/shm")) {
      String place = root + writable;
      lines.add(MountTable.line(place, place, "none", "bind,nosuid,nodev"));
    }
    lines.add(MountTable.line("proc", root + "/proc", "proc", "ro,nosuid,nodev,noexec"));
    for (Path device : Mounts.devices()) {
      lines.add(MountTable.line(device, root + device, "none", "bind"));
    }
    lines.addAll(binds(root, paths, table));
    return lines;
  }

  private static List<String> binds(String root, List<Path> paths, MountTable table) {
    return paths.stream()
        .map(path -> MountTable.line(path, root + path, "none", "rbind," + table.options(path)))
        .toList();
  }

  private static String mountAll(Path table) {
    return "mount -a -T " + Shell.quote(table);
  }

  /** A view of the folder that can be written to without a trace; else a read-only one. */
  private static String workingDirectory(String root, Path cwd, MountTable table) {
    String target = Shell.quote(root + cwd);
    String layers = "userxattr,lowerdir=%s,upperdir=%s/.cow/upper,workdir=%s/.cow/work";
    return "mount -t overlay -o %s overlay %s 2>/dev/null || mount -o rbind,%s %s %s"
        .formatted(
            Shell.quote(layers.formatted(cwd, root, root)),
            target,
            table.options(cwd),
            Shell.quote(cwd),
            target);
  }

  /** Bind mounts bring along the mounts below them, which stay writable unless told otherwise. */
  private static List<String> makeReadOnly(String root, Mounts mounts, MountTable table) {
    return Stream.concat(mounts.outside().stream(), mounts.inside().stream())
        .flatMap(path -> table.below(path).stream())
        .map(p -> "mount -o remount,bind," + table.options(p) + " " + Shell.quote(root + p))
        .toList();
  }
}
