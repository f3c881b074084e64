package dev.mendgate.sandbox.judge;

import dev.mendgate.sandbox.ValidationSession;
import dev.mendgate.sandbox.build.PreparedProject;
import dev.mendgate.sandbox.run.Worker;
import java.io.IOException;
import java.nio.file.Files;
import java.util.function.Consumer;

/** Opens sessions. */
public final class ValidationSessions {
  private ValidationSessions() {}

  /**
   * Opens a session with a scratch folder of its own, which closing it deletes.
   *
   * @param progress gets a line now and then that a user may see; called from several threads
   * @throws IOException where there is no room for scratch files
   */
  public static ValidationSession open(
      PreparedProject project, Worker worker, Budget budget, Consumer<String> progress)
      throws IOException {
    return new ForkedValidationSession(
        project, worker, budget, progress, Files.createTempDirectory("mendgate-session-"));
  }
}
