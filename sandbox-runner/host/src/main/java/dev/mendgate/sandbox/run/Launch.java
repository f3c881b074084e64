package dev.mendgate.sandbox.run;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Starts an enclosed command in a session of its own, with nothing of the host's environment. */
final class Launch {
  private static final String SEARCH_PATH = "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin";
  private static final int BLOCKS_PER_MEBIBYTE = 2048;
  private static final List<String> KEPT = List.of("LANG", "LC_ALL", "TZ");

  private Launch() {}

  /**
   * Starts it. Standard output carries what the command writes to descriptor 3, standard error its
   * output. It dies with the calling thread, so that a host that is killed leaves nothing behind.
   *
   * @param home home and temporary folder, as the command sees it
   */
  static Process start(
      Enclosure enclosure, Cell cell, ControlGroup group, Inmate inmate, Path jdkHome, String home)
      throws IOException {
    List<String> script = new ArrayList<>(group.join());
    script.add("ulimit -c 0");
    script.add("ulimit -f " + (long) inmate.limits().diskMebibytes() * BLOCKS_PER_MEBIBYTE);
    script.add(enclosure.enter(cell, inmate));
    Path file = cell.write("launch.sh", script);
    ProcessBuilder builder = new ProcessBuilder(command(file));
    builder.directory(new File("/"));
    Map<String, String> environment = builder.environment();
    environment.clear();
    KEPT.stream()
        .filter(name -> System.getenv(name) != null)
        .forEach(name -> environment.put(name, System.getenv(name)));
    environment.putIfAbsent("LANG", "C.UTF-8");
    environment.put("PATH", SEARCH_PATH);
    environment.put("JAVA_HOME", jdkHome.toString());
    environment.put("HOME", home);
    environment.put("TMPDIR", home);
    return builder.start();
  }

  private static List<String> command(Path script) {
    List<String> command = new ArrayList<>();
    if (isInstalled("setsid")) {
      command.add("setsid");
    }
    if (isInstalled("setpriv")) {
      command.addAll(List.of("setpriv", "--pdeathsig", "KILL"));
    }
    command.addAll(List.of("sh", script.toString()));
    return command;
  }

  /** Returns whether a program is on the path that {@link #start} uses. */
  static boolean isInstalled(String program) {
    for (String folder : SEARCH_PATH.split(":")) {
      if (Files.isExecutable(Path.of(folder, program))) {
        return true;
      }
    }
    return false;
  }
}
