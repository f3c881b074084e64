package dev.mendgate.fixer.reproduce;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.ImportDeclaration;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.PackageDeclaration;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds what a type name means where it stands, from declarations, imports and the JDK. */
final class TypeResolver {
  private final RuleContext.Sources sources;

  TypeResolver(RuleContext.Sources sources) {
    this.sources = sources;
  }

  /** Returns the class of a JDK type, not initialised. */
  static Optional<Class<?>> jdk(TypeName name) {
    if (!name.packageName().startsWith("java.") && !name.packageName().startsWith("javax.")) {
      return Optional.empty();
    }
    try {
      String binary = name.packageName() + "." + name.path().replace('.', '$');
      return Optional.of(Class.forName(binary, false, ClassLoader.getPlatformClassLoader()));
    } catch (ClassNotFoundException | LinkageError absent) {
      return Optional.empty();
    }
  }

  /** Returns the declaration of a type of the tree. */
  Optional<Declared> declared(TypeName name) {
    String top = new TypeName(name.packageName(), name.outermost()).qualified();
    Optional<Declared> found =
        sources.declaring(top).flatMap(file -> topLevel(file, name.outermost()));
    String[] segments = name.path().split("\\.");
    for (int i = 1; i < segments.length && found.isPresent(); i++) {
      found = member(found.get(), segments[i]);
    }
    return found;
  }

  /** Returns what a name, simple or qualified, means at a node. */
  Optional<TypeName> name(String written, Node at) {
    int dot = written.indexOf('.');
    String first = dot < 0 ? written : written.substring(0, dot);
    Optional<TypeName> found =
        enclosing(first, at).or(() -> imported(first, at)).or(() -> unimported(first, at));
    if (dot < 0) {
      return found;
    }
    return found
        .map(outer -> new TypeName(outer.packageName(), outer.path() + written.substring(dot)))
        .or(() -> Optional.of(TypeName.of(written)).filter(this::exists));
  }

  private boolean exists(TypeName name) {
    return declared(name).isPresent() || jdk(name).isPresent();
  }

  private Optional<TypeName> enclosing(String simple, Node at) {
    Optional<ParsedFile> file = Optional.empty();
    for (Node node = at; node != null; node = node.getParentNode().orElse(null)) {
      if (!(node instanceof TypeDeclaration<?> type) || type.getFullyQualifiedName().isEmpty()) {
        continue;
      }
      if (file.isEmpty()) {
        file = sources.declaring(outermost(type).getFullyQualifiedName().orElseThrow());
      }
      Optional<Declared> here = file.map(parsed -> new Declared(parsed, type));
      Optional<TypeName> found =
          type.getNameAsString().equals(simple)
              ? here.map(Declared::name)
              : here.flatMap(declared -> inherited(declared, simple, 4)).map(Declared::name);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static TypeDeclaration<?> outermost(TypeDeclaration<?> type) {
    TypeDeclaration<?> top = type;
    for (Node n = type; n != null; n = n.getParentNode().orElse(null)) {
      if (n instanceof TypeDeclaration<?> outer) {
        top = outer;
      }
    }
    return top;
  }

  private Optional<Declared> inherited(Declared owner, String simple, int levels) {
    Optional<Declared> own = member(owner, simple);
    if (own.isPresent() || levels == 0) {
      return own;
    }
    for (Declared parent : parents(owner)) {
      Optional<Declared> found = inherited(parent, simple, levels - 1);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** Returns the direct supertypes that the tree declares. */
  List<Declared> parents(Declared owner) {
    List<Declared> parents = new ArrayList<>();
    if (owner.type() instanceof ClassOrInterfaceDeclaration declaration) {
      // A supertype's name cannot be a member of the type itself, so it is looked up outside.
      Node outside = declaration.getParentNode().orElse(owner.file().unit());
      declaration.getExtendedTypes().forEach(t -> add(t.getNameWithScope(), outside, parents));
      declaration.getImplementedTypes().forEach(t -> add(t.getNameWithScope(), outside, parents));
    }
    return parents;
  }

  /** Returns whether a type is below another, as far as the tree shows. */
  boolean isBelow(Declared type, TypeName ancestor, int levels) {
    for (Declared parent : parents(type)) {
      if (parent.name().equals(ancestor) || (levels > 1 && isBelow(parent, ancestor, levels - 1))) {
        return true;
      }
    }
    return false;
  }

  private void add(String written, Node at, List<Declared> to) {
    name(written, at).flatMap(this::declared).ifPresent(to::add);
  }

  private static Optional<Declared> topLevel(ParsedFile file, String simple) {
    for (TypeDeclaration<?> type : file.unit().getTypes()) {
      if (type.getNameAsString().equals(simple)) {
        return Optional.of(new Declared(file, type));
      }
    }
    return Optional.empty();
  }

  private static Optional<Declared> member(Declared owner, String simple) {
    for (BodyDeclaration<?> member : owner.type().getMembers()) {
      if (member instanceof TypeDeclaration<?> type && type.getNameAsString().equals(simple)) {
        return Optional.of(new Declared(owner.file(), type));
      }
    }
    return Optional.empty();
  }

  private Optional<TypeName> imported(String simple, Node at) {
    for (ImportDeclaration line : imports(at)) {
      if (!line.isAsterisk() && line.getName().getIdentifier().equals(simple)) {
        TypeName name = TypeName.of(line.getNameAsString());
        if (!line.isStatic() || exists(name)) {
          return Optional.of(name);
        }
      }
    }
    return Optional.empty();
  }

  private Optional<TypeName> unimported(String simple, Node at) {
    List<String> places = new ArrayList<>();
    places.add(
        unit(at)
            .flatMap(CompilationUnit::getPackageDeclaration)
            .map(PackageDeclaration::getNameAsString)
            .orElse(""));
    for (ImportDeclaration line : imports(at)) {
      if (line.isAsterisk()) {
        places.add(line.getNameAsString());
      }
    }
    places.add("java.lang");
    return places.stream()
        .map(place -> place.isEmpty() ? new TypeName("", simple) : inside(place, simple))
        .filter(this::exists)
        .findFirst();
  }

  private static TypeName inside(String place, String simple) {
    TypeName outer = TypeName.of(place + "." + simple);
    return outer.path().isEmpty() ? new TypeName(place, simple) : outer;
  }

  private static List<ImportDeclaration> imports(Node at) {
    return unit(at).map(unit -> List.copyOf(unit.getImports())).orElse(List.of());
  }

  private static Optional<CompilationUnit> unit(Node at) {
    return at.findCompilationUnit();
  }
}
