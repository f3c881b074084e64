package dev.mendgate.sandbox.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads what {@code help:effective-pom} writes: one project, or several below one root. */
final class EffectivePom {
  private EffectivePom() {}

  /**
   * Reads the modules, in Maven's order.
   *
   * @throws IOException where the file is missing or no effective pom
   */
  static List<MavenModule> read(Path file) throws IOException {
    Element root = parse(file);
    List<MavenModule> modules = new ArrayList<>();
    if (root.getTagName().equals("project")) {
      modules.add(moduleOf(root));
    }
    for (Element project : children(root, "project")) {
      modules.add(moduleOf(project));
    }
    return modules;
  }

  private static Element parse(Path file) throws IOException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new DefaultHandler()); // the default one prints
      return builder.parse(file.toFile()).getDocumentElement();
    } catch (SAXException | ParserConfigurationException e) {
      throw new IOException(file + " is no effective pom: " + e.getMessage(), e);
    }
  }

  private static MavenModule moduleOf(Element project) {
    Element build = child(project, "build").orElse(project);
    Path output = path(build, "directory", "target");
    Optional<Element> compiler = configuration(build, "maven-compiler-plugin", "default-compile");
    Optional<Element> surefire = configuration(build, "maven-surefire-plugin", "default-test");
    return new MavenModule(
        folderWithPom(output),
        path(build, "sourceDirectory", "src/main/java"),
        path(build, "testSourceDirectory", "src/test/java"),
        resources(build, "resources", "resource"),
        resources(build, "testResources", "testResource"),
        path(build, "outputDirectory", "target/classes"),
        path(build, "testOutputDirectory", "target/test-classes"),
        release(project, compiler),
        encoding(project, compiler),
        surefire.map(SurefireFlags::of).orElse(SurefireFlags.DEFAULT));
  }

  private static Path folderWithPom(Path output) {
    for (Path at = output.getParent(); at != null; at = at.getParent()) {
      if (Files.isRegularFile(at.resolve("pom.xml"))) {
        return at;
      }
    }
    return output;
  }

  private static int release(Element project, Optional<Element> compiler) {
    for (String name : List.of("release", "source", "target")) {
      Optional<Integer> level =
          compiler
              .flatMap(c -> text(c, name))
              .or(() -> property(project, "maven.compiler." + name))
              .flatMap(EffectivePom::level);
      if (level.isPresent()) {
        return level.get();
      }
    }
    return 8;
  }

  private static Optional<Integer> level(String text) {
    String number = text.startsWith("1.") ? text.substring(2) : text;
    return number.matches("\\d{1,3}") ? Optional.of(Integer.valueOf(number)) : Optional.empty();
  }

  private static String encoding(Element project, Optional<Element> compiler) {
    return compiler
        .flatMap(c -> text(c, "encoding"))
        .or(() -> property(project, "project.build.sourceEncoding"))
        .orElse("UTF-8");
  }

  private static Optional<String> property(Element project, String name) {
    return child(project, "properties").flatMap(p -> text(p, name));
  }

  private static List<Path> resources(Element build, String list, String item) {
    List<Path> folders = new ArrayList<>();
    child(build, list)
        .ifPresent(
            l ->
                children(l, item)
                    .forEach(r -> text(r, "directory").map(Path::of).ifPresent(folders::add)));
    return folders;
  }

  private static Optional<Element> configuration(Element build, String artifact, String execution) {
    for (Element plugins : children(build, "plugins")) {
      for (Element plugin : children(plugins, "plugin")) {
        if (text(plugin, "artifactId").filter(artifact::equals).isPresent()) {
          return execution(plugin, execution).or(() -> child(plugin, "configuration"));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Element> execution(Element plugin, String id) {
    return child(plugin, "executions").stream()
        .flatMap(e -> children(e, "execution").stream())
        .filter(e -> text(e, "id").filter(id::equals).isPresent())
        .flatMap(e -> child(e, "configuration").stream())
        .findFirst();
  }

  private static Path path(Element build, String name, String otherwise) {
    return Path.of(text(build, name).orElse(otherwise)).toAbsolutePath().normalize();
  }

  static Optional<Element> child(Element parent, String name) {
    return children(parent, name).stream().findFirst();
  }

  static Optional<String> text(Element parent, String name) {
    return child(parent, name).map(e -> e.getTextContent().strip()).filter(t -> !t.isEmpty());
  }

  static List<Element> children(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    for (Node at = parent.getFirstChild(); at != null; at = at.getNextSibling()) {
      if (at instanceof Element element && (name.isEmpty() || element.getTagName().equals(name))) {
        found.add(element);
      }
    }
    return found;
  }
}
