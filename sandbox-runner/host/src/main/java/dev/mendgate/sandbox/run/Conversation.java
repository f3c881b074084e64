package dev.mendgate.sandbox.run;

import dev.mendgate.sandbox.run.TestResult.Status;
import dev.mendgate.sandbox.run.TestResult.Thrown;
import dev.mendgate.worker.Message;
import dev.mendgate.worker.Message.Ended;
import dev.mendgate.worker.Message.Failure;
import dev.mendgate.worker.Message.Finished;
import dev.mendgate.worker.Message.Ready;
import dev.mendgate.worker.Message.Reason;
import dev.mendgate.worker.Message.Started;
import dev.mendgate.worker.MessageReader;
import dev.mendgate.worker.MessageReader.ForgedMessageException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What one worker has said so far. */
final class Conversation implements Runnable {
  private final MessageReader reader;
  private final CountDownLatch over = new CountDownLatch(1);
  private final List<TestResult> results = new ArrayList<>();
  private boolean ready;
  private boolean forged;
  private @Nullable Reason reason;
  private @Nullable String currentClass;
  private @Nullable String currentTest;
  private @Nullable String lastFinished;

  Conversation(MessageReader reader) {
    this.reader = reader;
  }

  @Override
  public void run() {
    try {
      Message message = reader.next();
      while (message != null && hear(message)) {
        message = reader.next();
      }
    } catch (IOException closed) {
      // The process is gone; what it said before stands.
    } catch (ForgedMessageException e) {
      forge();
    } finally {
      over.countDown();
    }
  }

  /** Waits until the worker has said its last word, whatever that was. */
  boolean awaitEnd(long millis) throws InterruptedException {
    return over.await(millis, TimeUnit.MILLISECONDS);
  }

  synchronized boolean ready() {
    return ready;
  }

  synchronized boolean forged() {
    return forged;
  }

  /** Returns why the worker stopped, as it said; null where it did not say. */
  synchronized @Nullable Reason reason() {
    return reason;
  }

  synchronized List<TestResult> results() {
    return List.copyOf(results);
  }

  /** Returns what was running last; null where nothing was. */
  synchronized @Nullable String current() {
    return currentTest == null ? currentClass : currentTest;
  }

  private synchronized void forge() {
    forged = true;
  }

  private synchronized boolean hear(Message message) {
    if (message instanceof Ready) {
      ready = true;
    } else if (message instanceof Started started) {
      start(started);
    } else if (message instanceof Finished finished) {
      finish(finished);
    } else if (message instanceof Ended ended) {
      reason = ended.reason();
      return false;
    }
    return true;
  }

  private void start(Started started) {
    String id = started.className() + '#' + started.method();
    if (started.method().equals(Message.WHOLE_CLASS)) {
      currentClass = id;
      currentTest = null;
      return;
    }
    currentTest = id;
  }

  private void finish(Finished finished) {
    TestResult result =
        new TestResult(
            finished.className(),
            finished.method(),
            Status.valueOf(finished.outcome().name()),
            finished.millis(),
            thrown(finished.failure()),
            finished.probes());
    results.add(result);
    // A worker that stops over a failure names the culprit by its last result.
    currentTest = null;
    lastFinished = result.id();
  }

  /** Returns the test that ended last; null where none did. */
  synchronized @Nullable String lastFinished() {
    return lastFinished;
  }

  private static @Nullable Thrown thrown(@Nullable Failure failure) {
    if (failure == null) {
      return null;
    }
    return new Thrown(failure.type(), failure.message(), failure.frames(), thrown(failure.cause()));
  }
}
