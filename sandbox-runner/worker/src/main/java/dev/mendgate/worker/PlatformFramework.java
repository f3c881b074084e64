package dev.mendgate.worker;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs what the JUnit Platform finds; keeps to what its versions 1.4 to 6 have in common. */
final class PlatformFramework implements TestFramework {
  private final Reporter reporter;
  private final Launcher launcher = LauncherFactory.create();

  PlatformFramework(Reporter reporter) {
    this.reporter = reporter;
  }

  static boolean hasEngine() {
    return ServiceLoader.load(TestEngine.class).iterator().hasNext();
  }

  @Override
  public boolean run(Class<?> type, @Nullable String method) {
    List<DiscoverySelector> selectors = selectors(type, method);
    if (selectors.isEmpty()) {
      return false;
    }
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selectors)
            .configurationParameter("junit.jupiter.execution.parallel.enabled", "false")
            .configurationParameter("junit.platform.stacktrace.pruning.enabled", "false")
            .build();
    TestPlan plan = launcher.discover(request);
    if (!plan.containsTests()) {
      return false;
    }
    launcher.execute(plan, new PlatformListener(reporter, plan, type.getName()));
    return true;
  }

  /** Methods are looked up by name, as parameters are not part of the order. */
  private static List<DiscoverySelector> selectors(Class<?> type, @Nullable String name) {
    if (name == null) {
      return List.of(DiscoverySelectors.selectClass(type));
    }
    List<DiscoverySelector> selectors = new ArrayList<>();
    for (Class<?> owner = type; owner != null; owner = owner.getSuperclass()) {
      for (Method method : owner.getDeclaredMethods()) {
        if (method.getName().equals(name) && !method.isBridge() && !method.isSynthetic()) {
          selectors.add(DiscoverySelectors.selectMethod(type, method));
        }
      }
    }
    for (Method method : type.getMethods()) {
      if (method.getName().equals(name) && method.isDefault()) {
        selectors.add(DiscoverySelectors.selectMethod(type, method));
      }
    }
    return selectors;
  }
}
