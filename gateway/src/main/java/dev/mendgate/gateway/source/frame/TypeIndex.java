package dev.mendgate.gateway.source.frame;

import dev.mendgate.gateway.source.CommitTree;
import dev.mendgate.gateway.source.LastUsed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which files of a commit declare which top-level types. A file is read when a frame speaks of its
 * name; all files are read, one at a time, only for a frame that hides its file and whose class no
 * file is named after.
 */
final class TypeIndex {
  private static final int KEPT_HEADERS = 4_096;

  private final CommitTree tree;
  private final Map<String, List<String>> byFileName;
  private final Map<String, Optional<FileHeader>> headers = LastUsed.of(KEPT_HEADERS);
  private final Map<String, Boolean> packages = LastUsed.of(KEPT_HEADERS);
  private volatile @Nullable Map<String, List<String>> misfiled;

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
    for (String name : type.topLevelTypes()) {
      List<String> paths = declaring(type, name + ".java");
      if (!paths.isEmpty()) {
        return paths;
      }
    }
    return type.topLevelTypes().stream()
        .map(name -> type.sibling(name).full())
        .flatMap(name -> misfiled().getOrDefault(name, List.of()).stream())
        .distinct()
        .sorted()
        .toList();
  }

  /** Says whether a folder with Java files spells the package. */
  boolean hasPackage(String packageName) {
    return !packageName.isEmpty()
        && packages.computeIfAbsent(packageName.replace('.', '/') + "/", this::isFolder);
  }

  private boolean isFolder(String folder) {
    return tree.javaPaths().stream()
        .anyMatch(path -> ("/" + path.substring(0, folderEnd(path))).endsWith("/" + folder));
  }

  private boolean declares(String path, BinaryName type) {
    return headers
        .computeIfAbsent(path, p -> tree.read(p).map(FileHeader::of))
        .filter(h -> h.packageName().equals(type.packageName()))
        .filter(h -> type.topLevelTypes().stream().anyMatch(h.types()::contains))
        .isPresent();
  }

  /** Returns the types that no file is named after, with their files. */
  private Map<String, List<String>> misfiled() {
    Map<String, List<String>> known = misfiled;
    if (known == null) {
      known = readMisfiled();
      misfiled = known;
    }
    return known;
  }

  private synchronized Map<String, List<String>> readMisfiled() {
    Map<String, List<String>> known = misfiled;
    if (known != null) {
      return known;
    }
    Map<String, List<String>> found = new HashMap<>();
    tree.forEachText(
        ".java",
        (path, text) -> {
          FileHeader header = FileHeader.of(text);
          for (String name : header.types()) {
            if (!fileName(path).equals(name + ".java")) {
              BinaryName type = new BinaryName(header.packageName(), name);
              found.computeIfAbsent(type.full(), n -> new ArrayList<>(1)).add(path);
            }
          }
        });
    return found;
  }

  private static String fileName(String path) {
    return path.substring(folderEnd(path));
  }

  private static int folderEnd(String path) {
    return path.lastIndexOf('/') + 1;
  }
}
