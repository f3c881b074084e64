package dev.mendgate.gateway.source.frame;

import dev.mendgate.gateway.source.CommitTree;
import dev.mendgate.gateway.source.LastUsed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The files of a commit that are written in other languages of the JVM. */
final class ForeignSources {
  private static final int MAX_READ = 300;
  private static final int KEPT_HEADERS = 4_096;

  private final CommitTree tree;
  private final Map<String, List<String>> byName;
  private final Map<String, Header> headers = LastUsed.of(KEPT_HEADERS);

  ForeignSources(CommitTree tree) {
    this.tree = tree;
    this.byName =
        tree.paths(name -> !name.endsWith(".java") && Language.ofFile(name).isPresent()).stream()
            .collect(Collectors.groupingBy(ForeignSources::name));
  }

  /** Returns the file of that simple name which the class was compiled from. */
  Optional<String> find(BinaryName type, String file) {
    String source = file.replaceFirst("_(jspx?|tag)\\.java$", ".$1");
    return byName.getOrDefault(source, List.of()).stream()
        .filter(path -> isOf(path, type))
        .min(SourceFolders.mainFirst(type.packageName()));
  }

  /** Returns the file which the class was compiled from, told by the class alone. */
  Optional<String> find(BinaryName type, @Nullable Language language) {
    List<String> stems = stems(type);
    Optional<String> named =
        languages(language)
            .flatMap(l -> l.endings().stream())
            .flatMap(ending -> stems.stream().map(stem -> stem + "." + ending))
            .flatMap(name -> find(type, name).stream())
            .findFirst();
    return named.isPresent() ? named : declaring(type, language);
  }

  /** Searches the folders that may be the package's for a file of another name. */
  private Optional<String> declaring(BinaryName type, @Nullable Language language) {
    String folder = "/" + type.packageName().substring(type.packageName().lastIndexOf('.') + 1);
    List<String> endings = languages(language).flatMap(l -> l.endings().stream()).toList();
    return byName.values().stream()
        .flatMap(List::stream)
        .filter(path -> ("/" + parent(path)).endsWith(folder))
        .filter(path -> endings.contains(path.substring(path.lastIndexOf('.') + 1)))
        .sorted()
        .limit(MAX_READ)
        .filter(path -> isOf(path, type) && declares(path, type))
        .min(SourceFolders.mainFirst(type.packageName()));
  }

  private boolean declares(String path, BinaryName type) {
    return type.topLevelTypes().stream().anyMatch(header(path).names()::contains);
  }

  /** Says whether the file's package is the class's; some languages' is their folder. */
  private boolean isOf(String path, BinaryName type) {
    return switch (Language.ofFile(name(path)).orElseThrow()) {
      case JSP, JAVASCRIPT -> true;
      case CLOJURE, PYTHON, RUBY ->
          ("/" + parent(path)).endsWith("/" + type.packageName().replace('.', '/'));
      default -> header(path).packageName().equals(type.packageName());
    };
  }

  private Header header(String path) {
    return headers.computeIfAbsent(path, p -> Header.of(tree.read(p).orElse("")));
  }

  /** The package of a file and the names that its classes get. */
  private record Header(String packageName, Set<String> names) {
    private static final Pattern PACKAGE =
        Pattern.compile("(?m)^[ \\t]*+package[ \\t]++(?:object[ \\t]++)?([\\w.`]++)");
    private static final Pattern DECLARED =
        Pattern.compile(
            "\\b(?:class|object|interface|trait|enum|record)\\s++`?(\\w++)"
                + "|@file:JvmName\\(\\s*+\"(\\w++)\"");

    static Header of(String text) {
      List<String> parts = new ArrayList<>();
      Matcher clause = PACKAGE.matcher(text);
      while (clause.find() && parts.size() < 8) {
        parts.add(clause.group(1).replace("`", ""));
      }
      Set<String> names = new HashSet<>();
      Matcher declared = DECLARED.matcher(text);
      while (declared.find()) {
        names.add(declared.group(1) == null ? declared.group(2) : declared.group(1));
      }
      return new Header(String.join(".", parts), names);
    }
  }

  /** Returns names that the file may have, without ending: {@code Foo} of {@code FooKt}. */
  private static List<String> stems(BinaryName type) {
    List<String> stems = new ArrayList<>();
    for (String name : type.topLevelTypes()) {
      String plain = name.replaceFirst("__\\w+$", "");
      if (plain.endsWith("Kt") && plain.length() > 2) {
        String facade = plain.substring(0, plain.length() - 2);
        stems.add(facade);
        stems.add(facade.substring(0, 1).toLowerCase(Locale.ROOT) + facade.substring(1));
      }
      stems.add(plain);
    }
    return stems;
  }

  private static Stream<Language> languages(@Nullable Language only) {
    return only == null ? Stream.of(Language.values()) : Stream.of(only);
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static String parent(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }
}
