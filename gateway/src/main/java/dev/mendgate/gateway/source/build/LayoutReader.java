package dev.mendgate.gateway.source.build;

import dev.mendgate.gateway.source.CommitTree;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the build files of a commit into drafts of modules. */
final class LayoutReader {
  private static final int MAX_BUILD_FILES = 20_000;
  private static final Pattern SETTINGS = Pattern.compile("settings\\.gradle(\\.kts)?");
  private static final Pattern SCRIPT = Pattern.compile(".+\\.gradle(\\.kts)?");
  private static final Pattern MODULE =
      Pattern.compile("(?m)^[ \\t]*+(?:open\\s+)?module\\s+([\\w.]+)\\s*+\\{");

  private final CommitTree tree;
  private final Map<String, ModuleDraft> drafts = new TreeMap<>();
  private final Set<Relocation> relocations = new LinkedHashSet<>();

  LayoutReader(CommitTree tree) {
    this.tree = tree;
  }

  Map<String, ModuleDraft> drafts() {
    return drafts;
  }

  List<Relocation> relocations() {
    return List.copyOf(relocations);
  }

  void read() {
    List<String> paths =
        tree.paths(
            name ->
                name.equals("pom.xml")
                    || name.equals("module-info.java")
                    || SCRIPT.matcher(name).matches());
    List<String> taken = paths.subList(0, Math.min(paths.size(), MAX_BUILD_FILES));
    readMaven(taken);
    readGradle(taken);
    for (String path : taken) {
      if (path.endsWith("module-info.java")) {
        readModuleInfo(path);
      }
    }
  }

  private void readMaven(List<String> paths) {
    Map<String, Pom> poms = new LinkedHashMap<>();
    for (String path : paths) {
      if (path.endsWith("pom.xml")) {
        tree.read(path).flatMap(text -> Pom.read(path, text)).ifPresent(p -> poms.put(path, p));
      }
    }
    poms.values().forEach(pom -> pom.linkParent(poms));
    Set<String> built = built(poms);
    for (Pom pom : poms.values()) {
      ModuleDraft draft = drafts.computeIfAbsent(pom.folder(), ModuleDraft::new);
      draft.names.addAll(pom.names());
      draft.javaModules.addAll(pom.javaModules());
      draft.dependencies.addAll(pom.dependencies());
      draft.built = built.contains(pom.path());
      relocations.addAll(pom.relocations());
    }
  }

  /** Returns the poms that a build of the root reaches; all where there is no root. */
  private static Set<String> built(Map<String, Pom> poms) {
    if (!poms.containsKey("pom.xml")) {
      return poms.keySet();
    }
    Set<String> built = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of("pom.xml"));
    while (!open.isEmpty()) {
      String path = open.removeFirst();
      Pom pom = poms.get(path);
      if (pom != null && built.add(path)) {
        open.addAll(pom.modules());
      }
    }
    return built;
  }

  private void readGradle(List<String> paths) {
    List<GradleScript> scripts = new ArrayList<>();
    Map<String, String> folders = new LinkedHashMap<>();
    Map<String, String> names = new LinkedHashMap<>();
    for (String path : paths) {
      if (!SCRIPT.matcher(path).matches()) {
        continue;
      }
      GradleScript script = new GradleScript(path, tree.read(path).orElse(""));
      if (!SETTINGS.matcher(path.substring(path.lastIndexOf('/') + 1)).matches()) {
        scripts.add(script);
      } else if (Folders.of(path).isEmpty()) {
        folders.put(":", "");
        folders.putAll(script.included());
        names.putAll(script.renamed());
      }
    }
    folders.forEach((project, folder) -> include(project, folder, names.get(project)));
    scripts.forEach(script -> readScript(script, folders));
  }

  private void include(String project, String folder, @Nullable String name) {
    ModuleDraft draft = drafts.computeIfAbsent(folder, ModuleDraft::new);
    draft.built = true;
    draft.names.add(project);
    draft.names.add(name != null ? name : project.substring(project.lastIndexOf(':') + 1));
    draft.names.remove("");
  }

  private void readScript(GradleScript script, Map<String, String> folders) {
    String folder = Folders.of(script.path());
    boolean build = script.path().substring(folder.length()).contains("build.gradle");
    if (build || drafts.containsKey(folder)) {
      ModuleDraft draft = drafts.computeIfAbsent(folder, ModuleDraft::new);
      draft.built |= folders.isEmpty();
      take(script.own(), draft);
    }
    script
        .blocks()
        .forEach(
            (project, block) -> {
              String at = folders.get(project);
              if (at != null) {
                take(block, drafts.computeIfAbsent(at, ModuleDraft::new));
              }
            });
    relocations.addAll(script.relocations());
  }

  private static void take(GradleScript script, ModuleDraft draft) {
    draft.names.addAll(script.archiveNames());
    draft.dependencies.addAll(script.projects());
  }

  private void readModuleInfo(String path) {
    String folder = Folders.of(path);
    while (!folder.isEmpty() && !drafts.containsKey(folder)) {
      folder = Folders.of(folder);
    }
    Matcher module = MODULE.matcher(tree.read(path).orElse(""));
    if (module.find()) {
      drafts.computeIfAbsent(folder, ModuleDraft::new).javaModules.add(module.group(1));
    }
  }
}
