package dev.mendgate.sandbox.build;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where Maven is to be run, and for which modules.
 *
 * @param reactor folder of the topmost pom that leads to the modules
 * @param modules folders of the modules wanted, below or equal to {@code reactor}; empty for all
 */
record MavenLayout(Path reactor, List<Path> modules) {
  private static final Pattern MODULE = Pattern.compile("<module>\\s*([^<\\s]+)\\s*</module>");
  private static final Pattern SOURCES =
      Pattern.compile("<(?:test)?[sS]ourceDirectory>\\s*([^<]+?)\\s*</");

  MavenLayout {
    modules = List.copyOf(modules);
  }

  /** Finds the poms that build the given files; empty where there is none. */
  static Optional<MavenLayout> of(Path checkout, List<String> focus) {
    Set<Path> modules = new TreeSet<>();
    for (String path : focus) {
      moduleOf(checkout, checkout.resolve(path).normalize()).ifPresent(modules::add);
    }
    if (modules.isEmpty()) {
      return topmost(checkout).map(top -> new MavenLayout(top, List.of()));
    }
    Path first = modules.iterator().next();
    Path reactor = reactorOf(checkout, first);
    List<Path> reachable = modules.stream().filter(m -> m.startsWith(reactor)).toList();
    return Optional.of(new MavenLayout(reactor, reachable));
  }

  /** Returns the arguments that leave everything else out of the build. */
  List<String> selection() {
    if (modules.isEmpty()) {
      return List.of();
    }
    List<String> names = new ArrayList<>();
    for (Path module : modules) {
      names.add(module.equals(reactor) ? "." : reactor.relativize(module).toString());
    }
    return List.of("-pl", String.join(",", names), "-am");
  }

  private static Optional<Path> topmost(Path checkout) {
    if (hasPom(checkout)) {
      return Optional.of(checkout);
    }
    try (var children = Files.list(checkout)) {
      return children.filter(MavenLayout::hasPom).sorted().findFirst();
    } catch (java.io.IOException e) {
      return Optional.empty();
    }
  }

  /** An outer pom that names the file's source folder wins over the nearest pom. */
  private static Optional<Path> moduleOf(Path checkout, Path file) {
    List<Path> withPom = new ArrayList<>();
    for (Path at = file.getParent(); at != null && at.startsWith(checkout); at = at.getParent()) {
      if (hasPom(at)) {
        withPom.add(0, at);
      }
    }
    for (Path module : withPom) {
      if (names(module, file)) {
        return Optional.of(module);
      }
    }
    return withPom.isEmpty() ? Optional.empty() : Optional.of(withPom.get(withPom.size() - 1));
  }

  private static boolean names(Path module, Path file) {
    Matcher folder = SOURCES.matcher(pomOf(module));
    while (folder.find()) {
      String path = folder.group(1).replaceAll("^\\$\\{(project\\.)?basedir}/", "");
      if (path.indexOf('$') < 0 && file.startsWith(module.resolve(path).normalize())) {
        return true;
      }
    }
    return false;
  }

  private static Path reactorOf(Path checkout, Path module) {
    Path reactor = module;
    for (Path at = module.getParent(); at != null && at.startsWith(checkout); at = at.getParent()) {
      if (hasPom(at) && leadsTo(at, reactor)) {
        reactor = at;
      }
    }
    return reactor;
  }

  private static boolean leadsTo(Path outer, Path inner) {
    Matcher module = MODULE.matcher(pomOf(outer));
    while (module.find()) {
      Path named = outer.resolve(module.group(1)).normalize();
      if (named.equals(inner) || named.equals(inner.resolve("pom.xml"))) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasPom(Path folder) {
    return Files.isRegularFile(folder.resolve("pom.xml"));
  }

  private static String pomOf(Path folder) {
    try {
      String text =
          new String(
              Files.readAllBytes(folder.resolve("pom.xml")),
              java.nio.charset.StandardCharsets.ISO_8859_1);
      return text.replaceAll("(?s)<!--.*?-->", "");
    } catch (java.io.IOException e) {
      return "";
    }
  }
}
