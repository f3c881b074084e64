package dev.mendgate.sandbox.compile;

import dev.mendgate.sandbox.build.PreparedProject.Module;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Compiles a few sources against a prepared build into a folder of their own, which goes before the
 * build on the class path. Safe for concurrent use.
 */
public final class OverlayCompiler {
  private final Javac javac;
  private final Path root;

  /** Settings that the unpatched sources compile with, by the paths of those sources. */
  private final Map<String, CompilerSettings> settled = new ConcurrentHashMap<>();

  /**
   * Compiles for one tree.
   *
   * @param root the private checkout, which holds the unpatched sources
   */
  public OverlayCompiler(Javac javac, Path root) {
    this.javac = javac;
    this.root = root;
  }

  /**
   * Compiles patched sources with the strictest settings that their unpatched versions compile
   * with, so that a patch is not let through by a newer API than the project builds for.
   *
   * @param texts by path in the tree
   * @param into created where missing
   */
  public Compilation patched(Module module, Map<String, String> texts, Path into) {
    List<Path> classpath = module.baseline();
    CompilerSettings strict = CompilerSettings.of(classpath, module.release(), module.encoding());
    Compilation first = compile(texts, strict, into);
    if (first instanceof Compilation.Compiled) {
      return first;
    }
    String key = String.join("\n", new java.util.TreeSet<>(texts.keySet()));
    CompilerSettings needed =
        settled.computeIfAbsent(key, k -> settle(unpatched(texts, strict), strict, into));
    return needed.equals(strict) ? first : compile(texts, needed, into);
  }

  /**
   * Compiles a generated test with whatever settings it takes.
   *
   * @param texts by path in the tree
   * @param into created where missing
   */
  public Compilation generated(Module module, Map<String, String> texts, Path into) {
    CompilerSettings strict =
        CompilerSettings.of(module.baseline(), module.release(), module.encoding());
    Compilation first = compile(texts, strict, into);
    if (first instanceof Compilation.Compiled) {
      return first;
    }
    CompilerSettings needed = settle(texts, strict, into);
    return needed.equals(strict) ? first : compile(texts, needed, into);
  }

  /**
   * Compiles those of many generated tests that do compile, all in few runs of javac.
   *
   * @param texts by path in the tree; none needs another
   * @param into created where missing
   * @return paths of those that compiled
   */
  public Set<String> compilable(Module module, Map<String, String> texts, Path into) {
    CompilerSettings strict =
        CompilerSettings.of(module.baseline(), module.release(), module.encoding());
    for (CompilerSettings settings : strict.fromStrictest()) {
      Map<String, String> left = new LinkedHashMap<>(texts);
      while (!left.isEmpty()) {
        Compilation compiled = compile(left, settings, into);
        if (!(compiled instanceof Compilation.Failed failed)) {
          return Set.copyOf(left.keySet());
        }
        if (!left.keySet().removeAll(failed.failedSources())) {
          break;
        }
      }
    }
    return Set.of();
  }

  private CompilerSettings settle(Map<String, String> texts, CompilerSettings strict, Path into) {
    Path scratch = into.resolveSibling(into.getFileName() + ".settings");
    return strict.fromStrictest().stream()
        .filter(s -> !texts.isEmpty() && compile(texts, s, scratch) instanceof Compilation.Compiled)
        .findFirst()
        .orElse(strict);
  }

  private Map<String, String> unpatched(Map<String, String> texts, CompilerSettings settings) {
    Map<String, String> before = new LinkedHashMap<>();
    for (String path : texts.keySet()) {
      Path file = root.resolve(path);
      if (!Files.isRegularFile(file)) {
        continue;
      }
      try {
        before.put(path, new String(Files.readAllBytes(file), settings.charset()));
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + file, e);
      }
    }
    return before;
  }

  private Compilation compile(Map<String, String> texts, CompilerSettings settings, Path into) {
    try {
      Files.createDirectories(into);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot create " + into, e);
    }
    return javac.compile(new Sources.InMemory(texts), settings, into);
  }
}
