package dev.mendgate.fixer.source;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.body.TypeDeclaration;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.SourceTree;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Parses files of a source tree when they are asked for, each once. */
public final class ParsedSources implements RuleContext.Sources {
  private static final int MAX_READ = 40;
  private static final int MAX_ALIKE = 4;

  private final SourceTree tree;
  private final SourceParser parser = new SourceParser();
  private final Map<String, Optional<ParsedFile>> parsed = new ConcurrentHashMap<>();

  private volatile @Nullable Map<String, List<String>> byFileName;
  private final Map<Class<?>, Object> kept = new HashMap<>();

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

  @Override
  public List<ParsedFile> alike(ParsedFile file, String text) {
    String name = nameOf(file.path());
    String folder = file.path().substring(0, file.path().length() - name.length());
    return tree.javaPaths().stream()
        .filter(path -> !path.equals(file.path()) && isTest(path) == isTest(file.path()))
        .filter(path -> path.endsWith("/" + name) || path.equals(folder + nameOf(path)))
        .sorted(
            Comparator.comparingInt((String path) -> -commonEnd(nameOf(path), name))
                .thenComparing(Comparator.naturalOrder()))
        .limit(MAX_READ)
        .filter(path -> tree.read(path).filter(found -> found.contains(text)).isPresent())
        .limit(MAX_ALIKE)
        .flatMap(path -> parse(path).stream())
        .toList();
  }

  private static String nameOf(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static int commonEnd(String one, String other) {
    int length = 0;
    while (length < Math.min(one.length(), other.length())
        && one.charAt(one.length() - 1 - length) == other.charAt(other.length() - 1 - length)) {
      length++;
    }
    return length;
  }

  @Override
  public List<String> javaPaths() {
    return tree.javaPaths();
  }

  @Override
  public Optional<String> text(String path) {
    Optional<ParsedFile> known = parsed.get(path);
    return known != null && known.isPresent() ? known.map(ParsedFile::text) : tree.read(path);
  }

  @Override
  public <T> T kept(Class<T> key, Supplier<T> make) {
    synchronized (kept) {
      Object known = kept.get(key);
      if (known == null) {
        known = make.get();
        kept.put(key, known);
      }
      return key.cast(known);
    }
  }

  private Optional<ParsedFile> topLevel(String qualifiedName) {
    String suffix = "/" + qualifiedName.replace('.', '/') + ".java";
    List<String> paths =
        byFileName().getOrDefault(suffix.substring(suffix.lastIndexOf('/') + 1), List.of()).stream()
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

  private Map<String, List<String>> byFileName() {
    Map<String, List<String>> known = byFileName;
    if (known == null) {
      known =
          tree.javaPaths().stream()
              .collect(Collectors.groupingBy(path -> path.substring(path.lastIndexOf('/') + 1)));
      byFileName = known;
    }
    return known;
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
