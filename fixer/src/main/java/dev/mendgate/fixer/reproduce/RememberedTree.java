package dev.mendgate.fixer.reproduce;

import dev.mendgate.fixer.SourceTree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps texts that were read, because tests are searched once for each target. */
final class RememberedTree implements SourceTree {
  private final SourceTree tree;
  private final List<String> paths;
  private final Map<String, Optional<String>> texts = new ConcurrentHashMap<>();

  RememberedTree(SourceTree tree) {
    this.tree = tree;
    this.paths = List.copyOf(tree.javaPaths());
  }

  @Override
  public List<String> javaPaths() {
    return paths;
  }

  @Override
  public Optional<String> read(String path) {
    return texts.computeIfAbsent(path, tree::read);
  }
}
