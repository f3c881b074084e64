package dev.mendgate.gateway.source.frame;

import dev.mendgate.gateway.source.CommitTree;
import dev.mendgate.gateway.source.LastUsed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which files of a commit declare which top-level types. A file is read when a frame speaks of its
 * name, or hides it and its folder spells the class's package. All files are read, once and one at
 * a time, only where folders do not spell packages, which a sample of them shows.
 */
final class TypeIndex {
  private static final int KEPT_HEADERS = 4_096;
  private static final int KEPT_PACKAGES = 256;
  private static final int SAMPLE = 64;

  private final CommitTree tree;
  private final Map<String, List<String>> byFileName;
  private final Map<String, Optional<FileHeader>> headers = LastUsed.of(KEPT_HEADERS);
  private final Map<String, List<String>> packages = LastUsed.of(KEPT_PACKAGES);
  private volatile @Nullable Boolean spelled;
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

  /** Returns the files that declare the class and are named after it or a class around it. */
  List<String> named(BinaryName type) {
    for (String name : type.topLevelTypes()) {
      List<String> paths = declaring(type, name + ".java");
      if (!paths.isEmpty()) {
        return paths;
      }
    }
    return List.of();
  }

  /** Returns all files that declare the class, whatever they are called. */
  List<String> declaring(BinaryName type) {
    List<String> named = named(type);
    if (!named.isEmpty()) {
      return named;
    }
    List<String> beside =
        folder(type.packageName()).stream().filter(path -> declares(path, type)).toList();
    if (!beside.isEmpty() || foldersSpellPackages()) {
      return beside;
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
    return !folder(packageName).isEmpty();
  }

  /** Returns the Java files of all folders that spell the package. */
  private List<String> folder(String packageName) {
    return packageName.isEmpty()
        ? List.of()
        : packages.computeIfAbsent(
            packageName,
            name -> tree.javaPaths().stream().filter(path -> spells(path, name)).toList());
  }

  private static boolean spells(String path, String packageName) {
    String folder = "/" + packageName.replace('.', '/') + "/";
    return ("/" + path.substring(0, folderEnd(path))).endsWith(folder);
  }

  private boolean foldersSpellPackages() {
    Boolean known = spelled;
    if (known == null) {
      List<String> all = tree.javaPaths();
      int step = Math.max(1, all.size() / SAMPLE);
      known =
          IntStream.iterate(0, i -> i < all.size(), i -> i + step)
              .mapToObj(all::get)
              .filter(path -> !fileName(path).endsWith("-info.java"))
              .allMatch(path -> header(path).filter(h -> !isSpelled(path, h)).isEmpty());
      spelled = known;
    }
    return known;
  }

  private static boolean isSpelled(String path, FileHeader header) {
    return header.types().isEmpty()
        || header.packageName().isEmpty()
        || spells(path, header.packageName());
  }

  private boolean declares(String path, BinaryName type) {
    return header(path)
        .filter(h -> h.packageName().equals(type.packageName()))
        .filter(h -> type.topLevelTypes().stream().anyMatch(h.types()::contains))
        .isPresent();
  }

  private Optional<FileHeader> header(String path) {
    return headers.computeIfAbsent(path, p -> tree.read(p).map(FileHeader::of));
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
