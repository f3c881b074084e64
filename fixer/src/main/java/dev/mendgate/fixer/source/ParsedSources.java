package dev.mendgate.fixer.source;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.body.TypeDeclaration;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.SourceTree;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Parses files of a source tree when they are asked for, each once. */
public final class ParsedSources implements RuleContext.Sources {
  private final SourceTree tree;
  private final SourceParser parser = new SourceParser();
  private final Map<String, Optional<ParsedFile>> parsed = new ConcurrentHashMap<>();

  /** Reads from this tree, which must not change meanwhile. */
  public ParsedSources(SourceTree tree) {
    this.tree = tree;
  }

  @Override
  public Optional<ParsedFile> parse(String path) {
    return parsed.computeIfAbsent(
        path, key -> tree.read(key).flatMap(text -> parser.parse(key, text)));
  }

  @Override
  public Optional<ParsedFile> declaring(String qualifiedName) {
    String name = qualifiedName.replace('$', '.');
    for (String outer = name; !outer.isEmpty(); outer = parent(outer)) {
      Optional<ParsedFile> found = topLevel(outer);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<ParsedFile> topLevel(String qualifiedName) {
    String suffix = "/" + qualifiedName.replace('.', '/') + ".java";
    List<String> paths =
        tree.javaPaths().stream()
            .filter(path -> ("/" + path).endsWith(suffix))
            .sorted(
                Comparator.comparing((String path) -> isTest(path))
                    .thenComparing(String::length)
                    .thenComparing(Comparator.naturalOrder()))
            .toList();
    return paths.stream()
        .flatMap(path -> parse(path).stream())
        .filter(file -> declares(file.unit(), qualifiedName))
        .findFirst();
  }

  private static boolean declares(CompilationUnit unit, String qualifiedName) {
    return unit.getTypes().stream()
        .map(TypeDeclaration::getFullyQualifiedName)
        .flatMap(Optional::stream)
        .anyMatch(qualifiedName::equals);
  }

  private static boolean isTest(String path) {
    return ("/" + path).contains("/test/");
  }

  private static String parent(String name) {
    return name.substring(0, Math.max(0, name.lastIndexOf('.')));
  }
}
