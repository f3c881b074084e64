package dev.mendgate.gateway.cli.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs Maven quietly in a folder. */
record MavenCall(Path folder) {
  /**
   * @throws IOException with the end of Maven's output where it fails
   */
  void run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("mvn", "-B", "-q", "-ntp"));
    command.addAll(List.of(arguments));
    Process maven =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    maven.getOutputStream().close();
    try {
      String output = new String(maven.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (maven.waitFor() != 0) {
        throw new IOException(
            "Maven could not resolve the demo's library; is a repository reachable? It said:\n"
                + output.substring(Math.max(0, output.length() - 2000)));
      }
    } finally {
      maven.destroy();
    }
  }
}
