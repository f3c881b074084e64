package dev.mendgate.sandbox.compile;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * Runs the compiler inside this process, which is an order of magnitude quicker than starting one.
 * Safe for concurrent use.
 */
public final class Javac {
  /** Deep enough for generated expressions; a deeper one is an error of that source only. */
  private static final long STACK_BYTES = 16L << 20;

  private final JavaCompiler compiler;
  private final Duration limit;

  /**
   * Looks the compiler up.
   *
   * @param limit time for one call
   * @throws IllegalStateException where this Java has no compiler
   */
  public Javac(Duration limit) {
    JavaCompiler found = ToolProvider.getSystemJavaCompiler();
    if (found == null) {
      throw new IllegalStateException(
          "this Java has no compiler: run Mendgate with a JDK, not a JRE");
    }
    this.compiler = found;
    this.limit = limit;
  }

  /** Compiles sources into an existing folder. */
  public Compilation compile(Sources sources, CompilerSettings settings, Path into) {
    FutureTask<Compilation> work = new FutureTask<>(() -> compileNow(sources, settings, into));
    Thread thread = new Thread(null, work, "javac", STACK_BYTES);
    thread.setDaemon(true);
    thread.start();
    try {
      return work.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      work.cancel(true);
      return new Compilation.Failed("javac ran longer than " + limit.toSeconds() + " s", List.of());
    } catch (InterruptedException e) {
      work.cancel(true);
      Thread.currentThread().interrupt();
      return new Compilation.Failed("compilation was cancelled", List.of());
    } catch (ExecutionException e) {
      return new Compilation.Failed("javac gave up: " + e.getCause(), List.of());
    }
  }

  private Compilation compileNow(Sources sources, CompilerSettings settings, Path into)
      throws IOException {
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(found, Locale.ROOT, settings.charset())) {
      files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(into));
      files.setLocationFromPaths(StandardLocation.CLASS_PATH, settings.existingClasspath());
      // javac would look for sources among the classes otherwise
      files.setLocationFromPaths(StandardLocation.SOURCE_PATH, List.of());
      StringWriter rest = new StringWriter();
      boolean done =
          compiler
              .getTask(rest, files, found, settings.options(), null, sources.objects(files))
              .call();
      return done ? new Compilation.Compiled() : failure(found.getDiagnostics(), rest.toString());
    }
  }

  private static Compilation failure(
      List<Diagnostic<? extends JavaFileObject>> found, String rest) {
    List<Diagnostic<? extends JavaFileObject>> errors =
        found.stream().filter(d -> d.getKind() == Diagnostic.Kind.ERROR).toList();
    List<String> failed =
        errors.stream()
            .map(Diagnostic::getSource)
            .filter(Objects::nonNull)
            .map(FileObject::getName)
            .distinct()
            .toList();
    String first =
        errors.stream()
            .findFirst()
            .map(Javac::line)
            .orElseGet(() -> rest.lines().findFirst().orElse("javac failed without a message"));
    return new Compilation.Failed(first, failed);
  }

  private static String line(Diagnostic<? extends JavaFileObject> error) {
    String message = error.getMessage(Locale.ROOT).lines().findFirst().orElse("");
    return error.getSource() == null
        ? message
        : error.getSource().getName() + ":" + error.getLineNumber() + ": " + message;
  }
}
