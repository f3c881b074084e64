package dev.mendgate.gateway.source.blame;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs git without anybody's settings. */
final class GitProcess {
  private GitProcess() {}

  /** Returns what the command printed; fails where it fails. */
  static byte[] run(Path folder, byte[] input, List<String> command) {
    Path in = folder.resolve("input");
    Path out = folder.resolve("output");
    try {
      Files.write(in, input);
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectInput(in.toFile())
              .redirectOutput(out.toFile())
              .redirectError(ProcessBuilder.Redirect.INHERIT);
      builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
      builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
      builder.environment().put("GIT_DIR", ".");
      int status = builder.start().waitFor();
      assertEquals(0, status, () -> String.join(" ", command) + " in " + folder);
      return Files.readAllBytes(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
