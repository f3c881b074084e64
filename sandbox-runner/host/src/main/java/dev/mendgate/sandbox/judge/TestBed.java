package dev.mendgate.sandbox.judge;

import dev.mendgate.sandbox.build.PreparedProject;
import dev.mendgate.sandbox.build.PreparedProject.Module;
import dev.mendgate.sandbox.run.Limits;
import dev.mendgate.sandbox.run.TestSelector;
import dev.mendgate.sandbox.run.Worker;
import dev.mendgate.sandbox.run.WorkerRequest;
import dev.mendgate.sandbox.run.WorkerResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Runs tests of one module, with or without overlays; every run has a JVM of its own. */
final class TestBed {
  private static final String WITH_TRACES = "-XX:-OmitStackTraceInFastThrow";

  private final PreparedProject project;
  private final Module module;
  private final Worker worker;
  private final Limits limits;

  TestBed(PreparedProject project, Module module, Worker worker, Limits limits) {
    this.project = project;
    this.module = module;
    this.worker = worker;
    this.limits = limits;
  }

  Module module() {
    return module;
  }

  /** Runs within the usual time. */
  WorkerResult run(List<Path> overlays, List<TestSelector> tests) {
    return run(overlays, tests, limits.wallClock());
  }

  /**
   * Runs tests.
   *
   * @param overlays folders that go before the module's own classes
   * @param wallClock cut to what the limits allow
   */
  WorkerResult run(List<Path> overlays, List<TestSelector> tests, Duration wallClock) {
    List<Path> classpath = new ArrayList<>(overlays);
    classpath.addAll(module.baseline());
    List<String> flags = new ArrayList<>(module.jvmFlags());
    flags.add(WITH_TRACES);
    Duration time = wallClock.compareTo(limits.wallClock()) < 0 ? wallClock : limits.wallClock();
    Limits within =
        new Limits(
            time,
            limits.heapMebibytes(),
            limits.memoryMebibytes(),
            limits.processes(),
            limits.outputBytes(),
            limits.diskMebibytes());
    return worker.run(
        new WorkerRequest(project.jdkHome(), classpath, tests, module.directory(), flags, within));
  }

  static List<TestSelector> classes(List<String> names) {
    return names.stream().map(name -> new TestSelector(name, null)).toList();
  }
}
