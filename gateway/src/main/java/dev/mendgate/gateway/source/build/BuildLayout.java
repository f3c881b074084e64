package dev.mendgate.gateway.source.build;

import dev.mendgate.gateway.source.CommitTree;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The modules of a commit, and what its builds relocate. Read from {@code pom.xml}, Gradle scripts
 * and {@code module-info.java}; nothing of them is run, and what they compute is not known.
 */
public final class BuildLayout {
  private final Map<String, BuildModule> modules;
  private final List<Relocation> relocations;

  private BuildLayout(Map<String, BuildModule> modules, List<Relocation> relocations) {
    this.modules = modules;
    this.relocations = List.copyOf(relocations);
  }

  /** Reads a commit's build files. */
  public static BuildLayout of(CommitTree tree) {
    LayoutReader reader = new LayoutReader(tree);
    reader.read();
    Map<String, BuildModule> modules = new TreeMap<>();
    reader.drafts().forEach((folder, draft) -> modules.put(folder, draft.finish()));
    return new BuildLayout(modules, reader.relocations());
  }

  /** Returns what the builds relocate. */
  public List<Relocation> relocations() {
    return relocations;
  }

  /**
   * Returns the module that a source file belongs to: the innermost with a build file, else the
   * folder that holds {@code src}.
   */
  public BuildModule moduleOf(String path) {
    String folder = Folders.of(path);
    while (!folder.isEmpty() && !modules.containsKey(folder)) {
      folder = Folders.of(folder);
    }
    String holder = path.contains("/src/") ? path.substring(0, path.indexOf("/src/")) : "";
    BuildModule declared = modules.get(folder);
    if (declared != null && folder.length() >= holder.length()) {
      return declared;
    }
    String name = holder.substring(holder.lastIndexOf('/') + 1);
    return new BuildModule(
        holder, name.isEmpty() ? Set.of() : Set.of(name), Set.of(), Set.of(), modules.isEmpty());
  }

  /** Says whether a module depends on another, through others or not. */
  public boolean depends(BuildModule from, BuildModule on) {
    Set<String> seen = new HashSet<>();
    Deque<BuildModule> open = new ArrayDeque<>(List.of(from));
    while (!open.isEmpty()) {
      for (String name : open.removeFirst().dependencies()) {
        if (on.names().contains(name)) {
          return true;
        }
        if (seen.add(name)) {
          named(name).ifPresent(open::addLast);
        }
      }
    }
    return false;
  }

  private Optional<BuildModule> named(String name) {
    return modules.values().stream().filter(m -> m.names().contains(name)).findFirst();
  }
}
