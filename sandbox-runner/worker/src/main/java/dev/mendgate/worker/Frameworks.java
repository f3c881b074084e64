package dev.mendgate.worker;

import dev.mendgate.worker.Order.Target;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The test frameworks of the project's class path, in the order they are asked: JUnit Platform,
 * JUnit 4, JUnit 3.
 */
final class Frameworks {
  private final Reporter reporter;
  private final List<TestFramework> present;

  Frameworks(Reporter reporter, List<TestFramework> present) {
    this.reporter = reporter;
    this.present = present;
  }

  static Frameworks onClassPath(Reporter reporter) {
    List<TestFramework> present = new ArrayList<>();
    if (isPresent("org.junit.platform.launcher.core.LauncherFactory")
        && PlatformFramework.hasEngine()) {
      present.add(new PlatformFramework(reporter));
    }
    if (isPresent("org.junit.runner.Request")) {
      present.add(new JUnit4Framework(reporter));
    } else if (isPresent("junit.framework.TestSuite")) {
      present.add(new JUnit3Framework(reporter));
    }
    return new Frameworks(reporter, present);
  }

  /** Runs one target; whatever goes wrong is reported as a failure of its class. */
  void run(Target target) {
    String className = target.className();
    reporter.started(className, Message.WHOLE_CLASS);
    try {
      Class<?> type = Class.forName(className, false, ClassLoader.getSystemClassLoader());
      if (present.stream().noneMatch(framework -> framework.run(type, target.method()))) {
        notFound(className, target.method());
      }
    } catch (Throwable thrown) {
      reporter.currentFailed(className, thrown);
    }
  }

  private void notFound(String className, @Nullable String method) {
    if (present.isEmpty()) {
      String need =
          "No JUnit Platform with launcher and engine, JUnit 4 or JUnit 3 on the class path";
      reporter.failed(className, Message.WHOLE_CLASS, new IllegalStateException(need));
    } else if (method != null) {
      String missing = "No test " + method + " in " + className;
      reporter.failed(className, Message.WHOLE_CLASS, new NoSuchMethodException(missing));
    } else {
      reporter.skipped(className, Message.WHOLE_CLASS);
    }
  }

  private static boolean isPresent(String className) {
    try {
      Class.forName(className, false, ClassLoader.getSystemClassLoader());
      return true;
    } catch (ClassNotFoundException | LinkageError absent) {
      return false;
    }
  }
}
