package dev.mendgate.gateway.source.remote;

import dev.mendgate.gateway.source.IndexProgress;
import java.util.Locale;
import org.eclipse.jgit.lib.ProgressMonitor;

/**
 * Passes on how far a fetch is, once for each percent, and ends it where its thread is interrupted.
 * Titles come from the remote too, so they are cut to plain, short text.
 */
final class FetchProgress implements ProgressMonitor {
  private static final int MAX_TITLE = 60;

  private final IndexProgress progress;
  private String stage = "";
  private int total;
  private int done;
  private int told;

  FetchProgress(IndexProgress progress) {
    this.progress = progress;
  }

  @Override
  public void start(int totalTasks) {
    // Each task tells its own size.
  }

  @Override
  public void beginTask(String title, int totalWork) {
    String plain = title.replaceAll("[^ -~]", "?").strip().toLowerCase(Locale.ROOT);
    stage = "fetch: " + plain.substring(0, Math.min(plain.length(), MAX_TITLE));
    total = totalWork;
    done = 0;
    told = -1;
    tell();
  }

  @Override
  public void update(int completed) {
    done += completed;
    tell();
  }

  @Override
  public void endTask() {
    if (total != UNKNOWN && done < total) {
      done = total;
      tell();
    }
  }

  private void tell() {
    if (total == UNKNOWN) {
      return;
    }
    int percent = (int) Math.min(100, done * 100L / total);
    if (percent != told) {
      told = percent;
      progress.advanced(stage, Math.min(done, total), total);
    }
  }

  @Override
  public boolean isCancelled() {
    return Thread.currentThread().isInterrupted();
  }

  @Override
  public void showDuration(boolean enabled) {
    // Whoever listens has a clock.
  }
}
