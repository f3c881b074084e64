package dev.mendgate.worker;

import java.util.Optional;
import java.util.Set;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Passes on what the JUnit Platform says. */
final class PlatformListener implements TestExecutionListener {
  private final Reporter reporter;
  private final TestPlan plan;
  private final String fallbackClass;

  PlatformListener(Reporter reporter, TestPlan plan, String fallbackClass) {
    this.reporter = reporter;
    this.plan = plan;
    this.fallbackClass = fallbackClass;
  }

  @Override
  public void executionStarted(TestIdentifier id) {
    if (id.isTest()) {
      reporter.started(className(id), method(id));
    }
  }

  @Override
  public void executionFinished(TestIdentifier id, TestExecutionResult result) {
    switch (result.getStatus()) {
      case FAILED -> reporter.failed(className(id), method(id), thrown(result));
      case ABORTED -> skip(id);
      case SUCCESSFUL -> {
        if (id.isTest()) {
          reporter.passed(className(id), method(id));
        }
      }
    }
  }

  @Override
  public void executionSkipped(TestIdentifier id, String reason) {
    skip(id);
  }

  /** A skipped class stands for its tests, which the platform does not mention. */
  private void skip(TestIdentifier id) {
    Set<TestIdentifier> children = plan.getChildren(id);
    if (id.isTest() || children.isEmpty()) {
      reporter.skipped(className(id), method(id));
      return;
    }
    children.forEach(this::skip);
  }

  private static Throwable thrown(TestExecutionResult result) {
    return result
        .getThrowable()
        .orElseGet(() -> new IllegalStateException("Failed without an exception"));
  }

  private String className(TestIdentifier id) {
    Optional<TestIdentifier> current = Optional.of(id);
    while (current.isPresent()) {
      TestSource source = current.get().getSource().orElse(null);
      if (source instanceof MethodSource method) {
        return method.getClassName();
      }
      if (source instanceof ClassSource type) {
        return type.getClassName();
      }
      current = plan.getParent(current.get());
    }
    return fallbackClass;
  }

  /** The name that reports use: {@code m}, {@code m(int)} or {@code m(int)[2]}. */
  private static String method(TestIdentifier id) {
    TestSource source = id.getSource().orElse(null);
    if (!id.isTest() && !(source instanceof MethodSource)) {
      return Message.WHOLE_CLASS;
    }
    return id.getLegacyReportingName().replace("()", "");
  }
}
