package dev.mendgate.sandbox.build;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * A build tool's process: with a cleaned environment, a time limit, and nothing left behind when it
 * ends.
 */
final class BuildProcess {
  private static final int OUTPUT_CHARS = 1 << 20;
  private static final List<String> PASSED_ON =
      List.of(
          "PATH",
          "HOME",
          "MAVEN_OPTS",
          "MAVEN_ARGS",
          "http_proxy",
          "https_proxy",
          "no_proxy",
          "HTTP_PROXY",
          "HTTPS_PROXY",
          "NO_PROXY");
  private static final Pattern CREDENTIAL =
      Pattern.compile("(?i)(://)[^/@\\s]+@|((?:password|passphrase|token|secret)\\s*[=:]\\s*)\\S+");

  private final Path jdkHome;
  private final Duration limit;

  BuildProcess(Path jdkHome, Duration limit) {
    this.jdkHome = jdkHome;
    this.limit = limit;
  }

  /**
   * How a process ended.
   *
   * @param exit its exit code; -1 where it was killed
   * @param output standard output and error, without credentials, at most 1 Mi characters
   */
  record Ended(int exit, String output) {
    boolean well() {
      return exit == 0;
    }
  }

  /**
   * Runs a command to its end or the limit.
   *
   * @param line gets each line of output as it comes
   * @throws InterruptedException after the whole process tree is gone
   * @throws IOException where the command cannot be started
   */
  Ended run(List<String> command, Path directory, Consumer<String> line)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(environment());
    builder.redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")));
    Process process = builder.start();
    StringBuilder output = new StringBuilder();
    Thread reader = new Thread(() -> read(process, output, line), "build-output");
    reader.setDaemon(true);
    reader.start();
    try {
      boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
      if (!ended) {
        kill(process);
      }
      reader.join(TimeUnit.SECONDS.toMillis(5));
      String text = textOf(output);
      return ended
          ? new Ended(process.exitValue(), text)
          : new Ended(-1, text + "\n[ERROR] stopped after " + limit.toSeconds() + " s\n");
    } finally {
      kill(process);
    }
  }

  private Map<String, String> environment() {
    Map<String, String> environment = new TreeMap<>();
    for (String name : PASSED_ON) {
      String value = System.getenv(name);
      if (value != null) {
        environment.put(name, value);
      }
    }
    environment.put("JAVA_HOME", jdkHome.toString());
    environment.put("LC_ALL", "C.UTF-8");
    return environment;
  }

  private static void read(Process process, StringBuilder output, Consumer<String> line) {
    try (BufferedReader in = process.inputReader(StandardCharsets.UTF_8)) {
      for (String text = in.readLine(); text != null; text = in.readLine()) {
        String clean = clean(text);
        synchronized (output) {
          output.append(clean).append('\n');
          if (output.length() > OUTPUT_CHARS) {
            output.delete(0, output.length() - OUTPUT_CHARS / 2);
          }
        }
        line.accept(clean);
      }
    } catch (IOException | UncheckedIOException e) {
      return; // the process was killed: its output ends here
    }
  }

  static String clean(String line) {
    return CREDENTIAL
        .matcher(line.replaceAll("\\x1b\\[[0-9;]*m", ""))
        .replaceAll(
            m ->
                m.group(1) != null
                    ? "://***@"
                    : java.util.regex.Matcher.quoteReplacement(m.group(2)) + "***");
  }

  private static String textOf(StringBuilder output) {
    synchronized (output) {
      return output.toString();
    }
  }

  private static void kill(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
