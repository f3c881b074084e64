package dev.mendgate.gateway.suggest;

import dev.mendgate.fixer.edit.FileEdit;
import dev.mendgate.gateway.source.TreeExport;
import dev.mendgate.gateway.suggest.LocateOutcome.Located;
import dev.mendgate.sandbox.ValidationSession;
import dev.mendgate.sandbox.build.BuildOutcome;
import dev.mendgate.sandbox.build.BuildRequest;
import dev.mendgate.sandbox.build.PreparedProject;
import dev.mendgate.sandbox.build.ProjectBuild;
import dev.mendgate.sandbox.judge.Budget;
import dev.mendgate.sandbox.judge.ValidationSessions;
import dev.mendgate.sandbox.run.Worker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The sandbox runner on this machine. A commit is exported and built once; its build is kept in the
 * data folder for the next failure of the same commit.
 */
public final class ForkedSandbox implements Sandbox {
  private static final int LOCKS = 64;

  private final BuildFolders folders;
  private final Worker worker;
  private final Budget budget;
  private final BuildRequest.@Nullable ExplicitBuild explicit;

  /**
   * One lock for each share of the commits: builds of different ones seldom wait for each other.
   */
  private final List<ReentrantLock> building =
      Stream.generate(ReentrantLock::new).limit(LOCKS).toList();

  /**
   * Runs on this machine.
   *
   * @param folders where builds are kept
   * @param explicit how to compile without a build tool; null to find the project's own build
   */
  public ForkedSandbox(
      BuildFolders folders,
      Worker worker,
      Budget budget,
      BuildRequest.@Nullable ExplicitBuild explicit) {
    this.folders = folders;
    this.worker = worker;
    this.budget = budget;
    this.explicit = explicit;
  }

  @Override
  public BuildOutcome prepare(
      Located located, List<Candidate> candidates, SuggestionListener listener) {
    List<String> focus =
        candidates.stream()
            .flatMap(candidate -> candidate.fix().edits().stream())
            .map(FileEdit::path)
            .distinct()
            .toList();
    ReentrantLock ofCommit = building.get(Math.floorMod(located.headCommit().hashCode(), LOCKS));
    try {
      ofCommit.lockInterruptibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new BuildOutcome.Failed("the build was cancelled", "");
    }
    try {
      return build(located, focus, listener);
    } catch (IOException e) {
      return new BuildOutcome.Failed("the build cannot be kept: " + e.getMessage(), "");
    } finally {
      ofCommit.unlock();
    }
  }

  /** Holds a file lock too: another process may build the same commit. */
  private BuildOutcome build(Located located, List<String> focus, SuggestionListener listener)
      throws IOException {
    BuildFolders.Build build = folders.of(located.headCommit());
    try (FileChannel channel =
            FileChannel.open(
                build.lockFile(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      if (!build.exported()) {
        build.clear();
        TreeExport.Result exported =
            TreeExport.write(located.repository(), located.headCommit(), build.tree());
        exported.skipped().forEach(skipped -> listener.progress("prepare", skipped, 0, 0));
        Files.createFile(build.exportedMark());
      }
      return new ProjectBuild()
          .prepare(
              new BuildRequest(build.tree(), focus, explicit),
              line -> listener.progress("prepare", line, 0, 0));
    }
  }

  @Override
  public ValidationSession open(PreparedProject project, SuggestionListener listener) {
    try {
      return ValidationSessions.open(
          project, worker, budget, line -> listener.progress("validate", line, 0, 0));
    } catch (IOException e) {
      throw new UncheckedIOException("there is no room for the sandbox's scratch files", e);
    }
  }
}
