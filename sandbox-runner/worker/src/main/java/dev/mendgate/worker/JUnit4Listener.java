package dev.mendgate.worker;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.runner.Description;
import org.junit.runner.notification.Failure;
import org.junit.runner.notification.RunListener;

/** Passes on what JUnit 4 says. */
final class JUnit4Listener extends RunListener {
  private final Reporter reporter;
  private final Map<Description, Ending> running = new HashMap<>();

  JUnit4Listener(Reporter reporter) {
    this.reporter = reporter;
  }

  @Override
  public void testStarted(Description test) {
    running.put(test, new Ending());
    reporter.started(test.getClassName(), method(test));
  }

  @Override
  public void testFailure(Failure failure) {
    Ending ending = running.get(failure.getDescription());
    if (ending == null) {
      Description test = failure.getDescription();
      reporter.failed(test.getClassName(), method(test), failure.getException());
    } else if (ending.thrown == null) {
      ending.thrown = failure.getException();
    }
  }

  @Override
  public void testAssumptionFailure(Failure failure) {
    Ending ending = running.get(failure.getDescription());
    if (ending == null) {
      testIgnored(failure.getDescription());
      return;
    }
    ending.skipped = true;
  }

  @Override
  public void testIgnored(Description test) {
    if (test.isTest()) {
      reporter.skipped(test.getClassName(), method(test));
      return;
    }
    test.getChildren().forEach(this::testIgnored);
  }

  @Override
  public void testFinished(Description test) {
    Ending ending = running.remove(test);
    if (ending == null) {
      return;
    }
    if (ending.thrown != null) {
      reporter.failed(test.getClassName(), method(test), ending.thrown);
    } else if (ending.skipped) {
      reporter.skipped(test.getClassName(), method(test));
    } else {
      reporter.passed(test.getClassName(), method(test));
    }
  }

  /** JUnit invents a method {@code initializationError} where it cannot use the class. */
  private static String method(Description test) {
    String method = test.getMethodName();
    return method == null || method.equals("initializationError") ? Message.WHOLE_CLASS : method;
  }

  private static final class Ending {
    private @Nullable Throwable thrown;
    private boolean skipped;
  }
}
