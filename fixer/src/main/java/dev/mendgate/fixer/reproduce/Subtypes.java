package dev.mendgate.fixer.reproduce;

import com.github.javaparser.ast.body.TypeDeclaration;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.SourceTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Finds concrete classes of the tree that extend or implement a type; for one thread. */
final class Subtypes {
  private static final int MOST = 4;

  private final SourceTree tree;
  private final RuleContext.Sources sources;
  private final TypeResolver resolver;
  private final Map<TypeName, List<Declared>> found = new HashMap<>();

  Subtypes(SourceTree tree, RuleContext.Sources sources, TypeResolver resolver) {
    this.tree = tree;
    this.sources = sources;
    this.resolver = resolver;
  }

  List<Declared> of(Declared parent) {
    List<Declared> known = found.get(parent.name());
    if (known == null) {
      known = search(parent);
      found.put(parent.name(), known);
    }
    return known;
  }

  private List<Declared> search(Declared parent) {
    Pattern header =
        Pattern.compile(
            "(?:extends|implements)\\s[^{;]*\\b"
                + Pattern.quote(parent.type().getNameAsString())
                + "\\b");
    List<Declared> subtypes = new ArrayList<>();
    for (String path : tree.javaPaths()) {
      if (subtypes.size() < MOST
          && !TestFiles.isTest(path)
          && tree.read(path).filter(text -> header.matcher(text).find()).isPresent()) {
        sources
            .parse(path)
            .ifPresent(
                file ->
                    file.unit().findAll(TypeDeclaration.class).stream()
                        .map(type -> new Declared(file, (TypeDeclaration<?>) type))
                        .filter(type -> !type.isAbstract() && isChild(type, parent))
                        .forEach(subtypes::add));
      }
    }
    return subtypes;
  }

  private boolean isChild(Declared type, Declared parent) {
    return resolver.parents(type).stream().anyMatch(p -> p.name().equals(parent.name()));
  }
}
