package dev.mendgate.fixer.reproduce;

import static org.junit.jupiter.api.Assertions.fail;

import dev.mendgate.fixer.CrashSite;
import dev.mendgate.fixer.Failure;
import dev.mendgate.fixer.Frame;
import dev.mendgate.fixer.MemoryTree;
import dev.mendgate.fixer.Reproducer;
import dev.mendgate.fixer.source.ParsedSources;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A sample project and where it crashes: the line with {@code // crash} is the innermost frame, the
 * one with {@code // crash 1} called it.
 */
final class Crash {
  private static final Pattern MARKER = Pattern.compile("// crash( \\d+)?");

  private final Map<String, String> files = new LinkedHashMap<>();
  private final Map<Integer, CrashSite> sites = new LinkedHashMap<>();
  private final String exceptionType;
  private final @Nullable String message;

  Crash(String exceptionType, @Nullable String message) {
    this.exceptionType = exceptionType;
    this.message = message;
  }

  /** Adds a file; the method of a marked line is the last one named in a {@code // in} comment. */
  Crash file(String path, String text) {
    files.put(path, text);
    String className =
        path.replaceFirst("^src/(main|test)/java/", "").replace(".java", "").replace('/', '.');
    for (Matcher marker = MARKER.matcher(text); marker.find(); ) {
      int depth = marker.group(1) == null ? 0 : Integer.parseInt(marker.group(1).strip());
      int line = (int) text.substring(0, marker.start()).lines().count();
      Frame frame = new Frame(className, "m", path.substring(path.lastIndexOf('/') + 1), line);
      sites.put(depth, new CrashSite(path, line, frame, depth));
    }
    return this;
  }

  Map<String, String> files() {
    return files;
  }

  List<Reproducer> generate(TestStyle.@Nullable Framework framework) {
    MemoryTree tree = new MemoryTree(files);
    List<CrashSite> ordered = sites.keySet().stream().sorted().map(sites::get).toList();
    List<Frame> frames = new ArrayList<>();
    ordered.forEach(site -> frames.add(site.frame()));
    Failure failure = new Failure(exceptionType, message, frames);
    ReproducerGenerator generator = new ReproducerGenerator();
    ParsedSources sources = new ParsedSources(tree);
    if (framework == null) {
      return generator.generate(failure, ordered, sources, tree);
    }
    TestStyle style = new TestStyle(framework, 8, "src/test/java", "  ");
    return generator.generate(failure, ordered, sources, tree, style);
  }

  /**
   * Compiles all that is generated, runs it, and returns the first that fails at the crash line.
   */
  Reproducer reproduced(TestStyle.@Nullable Framework framework) {
    List<Reproducer> generated = generate(framework);
    StringBuilder tried = new StringBuilder();
    for (Reproducer reproducer : generated) {
      Optional<Throwable> thrown = GeneratedTest.run(files, reproducer);
      if (thrown.isPresent() && isThisCrash(thrown.get())) {
        return reproducer;
      }
      tried.append(reproducer.source()).append("// ").append(thrown).append("\n");
    }
    return fail(generated.size() + " tests, none reproduces the crash:\n" + tried);
  }

  private boolean isThisCrash(Throwable thrown) {
    for (Throwable at = thrown; at != null; at = at.getCause()) {
      if (at.getClass().getName().equals(exceptionType) && hasCrashFrame(at)) {
        return true;
      }
    }
    return false;
  }

  private boolean hasCrashFrame(Throwable thrown) {
    CrashSite site = sites.getOrDefault(0, null);
    for (StackTraceElement element : thrown.getStackTrace()) {
      if (site != null
          && element.getClassName().startsWith(site.frame().className())
          && element.getLineNumber() == site.line()) {
        return true;
      }
    }
    return false;
  }
}
