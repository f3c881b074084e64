package dev.mendgate.sandbox.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Namespaces entered with bubblewrap, for machines that allow them to it alone. The working
 * directory is read-only here. So is {@code /proc}: to the kernel, a host that runs as root stays
 * root within, and could otherwise set kernel parameters.
 */
final class BubblewrapEnclosure implements Enclosure {
  @Override
  public String layers() {
    return "bwrap:user,mount,pid,net,ipc,uts,cgroup";
  }

  @Override
  public boolean sharesFiles() {
    return false;
  }

  @Override
  public String enter(Cell cell, Inmate inmate) throws IOException {
    Mounts mounts = Mounts.of(inmate);
    List<String> words = new ArrayList<>(List.of("--unshare-all", "--unshare-user"));
    words.addAll(List.of("--disable-userns", "--die-with-parent", "--cap-drop", "ALL"));
    words.addAll(List.of("--proc", "/proc", "--dev", "/dev"));
    String bytes = Long.toString((long) inmate.limits().diskMebibytes() << 20);
    for (String writable : List.of("/tmp", "/dev/shm")) {
      words.addAll(List.of("--size", bytes, "--tmpfs", writable));
    }
    Mounts.links().forEach(link -> words.addAll(List.of("--symlink", "usr" + link, "" + link)));
    mounts.outside().forEach(path -> words.addAll(bind(path)));
    words.addAll(bind(inmate.workingDirectory()));
    mounts.inside().forEach(path -> words.addAll(bind(path)));
    words.addAll(List.of("--remount-ro", "/dev", "--remount-ro", "/proc", "--remount-ro", "/"));
    words.addAll(List.of("--chdir", inmate.workingDirectory().toString()));
    return "exec bwrap " + Shell.quoteAll(words) + " " + Shell.supervise(inmate);
  }

  private static List<String> bind(Path path) {
    return List.of("--ro-bind", path.toString(), path.toString());
  }
}
