package dev.mendgate.fixer.reproduce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mendgate.fixer.MemorySource;
import dev.mendgate.fixer.Reproducer;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.runner.JUnitCore;
import org.junit.runner.Request;
import org.junit.runner.Result;

/** Compiles a generated test with the code it tests, and runs it with the framework it is for. */
final class GeneratedTest {
  private GeneratedTest() {}

  /** Returns what the test failed with, empty where it passed. */
  static Optional<Throwable> run(Map<String, String> files, Reproducer reproducer) {
    Map<String, String> all = new LinkedHashMap<>(files);
    assertEquals(null, all.put(reproducer.path(), reproducer.source()), "path is taken");
    try {
      Class<?> test = new Memory(compile(all)).loadClass(reproducer.className());
      return reproducer.source().contains("org.junit.jupiter")
          ? onPlatform(test, reproducer.method())
          : onJUnit4(test, reproducer.method());
    } catch (ClassNotFoundException absent) {
      throw new AssertionError(reproducer.source(), absent);
    }
  }

  private static Optional<Throwable> onPlatform(Class<?> test, String method) {
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(DiscoverySelectors.selectMethod(test, method))
            .build();
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    LauncherFactory.create().execute(request, listener);
    assertEquals(1, listener.getSummary().getTestsStartedCount());
    return listener.getSummary().getFailures().stream().map(f -> f.getException()).findFirst();
  }

  private static Optional<Throwable> onJUnit4(Class<?> test, String method) {
    Result result = new JUnitCore().run(Request.method(test, method));
    assertEquals(1, result.getRunCount());
    return result.getFailures().stream().map(f -> f.getException()).findFirst();
  }

  private static Map<String, ByteArrayOutputStream> compile(Map<String, String> files) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    List<JavaFileObject> units = new ArrayList<>();
    files.forEach((path, text) -> units.add(new MemorySource(path, text)));
    Map<String, ByteArrayOutputStream> classes = new HashMap<>();
    JavaFileManager manager =
        new Collecting(compiler.getStandardFileManager(found, null, null), classes);
    List<String> options =
        List.of("-proc:none", "-g", "-classpath", System.getProperty("java.class.path"));
    boolean compiled = compiler.getTask(null, manager, found, options, null, units).call();
    assertTrue(compiled, () -> found.getDiagnostics() + "\n" + String.join("\n", files.values()));
    return classes;
  }

  private static final class Memory extends ClassLoader {
    private final Map<String, ByteArrayOutputStream> classes;

    Memory(Map<String, ByteArrayOutputStream> classes) {
      super(GeneratedTest.class.getClassLoader());
      this.classes = classes;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      ByteArrayOutputStream bytes = classes.get(name);
      if (bytes == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, bytes.toByteArray(), 0, bytes.size());
    }
  }

  private static final class Collecting extends ForwardingJavaFileManager<JavaFileManager> {
    private final Map<String, ByteArrayOutputStream> classes;

    Collecting(JavaFileManager manager, Map<String, ByteArrayOutputStream> classes) {
      super(manager);
      this.classes = classes;
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
      return new SimpleJavaFileObject(URI.create("memory:///" + className + kind.extension), kind) {
        @Override
        public OutputStream openOutputStream() {
          return classes.computeIfAbsent(className, name -> new ByteArrayOutputStream());
        }
      };
    }
  }
}
