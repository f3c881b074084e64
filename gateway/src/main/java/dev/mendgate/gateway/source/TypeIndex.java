package dev.mendgate.gateway.source;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Which files of a commit declare which top-level types; files are read when first asked for. */
final class TypeIndex {
  private final CommitTree tree;
  private final Map<String, List<String>> byFileName;
  private final Map<String, Optional<FileHeader>> headers = new ConcurrentHashMap<>();

  TypeIndex(CommitTree tree) {
    this.tree = tree;
    this.byFileName = tree.javaPaths().stream().collect(Collectors.groupingBy(TypeIndex::fileName));
  }

  /** Returns the files of that simple name that declare the class. */
  List<String> declaring(BinaryName type, String fileName) {
    return byFileName.getOrDefault(fileName, List.of()).stream()
        .filter(path -> declares(path, type))
        .toList();
  }

  /** Returns all files that declare the class, whatever they are called. */
  List<String> declaring(BinaryName type) {
    return tree.javaPaths().stream().filter(path -> declares(path, type)).toList();
  }

  private boolean declares(String path, BinaryName type) {
    return headers
        .computeIfAbsent(path, p -> tree.read(p).map(FileHeader::of))
        .filter(h -> h.packageName().equals(type.packageName()))
        .filter(h -> type.topLevelTypes().stream().anyMatch(h.types()::contains))
        .isPresent();
  }

  private static String fileName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
