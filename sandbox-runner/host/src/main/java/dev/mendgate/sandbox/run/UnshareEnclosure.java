package dev.mendgate.sandbox.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Namespaces of the Linux kernel, entered with util-linux: own users, mounts, processes, network,
 * IPC, host name. The file system is put together of read-only bind mounts on a small memory disk.
 */
final class UnshareEnclosure implements Enclosure {
  private static final String NAMESPACES = "user,mount,pid,net,ipc,uts,cgroup";

  @Override
  public String layers() {
    return "unshare:" + NAMESPACES;
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
    Path cwd = inmate.workingDirectory();
    List<Path> readable = new ArrayList<>(Mounts.system());
    readable.addAll(inmate.readable());
    List<Path> outer = Mounts.outermost(readable);
    if (outer.stream().anyMatch(cwd::equals)) {
      outer = outer.stream().filter(p -> !p.equals(cwd)).toList();
    }
    List<Path> inner = outer.stream().filter(p -> p.startsWith(cwd)).toList();
    outer = outer.stream().filter(p -> !p.startsWith(cwd)).toList();

    String root = cell.root().toString();
    List<String> lines = new ArrayList<>();
    lines.add("set -e");
    lines.add("echo 0 2>/dev/null >/proc/sys/user/max_user_namespaces || :");
    lines.add("mount -t tmpfs -o " + size(inmate) + ",mode=755 tmpfs " + Shell.quote(root));
    lines.addAll(skeleton(root, outer, cwd));
    lines.add("mount -a -T " + Shell.quote(cell.write("outer.fstab", outerTable(cell, outer))));
    lines.add(workingDirectory(root, cwd));
    if (!inner.isEmpty()) {
      lines.add("mount -a -T " + Shell.quote(cell.write("inner.fstab", binds(root, inner))));
    }
    lines.add("cd " + Shell.quote(root));
    lines.add("pivot_root . .");
    lines.add("umount -l .");
    lines.add("mount -o remount,bind,ro,nosuid,nodev /");
    lines.add("cd " + Shell.quote(cwd));
    lines.add(
        "{ ulimit -p "
            + inmate.limits().processes()
            + " || ulimit -u "
            + inmate.limits().processes()
            + "; } 2>/dev/null || :");
    lines.add(
        "exec setpriv --no-new-privs --inh-caps=-all --ambient-caps=-all --bounding-set=-all"
            + " sh -c '\"$@\" 3>&1 1>&2; exit $?' sh "
            + Shell.quoteAll(inmate.command()));
    return lines;
  }

  private static String size(Inmate inmate) {
    return "size=" + inmate.limits().diskMebibytes() + "m";
  }

  /** Makes the places to mount on; they lie on the memory disk and vanish with it. */
  private static List<String> skeleton(String root, List<Path> outer, Path cwd) {
    TreeSet<String> folders = new TreeSet<>();
    List<String> files = new ArrayList<>();
    for (String folder :
        List.of("/proc", "/dev/shm", "/tmp", "/etc", "/.cow/upper", "/.cow/work")) {
      folders.add(root + folder);
    }
    folders.add(root + cwd);
    for (Path path : concat(outer, Mounts.devices())) {
      boolean folder = Files.isDirectory(path);
      folders.add(root + (folder ? path : path.getParent()));
      if (!folder) {
        files.add(root + path);
      }
    }
    List<String> lines = new ArrayList<>();
    lines.add("mkdir -p " + Shell.quoteAll(folders));
    files.forEach(file -> lines.add(": >" + Shell.quote(file)));
    lines.add("chmod 1777 " + Shell.quoteAll(List.of(root + "/tmp", root + "/dev/shm")));
    List<Path> links = Mounts.links();
    if (!links.isEmpty()) {
      List<String> targets = links.stream().map(link -> "usr" + link).toList();
      lines.add("ln -s " + Shell.quoteAll(targets) + " " + Shell.quote(root));
    }
    lines.add("ln -s /proc/self/fd " + Shell.quote(root + "/dev"));
    lines.add("echo root:x:0:0:root:/tmp:/bin/sh >" + Shell.quote(root + "/etc/passwd"));
    lines.add("echo root:x:0: >" + Shell.quote(root + "/etc/group"));
    lines.add("echo 127.0.0.1 localhost >" + Shell.quote(root + "/etc/hosts"));
    return lines;
  }

  private static List<String> outerTable(Cell cell, List<Path> outer) {
    String root = cell.root().toString();
    List<String> table = new ArrayList<>();
    for (String writable : List.of("/tmp", "/dev/shm")) {
      table.add(Mounts.line(root + writable, root + writable, "none", "bind,nosuid,nodev"));
    }
    table.add(Mounts.line("proc", root + "/proc", "proc", "ro,nosuid,nodev,noexec"));
    for (Path device : Mounts.devices()) {
      table.add(Mounts.line(device, root + device, "none", "bind"));
    }
    table.addAll(binds(root, outer));
    return table;
  }

  private static List<String> binds(String root, List<Path> paths) {
    return paths.stream()
        .map(path -> Mounts.line(path, root + path, "none", "rbind,ro,nosuid,nodev"))
        .toList();
  }

  /** A view of the folder that can be written to without a trace; else a read-only one. */
  private static String workingDirectory(String root, Path cwd) {
    String target = Shell.quote(root + cwd);
    String options =
        "userxattr,lowerdir=%s,upperdir=%s/.cow/upper,workdir=%s/.cow/work"
            .formatted(cwd, root, root);
    return "mount -t overlay -o "
        + Shell.quote(options)
        + " overlay "
        + target
        + " 2>/dev/null || mount -o bind,ro,nosuid,nodev "
        + Shell.quote(cwd)
        + " "
        + target;
  }

  private static List<Path> concat(List<Path> first, List<Path> second) {
    List<Path> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }
}
