package dev.mendgate.worker;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;
import org.junit.Test;
import org.junit.runner.Description;
import org.junit.runner.Request;
import org.junit.runner.RunWith;
import org.junit.runner.manipulation.Filter;
import org.junit.runner.notification.RunNotifier;

/** Runs classes of JUnit 4, and of JUnit 3 where JUnit 4 is there to run them. */
final class JUnit4Framework implements TestFramework {
  private final Reporter reporter;

  JUnit4Framework(Reporter reporter) {
    this.reporter = reporter;
  }

  @Override
  public boolean run(Class<?> type, @Nullable String method) {
    if (!hasTests(type)) {
      return false;
    }
    Request request = Request.aClass(type);
    if (method != null) {
      request = request.filterWith(new ByMethodName(method));
    }
    RunNotifier notifier = new RunNotifier();
    notifier.addListener(new JUnit4Listener(reporter));
    request.getRunner().run(notifier);
    return true;
  }

  private static boolean hasTests(Class<?> type) {
    if (type.isAnnotationPresent(RunWith.class)) {
      return true;
    }
    if (Modifier.isAbstract(type.getModifiers())) {
      return false;
    }
    return junit.framework.TestCase.class.isAssignableFrom(type) || hasTestMethod(type);
  }

  private static boolean hasTestMethod(Class<?> type) {
    for (Class<?> owner = type; owner != null; owner = owner.getSuperclass()) {
      for (Method method : owner.getDeclaredMethods()) {
        if (method.isAnnotationPresent(Test.class) || isSuite(method)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isSuite(Method method) {
    return method.getName().equals("suite")
        && Modifier.isStatic(method.getModifiers())
        && method.getParameterCount() == 0;
  }

  /** Keeps all runs of a method, such as {@code m[0]} and {@code m[1]} of {@code m}. */
  private static final class ByMethodName extends Filter {
    private final String name;

    ByMethodName(String name) {
      this.name = name;
    }

    @Override
    public boolean shouldRun(Description description) {
      if (!description.isTest()) {
        return description.getChildren().stream().anyMatch(this::shouldRun);
      }
      String method = description.getMethodName();
      return method != null && (method.equals(name) || method.startsWith(name + '['));
    }

    @Override
    public String describe() {
      return "method " + name;
    }
  }
}
