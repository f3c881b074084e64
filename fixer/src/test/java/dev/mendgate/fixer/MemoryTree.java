package dev.mendgate.fixer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A source tree that is written down in a test. */
public final class MemoryTree implements SourceTree {
  private final Map<String, String> files;

  /** Holds these texts by their path. */
  public MemoryTree(Map<String, String> files) {
    this.files = new TreeMap<>(files);
  }

  @Override
  public List<String> javaPaths() {
    return files.keySet().stream().filter(path -> path.endsWith(".java")).toList();
  }

  @Override
  public Optional<String> read(String path) {
    return Optional.ofNullable(files.get(path));
  }
}
