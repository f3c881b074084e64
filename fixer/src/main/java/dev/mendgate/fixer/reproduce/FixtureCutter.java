package dev.mendgate.fixer.reproduce;

import com.github.javaparser.ast.ImportDeclaration;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.PackageDeclaration;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Copies from a test class what a slice of one of its tests needs to compile and run. */
final class FixtureCutter {
  /** Stands for the name of the generated class in copied constructors. */
  static final String CLASS_NAME = "\u0003";

  private static final Set<String> LIFECYCLE =
      Set.of(
          "Before",
          "BeforeEach",
          "BeforeClass",
          "BeforeAll",
          "After",
          "AfterEach",
          "AfterClass",
          "AfterAll",
          "Rule",
          "ClassRule");

  private final TypeResolver resolver;
  private final ParsedFile file;
  private final ClassOrInterfaceDeclaration type;

  FixtureCutter(TypeResolver resolver, ParsedFile file, ClassOrInterfaceDeclaration type) {
    this.resolver = resolver;
    this.file = file;
    this.type = type;
  }

  /** Copies; empty where the class runs in a way that a plain test cannot. */
  Optional<Fixture> cut(Slice slice, TestStyle.Framework framework) {
    boolean special =
        type.getAnnotations().stream()
            .anyMatch(
                a ->
                    Set.of("RunWith", "ExtendWith", "Parameterized").contains(a.getNameAsString()));
    if (special || !type.getTypeParameters().isEmpty() || type.isAbstract()) {
      return Optional.empty();
    }
    List<BodyDeclaration<?>> members = members(slice);
    List<String> texts = members.stream().map(this::text).toList();
    String header = header();
    Set<String> used = new HashSet<>();
    slice.pieces().forEach(piece -> used.addAll(Flow.names(piece)));
    members.forEach(member -> used.addAll(Flow.names(member)));
    members.forEach(
        member ->
            member
                .findAll(com.github.javaparser.ast.expr.Name.class)
                .forEach(n -> used.add(n.getIdentifier())));
    type.getExtendedTypes().forEach(t -> used.addAll(Flow.names(t)));
    type.getImplementedTypes().forEach(t -> used.addAll(Flow.names(t)));
    String packageName =
        file.unit().getPackageDeclaration().map(PackageDeclaration::getNameAsString).orElse("");
    return Optional.of(
        new Fixture(file.path(), packageName, imports(used), header, texts, framework));
  }

  private String header() {
    StringBuilder header = new StringBuilder();
    type.getExtendedTypes().forEach(t -> header.append(" extends ").append(file.textOf(t)));
    List<String> interfaces = type.getImplementedTypes().stream().map(file::textOf).toList();
    return interfaces.isEmpty()
        ? header.toString()
        : header + " implements " + String.join(", ", interfaces);
  }

  private boolean plain() {
    return type.getImplementedTypes().isEmpty()
        && type.getExtendedTypes().stream().allMatch(t -> t.getNameAsString().equals("TestCase"));
  }

  private List<String> imports(Set<String> used) {
    List<String> lines = new ArrayList<>();
    for (ImportDeclaration line : file.unit().getImports()) {
      if (line.isAsterisk() || used.contains(line.getName().getIdentifier())) {
        String star = line.isAsterisk() ? ".*" : "";
        lines.add(
            "import " + (line.isStatic() ? "static " : "") + line.getNameAsString() + star + ";");
      }
    }
    return lines;
  }

  private List<BodyDeclaration<?>> members(Slice slice) {
    Set<BodyDeclaration<?>> needed = new LinkedHashSet<>();
    Set<String> names = new HashSet<>();
    slice.pieces().forEach(piece -> names.addAll(Flow.names(piece)));
    boolean grew = true;
    while (grew) {
      grew = false;
      for (BodyDeclaration<?> member : type.getMembers()) {
        if (!needed.contains(member)
            && needs(member, names)
            && !member.isAncestorOf(slice.call())) {
          needed.add(member);
          names.addAll(Flow.names(member));
          grew = true;
        }
      }
    }
    return type.getMembers().stream()
        .filter(needed::contains)
        .<BodyDeclaration<?>>map(m -> m)
        .toList();
  }

  private boolean needs(BodyDeclaration<?> member, Set<String> names) {
    if (member instanceof InitializerDeclaration) {
      return true;
    }
    if (member.getAnnotations().stream().anyMatch(a -> LIFECYCLE.contains(a.getNameAsString()))) {
      return true;
    }
    if (member instanceof FieldDeclaration field) {
      return field.getVariables().stream().anyMatch(v -> names.contains(v.getNameAsString()));
    }
    if (member instanceof MethodDeclaration method) {
      String name = method.getNameAsString();
      boolean overrides =
          method.getAnnotationByName("Override").isPresent() || inherited().contains(name);
      boolean lifecycle =
          method.getParameters().isEmpty() && Set.of("setUp", "tearDown").contains(name);
      return names.contains(name) || lifecycle || (!plain() && overrides);
    }
    if (member instanceof ConstructorDeclaration) {
      return !plain();
    }
    return member instanceof TypeDeclaration<?> nested && names.contains(nested.getNameAsString());
  }

  /** Returns the names of methods that the test class must implement. */
  private Set<String> inherited() {
    Set<String> names = new HashSet<>();
    List<Declared> level = List.of(new Declared(file, type));
    for (int up = 0; up < 4 && !plain(); up++) {
      level = level.stream().flatMap(t -> resolver.parents(t).stream()).toList();
      for (Declared parent : level) {
        parent.type().getMethods().stream()
            .filter(method -> method.isAbstract() || parent.isInterface())
            .forEach(method -> names.add(method.getNameAsString()));
      }
    }
    return names;
  }

  private String text(BodyDeclaration<?> member) {
    if (!(member instanceof ConstructorDeclaration constructor)) {
      return file.textOf(member);
    }
    Node name = constructor.getName();
    int start = file.start(member);
    return file.text().substring(start, file.start(name))
        + CLASS_NAME
        + file.text().substring(file.end(name), file.end(member));
  }
}
