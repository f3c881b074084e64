package dev.mendgate.gateway.source.build;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A {@code pom.xml}: what it says itself, with the properties of its parents put in. */
final class Pom {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^${}]+)}");
  private static final int MAX_SUBSTITUTIONS = 32;

  private final String path;
  private final XmlElement project;
  private @Nullable Pom parent;

  private Pom(String path, XmlElement project) {
    this.path = path;
    this.project = project;
  }

  /** Reads a file's text; empty where it is no well-formed pom. */
  static Optional<Pom> read(String path, String text) {
    return XmlElement.parse(text)
        .filter(root -> root.name().equals("project"))
        .map(root -> new Pom(path, root));
  }

  String path() {
    return path;
  }

  String folder() {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  /** Finds the parent among the poms of the commit. */
  void linkParent(Map<String, Pom> poms) {
    Optional<XmlElement> declared = project.child("parent");
    if (declared.isEmpty()) {
      return;
    }
    String relative = declared.get().text("relativePath").orElse("../pom.xml");
    Pom found = relative.isBlank() ? null : poms.get(pomAt(relative));
    String artifact = declared.get().text("artifactId").orElse("");
    if (found != null && found.artifactId().equals(artifact) && !found.descendsFrom(this)) {
      parent = found;
    }
  }

  private boolean descendsFrom(Pom other) {
    Pom pom = this;
    while (pom != null && pom != other) {
      pom = pom.parent;
    }
    return pom != null;
  }

  String artifactId() {
    return project.text("artifactId").orElse("");
  }

  /** Returns what the archive may be called, version left out. */
  Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    names.add(artifactId());
    project
        .child("build")
        .flatMap(build -> build.text("finalName"))
        .map(this::interpolate)
        .map(name -> name.replaceFirst("-?\\$\\{.*", ""))
        .ifPresent(names::add);
    names.remove("");
    return names;
  }

  /** Returns artifact ids of all declared dependencies, managed and profiles' ones left out. */
  Set<String> dependencies() {
    Set<String> ids = new LinkedHashSet<>();
    project.child("dependencies").stream()
        .flatMap(all -> all.children("dependency").stream())
        .flatMap(one -> one.text("artifactId").stream())
        .map(this::interpolate)
        .forEach(ids::add);
    if (parent != null) {
      ids.addAll(parent.dependencies());
    }
    return ids;
  }

  /** Returns the paths of the poms that it lists as modules, its profiles' included. */
  List<String> modules() {
    return project.descendants("modules").stream()
        .flatMap(modules -> modules.children("module").stream())
        .map(module -> pomAt(interpolate(module.text())))
        .toList();
  }

  /** Returns the relocations of its shade plugin; one with an unknown property is left out. */
  List<Relocation> relocations() {
    List<Relocation> found = new ArrayList<>();
    for (XmlElement one : project.descendants("relocation")) {
      Optional<String> pattern = one.text("pattern");
      boolean expression = one.text("rawString").map(Boolean::parseBoolean).orElse(false);
      if (pattern.isEmpty() || expression) {
        continue;
      }
      String original = dotted(pattern.get());
      String shaded = one.text("shadedPattern").map(this::dotted).orElse("hidden." + original);
      Relocation plain = Relocation.of(original, shaded, path);
      found.add(
          new Relocation(
              plain.original(),
              plain.shaded(),
              patterns(one, "includes", "include"),
              patterns(one, "excludes", "exclude"),
              path));
    }
    return found.stream().filter(Relocation::valid).toList();
  }

  /** Returns what manifests call the module, where the pom says so. */
  Set<String> javaModules() {
    Set<String> names = new LinkedHashSet<>();
    for (XmlElement name : project.descendants("Automatic-Module-Name")) {
      names.add(interpolate(name.text()));
    }
    return names;
  }

  private List<String> patterns(XmlElement relocation, String list, String item) {
    return relocation.child(list).stream()
        .flatMap(all -> all.children(item).stream())
        .map(one -> interpolate(one.text()))
        .toList();
  }

  private String dotted(String pattern) {
    return interpolate(pattern).replace('/', '.');
  }

  private String pomAt(String relative) {
    String path = Folders.resolve(folder(), relative);
    return path.endsWith(".xml") ? path : path.isEmpty() ? "pom.xml" : path + "/pom.xml";
  }

  private String interpolate(String text) {
    String result = text;
    for (int i = 0; i < MAX_SUBSTITUTIONS; i++) {
      Matcher placeholder = PLACEHOLDER.matcher(result);
      int from = 0;
      String value = null;
      while (value == null && placeholder.find(from)) {
        value = property(placeholder.group(1)).orElse(null);
        from = placeholder.end();
      }
      if (value == null || value.length() + result.length() > 4_096) {
        return result;
      }
      result = result.substring(0, placeholder.start()) + value + result.substring(from);
    }
    return result;
  }

  private Optional<String> property(String name) {
    Map<String, Optional<String>> own = new HashMap<>();
    own.put("project.artifactId", project.text("artifactId"));
    own.put("project.groupId", project.text("groupId").or(() -> ofParent("groupId")));
    own.put("project.version", project.text("version").or(() -> ofParent("version")));
    Optional<String> known =
        own.getOrDefault(name.replaceFirst("^pom\\.", "project."), Optional.empty());
    if (known.isPresent()) {
      return known;
    }
    Optional<String> declared = project.child("properties").flatMap(p -> p.text(name));
    Pom above = parent;
    return declared.isPresent() || above == null ? declared : above.property(name);
  }

  private Optional<String> ofParent(String name) {
    return project.child("parent").flatMap(p -> p.text(name));
  }
}
