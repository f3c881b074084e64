package dev.mendgate.gateway.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A repository made with the real git, one minute between commits. */
public final class ScratchRepository {
  private final Path root;
  private long clock = 1_600_000_000;

  private ScratchRepository(Path root) {
    this.root = root;
  }

  public static ScratchRepository in(Path root) {
    ScratchRepository repository = new ScratchRepository(root);
    repository.git("init", "-q", "-b", "main");
    return repository;
  }

  public Path root() {
    return root;
  }

  public ScratchRepository write(String path, String text) {
    return write(path, text.getBytes(StandardCharsets.UTF_8));
  }

  public ScratchRepository write(String path, byte[] bytes) {
    try {
      Path file = root.resolve(path);
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Commits everything and returns the commit's id. */
  public String commit(String message) {
    git("add", "-A");
    git("commit", "-q", "--allow-empty", "-m", message);
    return git("rev-parse", "HEAD").strip();
  }

  /** Runs git and returns what it printed; fails where git fails. */
  public String git(String... arguments) {
    return gitReading(new byte[0], arguments);
  }

  /** Runs git with something to read on its standard input; as {@link #git} otherwise. */
  public String gitReading(byte[] input, String... arguments) {
    List<String> command = new ArrayList<>(List.of("git", "-c", "core.autocrlf=false"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(root.toFile());
    clock += 60;
    builder.environment().putAll(identity(clock));
    try {
      Path asked = Files.createTempFile("git", ".in");
      Files.write(asked, input);
      Process process = builder.redirectErrorStream(true).redirectInput(asked.toFile()).start();
      Files.delete(asked);
      String output =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      if (process.waitFor() != 0) {
        throw new AssertionError(command + " failed: " + output);
      }
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static Map<String, String> identity(long time) {
    return Map.of(
        "GIT_AUTHOR_NAME", "Ada Writer",
        "GIT_AUTHOR_EMAIL", "ada@example.org",
        "GIT_AUTHOR_DATE", time + " +0200",
        "GIT_COMMITTER_NAME", "Cy Merger",
        "GIT_COMMITTER_EMAIL", "cy@example.org",
        "GIT_COMMITTER_DATE", time + " +0000",
        "GIT_CONFIG_NOSYSTEM", "1",
        "GIT_CONFIG_GLOBAL", "/dev/null");
  }
}
