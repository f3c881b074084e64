package dev.mendgate.gateway.source.remote;

import dev.mendgate.gateway.source.SourceException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jgit.transport.URIish;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a program for the credentials of a host, as git does: attributes on its input, attributes on
 * its output, one on a line as {@code name=value}. Secrets are in the pipe alone; what the program
 * says on standard error is dropped, since it may repeat them.
 *
 * @see <a href="https://git-scm.com/docs/git-credential#IOFMT">git-credential, input/output
 *     format</a>
 */
final class CredentialHelper {
  private static final Logger LOG = LoggerFactory.getLogger(CredentialHelper.class);
  private static final int MAX_ANSWER_BYTES = 64 << 10;

  private final List<String> command;
  private final Duration patience;

  /**
   * Asks a program.
   *
   * @param command program and arguments, run without a shell
   * @param patience how long it may think
   */
  CredentialHelper(List<String> command, Duration patience) {
    this.command = List.copyOf(command);
    this.patience = patience;
  }

  /**
   * Returns what the program knows about a host; empty where it has nothing, fails or takes too
   * long.
   *
   * @throws SourceException where it cannot be started
   */
  Optional<HostCredentials.Login> ask(URIish uri) {
    String host = uri.getHost() + (uri.getPort() > 0 ? ":" + uri.getPort() : "");
    if (host.chars().anyMatch(c -> c < 0x20 || c == 0x7f)) {
      // It would smuggle attributes of its own to the program.
      return Optional.empty();
    }
    Process process = start();
    try (OutputStream in = process.getOutputStream()) {
      CompletableFuture<byte[]> answer = CompletableFuture.supplyAsync(() -> read(process));
      in.write(
          ("protocol=" + uri.getScheme() + "\nhost=" + host + "\n\n")
              .getBytes(StandardCharsets.UTF_8));
      in.close();
      byte[] bytes = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS) && process.exitValue() == 0
          ? login(bytes)
          : without("it failed");
    } catch (IOException | ExecutionException | TimeoutException e) {
      return without(e instanceof TimeoutException ? "it took too long" : "it ended early");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private Process start() {
    ProcessBuilder builder = new ProcessBuilder(command);
    // Nobody is there to answer a prompt.
    builder.environment().put("GIT_TERMINAL_PROMPT", "0");
    builder.environment().remove("GIT_ASKPASS");
    builder.environment().remove("SSH_ASKPASS");
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    try {
      return builder.start();
    } catch (IOException e) {
      throw new SourceException(
          "cannot start the credential helper "
              + command.get(0)
              + "; check --git-credential-helper",
          e);
    }
  }

  private static byte[] read(Process process) {
    try (InputStream out = process.getInputStream()) {
      return out.readNBytes(MAX_ANSWER_BYTES);
    } catch (IOException e) {
      return new byte[0];
    }
  }

  private static Optional<HostCredentials.Login> login(byte[] answer) {
    Map<String, String> attributes = new HashMap<>();
    new String(answer, StandardCharsets.UTF_8)
        .lines()
        .filter(line -> line.indexOf('=') > 0)
        .forEach(
            line ->
                attributes.put(
                    line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1)));
    String user = attributes.getOrDefault("username", "");
    String secret = attributes.getOrDefault("password", "");
    return secret.isEmpty()
        ? Optional.empty()
        : Optional.of(new HostCredentials.Login(user, secret));
  }

  private Optional<HostCredentials.Login> without(String reason) {
    LOG.warn("No answer from the credential helper {}: {}", command.get(0), reason);
    return Optional.empty();
  }
}
