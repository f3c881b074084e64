package dev.mendgate.fixer.scan;

import com.github.javaparser.ast.body.TypeDeclaration;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.SourceTree;
import dev.mendgate.fixer.source.ParsedFile;
import dev.mendgate.fixer.source.SourceParser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Files that detectors look up besides their own; keeps only those used last. */
final class IndexedSources implements RuleContext.Sources {
  private static final int KEPT = 64;

  private final SourceTree tree;
  private final SourceParser parser = new SourceParser();
  private final Map<String, List<String>> bySimpleName;
  private final Map<String, Optional<ParsedFile>> kept =
      new LinkedHashMap<>(KEPT * 2, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Optional<ParsedFile>> eldest) {
          return size() > KEPT;
        }
      };

  IndexedSources(SourceTree tree) {
    this.tree = tree;
    this.bySimpleName =
        tree.javaPaths().stream()
            .collect(
                Collectors.groupingBy(
                    path -> path.substring(path.lastIndexOf('/') + 1).replace(".java", "")));
  }

  @Override
  public Optional<ParsedFile> parse(String path) {
    synchronized (kept) {
      Optional<ParsedFile> known = kept.get(path);
      if (known != null) {
        return known;
      }
    }
    Optional<ParsedFile> parsed = tree.read(path).flatMap(text -> parser.parse(path, text));
    synchronized (kept) {
      kept.put(path, parsed);
    }
    return parsed;
  }

  @Override
  public Optional<ParsedFile> declaring(String qualifiedName) {
    String name = qualifiedName.replace('$', '.');
    while (!name.isEmpty()) {
      Optional<ParsedFile> found = topLevel(name);
      if (found.isPresent()) {
        return found;
      }
      name = name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }
    return Optional.empty();
  }

  private Optional<ParsedFile> topLevel(String name) {
    String simple = name.substring(name.lastIndexOf('.') + 1);
    String suffix = "/" + name.replace('.', '/') + ".java";
    return bySimpleName.getOrDefault(simple, List.of()).stream()
        .filter(path -> ("/" + path).endsWith(suffix))
        .flatMap(path -> parse(path).stream())
        .filter(file -> declares(file, name))
        .findFirst();
  }

  private static boolean declares(ParsedFile file, String name) {
    return file.unit().getTypes().stream()
        .map(TypeDeclaration::getFullyQualifiedName)
        .flatMap(Optional::stream)
        .anyMatch(name::equals);
  }
}
