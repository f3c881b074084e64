package dev.mendgate.sandbox.run;

import java.nio.file.Path;
import java.util.List;

/**
 * One isolated JVM's work.
 *
 * @param jdkHome JDK that runs the code under test
 * @param classpath folders and jars, first wins; readable in the sandbox, never writable
 * @param tests what to run, in order
 * @param workingDirectory module folder, readable in the sandbox; the JVM's working directory is a
 *     writable copy-on-write or read-only view of it, as the isolation allows
 * @param jvmFlags flags the project's own tests need
 * @param limits what the worker may use up
 */
public record WorkerRequest(
    Path jdkHome,
    List<Path> classpath,
    List<TestSelector> tests,
    Path workingDirectory,
    List<String> jvmFlags,
    Limits limits) {
  public WorkerRequest {
    classpath = List.copyOf(classpath);
    tests = List.copyOf(tests);
    jvmFlags = List.copyOf(jvmFlags);
  }
}
