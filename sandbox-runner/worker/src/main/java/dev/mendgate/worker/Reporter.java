package dev.mendgate.worker;

import dev.mendgate.worker.Message.Ended;
import dev.mendgate.worker.Message.Failure;
import dev.mendgate.worker.Message.Finished;
import dev.mendgate.worker.Message.Outcome;
import dev.mendgate.worker.Message.Reason;
import dev.mendgate.worker.Message.Started;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Tells the host what happens to each test, and stops the worker where it cannot go on. */
final class Reporter {
  private final MessageWriter writer;
  private final Exhaustion exhaustion;
  private @Nullable Started running;
  private long startedAt;
  private boolean ended;

  Reporter(MessageWriter writer, Exhaustion exhaustion) {
    this.writer = writer;
    this.exhaustion = exhaustion;
  }

  synchronized void started(String className, String method) {
    running = new Started(className, method);
    Probe.drain();
    send(running);
    startedAt = System.nanoTime();
  }

  void passed(String className, String method) {
    finished(className, method, Outcome.PASSED, null);
  }

  void skipped(String className, String method) {
    finished(className, method, Outcome.SKIPPED, null);
  }

  /** Reports a failure; ends the worker where it came of an exhausted resource. */
  void failed(String className, String method, Throwable thrown) {
    Reason reason = exhaustion.of(thrown);
    finished(className, method, Outcome.FAILED, FailureText.of(thrown));
    if (reason != Reason.DONE) {
      end(reason);
    }
  }

  /** Reports what no framework caught: of the test that runs, else of the class. */
  void currentFailed(String className, Throwable thrown) {
    Started current;
    synchronized (this) {
      current = running;
    }
    if (current == null) {
      failed(className, Message.WHOLE_CLASS, thrown);
      return;
    }
    failed(current.className(), current.method(), thrown);
  }

  /** Says the last word and ends the JVM, whatever threads and shutdown hooks are left. */
  void end(Reason reason) {
    synchronized (this) {
      if (!ended) {
        ended = true;
        send(new Ended(reason));
      }
    }
    Runtime.getRuntime().halt(0);
  }

  private synchronized void finished(
      String className, String method, Outcome outcome, @Nullable Failure failure) {
    boolean wasRunning =
        running != null && running.className().equals(className) && running.method().equals(method);
    long millis = wasRunning ? TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startedAt) : 0;
    List<Integer> probes = Probe.drain();
    running = wasRunning ? null : running;
    send(new Finished(className, method, outcome, millis, failure, probes));
  }

  private void send(Message message) {
    try {
      writer.send(message);
    } catch (IOException hostIsGone) {
      Runtime.getRuntime().halt(1);
    }
  }
}
