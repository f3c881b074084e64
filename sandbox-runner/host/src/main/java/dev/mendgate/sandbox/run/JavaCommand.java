package dev.mendgate.sandbox.run;

import dev.mendgate.worker.WorkerMain;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The command line of a worker. */
final class JavaCommand {
  private JavaCommand() {}

  /** Returns where the worker's own classes lie: a jar or a folder. */
  static Path workerClasses() {
    try {
      return Path.of(WorkerMain.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("The worker's classes have no usable location", e);
    }
  }

  /**
   * Puts it together.
   *
   * @param home home and temporary folder, as the worker sees it
   */
  static List<String> of(WorkerRequest request, String home) {
    List<String> command = new ArrayList<>();
    command.add(request.jdkHome().resolve("bin/java").toString());
    if (request.jvmFlags().stream().noneMatch(JavaCommand::choosesCollector)) {
      command.add("-XX:+UseSerialGC");
    }
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xshare:auto", "-XX:-UsePerfData"));
    command.add("-Djava.awt.headless=true");
    request.jvmFlags().stream().filter(flag -> !setsHeap(flag)).forEach(command::add);
    command.add("-Xmx" + request.limits().heapMebibytes() + "m");
    command.add("-XX:-CreateCoredumpOnCrash");
    command.add("-XX:ErrorFile=" + home + "/hs_err.log");
    command.add("-Djava.io.tmpdir=" + home);
    command.add("-Duser.home=" + home);
    command.addAll(List.of("-cp", classpath(request), WorkerMain.class.getName()));
    return command;
  }

  private static String classpath(WorkerRequest request) {
    List<Path> entries = new ArrayList<>(List.of(workerClasses()));
    entries.addAll(request.classpath());
    return entries.stream()
        .map(entry -> entry.toAbsolutePath().normalize().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static boolean choosesCollector(String flag) {
    return flag.matches("-XX:\\+Use\\w*GC");
  }

  private static boolean setsHeap(String flag) {
    return flag.matches("-Xm[xsn].*|-XX:(Max|Initial|Min)HeapSize=.*|-XX:(Max|Initial)RAM.*");
  }
}
