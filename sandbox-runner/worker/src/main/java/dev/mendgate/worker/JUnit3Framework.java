package dev.mendgate.worker;

import java.lang.reflect.Modifier;
import java.util.Collections;
import junit.framework.AssertionFailedError;
import junit.framework.Test;
import junit.framework.TestCase;
import junit.framework.TestListener;
import junit.framework.TestResult;
import junit.framework.TestSuite;
import org.jspecify.annotations.Nullable;

/** Runs test cases of JUnit 3 where no newer JUnit is on the class path. */
final class JUnit3Framework implements TestFramework {
  private final Reporter reporter;

  JUnit3Framework(Reporter reporter) {
    this.reporter = reporter;
  }

  @Override
  public boolean run(Class<?> type, @Nullable String method) {
    if (!TestCase.class.isAssignableFrom(type) || Modifier.isAbstract(type.getModifiers())) {
      return false;
    }
    TestSuite chosen = choose(new TestSuite(type.asSubclass(TestCase.class)), method);
    if (chosen.testCount() == 0) {
      return false;
    }
    TestResult result = new TestResult();
    result.addListener(new Listener(reporter, type.getName()));
    chosen.run(result);
    return true;
  }

  private static TestSuite choose(TestSuite all, @Nullable String method) {
    TestSuite chosen = new TestSuite();
    for (Object test : Collections.list(all.tests())) {
      boolean wanted = method == null || (test instanceof TestCase c && method.equals(c.getName()));
      if (wanted && test instanceof Test runnable) {
        chosen.addTest(runnable);
      }
    }
    return chosen;
  }

  private static final class Listener implements TestListener {
    private final Reporter reporter;
    private final String className;
    private @Nullable Throwable thrown;

    Listener(Reporter reporter, String className) {
      this.reporter = reporter;
      this.className = className;
    }

    @Override
    public void startTest(Test test) {
      thrown = null;
      reporter.started(className, method(test));
    }

    @Override
    public void addError(Test test, Throwable error) {
      thrown = thrown == null ? error : thrown;
    }

    @Override
    public void addFailure(Test test, AssertionFailedError failure) {
      addError(test, failure);
    }

    @Override
    public void endTest(Test test) {
      if (thrown == null) {
        reporter.passed(className, method(test));
      } else {
        reporter.failed(className, method(test), thrown);
      }
    }

    /** A class without usable tests has one without a usable name. */
    private static String method(Test test) {
      String name = test instanceof TestCase testCase ? testCase.getName() : null;
      return name == null || name.equals("warning") ? Message.WHOLE_CLASS : name;
    }
  }
}
