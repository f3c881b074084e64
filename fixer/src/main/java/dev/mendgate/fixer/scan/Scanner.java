package dev.mendgate.fixer.scan;

import dev.mendgate.fixer.SourceTree;
import dev.mendgate.fixer.source.ParsedFile;
import dev.mendgate.fixer.source.SourceParser;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Looks for weaknesses in all files of a repository: in one pass, on all cores, with no more syntax
 * trees in memory than are looked at. Safe for concurrent use.
 */
public final class Scanner {
  private final List<Detector> detectors;
  private final SourceParser parser = new SourceParser();

  /** Looks with these. */
  public Scanner(List<? extends Detector> detectors) {
    this.detectors = List.copyOf(detectors);
  }

  /** Looks with all that are registered as services. */
  public static Scanner withInstalledDetectors() {
    ClassLoader loader = Scanner.class.getClassLoader();
    return new Scanner(
        ServiceLoader.load(Detector.class, loader).stream()
            .map(ServiceLoader.Provider::get)
            .sorted(Comparator.comparing(Detector::rule))
            .toList());
  }

  /**
   * A kind of weakness that is looked for.
   *
   * @param name in kebab case
   * @param summary one sentence
   */
  public record Kind(String name, String summary) {}

  /** Returns all kinds that are looked for, by name. */
  public List<Kind> kinds() {
    return detectors.stream()
        .map(found -> new Kind(found.rule(), found.summary()))
        .sorted(Comparator.comparing(Kind::name))
        .toList();
  }

  /** Hears how far a scan is. */
  public interface Progress {
    /** Called by any thread after each file. */
    void advanced(int done, int total);
  }

  /** What one file gave. */
  private record Looked(List<Finding> findings, int lines, List<String> notes) {
    static Looked nothing(String note) {
      return new Looked(List.of(), 0, List.of(note));
    }
  }

  /**
   * Scans these files of a tree.
   *
   * @param paths files to look at; detectors may look up others in the tree
   */
  public Scan scan(SourceTree tree, List<String> paths, Progress progress) {
    IndexedSources sources = new IndexedSources(tree);
    AtomicInteger done = new AtomicInteger();
    List<Looked> looked =
        paths.parallelStream()
            .flatMap(
                path -> {
                  Optional<Looked> one = look(tree, path, sources);
                  progress.advanced(done.incrementAndGet(), paths.size());
                  return one.stream();
                })
            .toList();
    return new Scan(
        looked.stream()
            .flatMap(one -> one.findings().stream())
            .sorted(
                Comparator.comparing((Finding found) -> found.place().path())
                    .thenComparing(found -> found.place().startLine())
                    .thenComparing(found -> found.place().startColumn())
                    .thenComparing(Finding::rule))
            .toList(),
        (int) looked.stream().filter(one -> one.lines() > 0).count(),
        looked.stream().mapToLong(Looked::lines).sum(),
        looked.stream().flatMap(one -> one.notes().stream()).toList());
  }

  private Optional<Looked> look(SourceTree tree, String path, IndexedSources sources) {
    Optional<String> text = tree.read(path);
    if (text.isEmpty()) {
      return Optional.of(Looked.nothing(path + " is no text or too large: not looked at"));
    }
    if (Scope.saysGenerated(text.get())) {
      return Optional.empty();
    }
    Optional<ParsedFile> file = parser.parse(path, text.get());
    return Optional.of(
        file.map(parsed -> look(parsed, sources))
            .orElseGet(() -> Looked.nothing(path + " does not parse: not looked at")));
  }

  private Looked look(ParsedFile file, IndexedSources sources) {
    Suppressions suppressed = new Suppressions(file);
    List<Finding> findings = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    for (Detector detector : detectors) {
      try {
        detector.detect(file, sources).stream()
            .filter(found -> !suppressed.cover(found))
            .forEach(findings::add);
      } catch (RuntimeException | StackOverflowError failed) {
        notes.add("%s failed at %s: %s".formatted(detector.rule(), file.path(), failed));
      }
    }
    return new Looked(findings, file.lines().count(), notes);
  }
}
