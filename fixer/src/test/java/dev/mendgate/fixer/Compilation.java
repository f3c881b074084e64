package dev.mendgate.fixer;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles texts in memory, against the JDK alone, and forgets the classes. */
public final class Compilation {
  private Compilation() {}

  /** Fails the test where these texts by their path do not compile together. */
  public static void assertCompiles(Map<String, String> files) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    List<JavaFileObject> units =
        files.entrySet().stream()
            .filter(file -> file.getKey().endsWith(".java"))
            .map(file -> (JavaFileObject) new MemorySource(file.getKey(), file.getValue()))
            .toList();
    boolean compiled =
        compiler
            .getTask(
                null,
                new Forgetting(compiler.getStandardFileManager(found, null, null)),
                found,
                List.of("-proc:none", "-Xlint:none"),
                null,
                units)
            .call();
    assertTrue(compiled, () -> found.getDiagnostics() + "\n" + show(files));
  }

  private static String show(Map<String, String> files) {
    return files.entrySet().stream()
        .map(file -> "=== " + file.getKey() + "\n" + file.getValue())
        .collect(Collectors.joining("\n"));
  }

  private static final class Forgetting extends ForwardingJavaFileManager<JavaFileManager> {
    Forgetting(JavaFileManager fileManager) {
      super(fileManager);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
      return new SimpleJavaFileObject(URI.create("memory:///" + className + kind.extension), kind) {
        @Override
        public OutputStream openOutputStream() {
          return new ByteArrayOutputStream();
        }
      };
    }
  }
}
