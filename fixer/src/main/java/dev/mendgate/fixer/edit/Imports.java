package dev.mendgate.fixer.edit;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.ImportDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.nodeTypes.NodeWithName;
import com.github.javaparser.ast.type.TypeParameter;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds out how added code may name a type, with an import only where one is needed. */
public final class Imports {
  private Imports() {}

  /**
   * How to write a type.
   *
   * @param name simple name, or the qualified one where the simple name means something else
   * @param edits the import to add; empty where none is needed
   */
  public record TypeUse(String name, List<TextEdit> edits) {
    public TypeUse {
      edits = List.copyOf(edits);
    }
  }

  /** Returns how a top-level type, given by its qualified name, is written in a file. */
  public static TypeUse use(String qualifiedName, ParsedFile file, RuleContext.Sources sources) {
    String simple = qualifiedName.substring(qualifiedName.lastIndexOf('.') + 1);
    String owner =
        qualifiedName.substring(0, Math.max(0, qualifiedName.length() - simple.length() - 1));
    CompilationUnit unit = file.unit();
    String here = unit.getPackageDeclaration().map(NodeWithName::getNameAsString).orElse("");
    if (isImported(unit, qualifiedName)) {
      return new TypeUse(simple, List.of());
    }
    if (isTaken(unit, simple)) {
      return new TypeUse(qualifiedName, List.of());
    }
    if (owner.equals(here)) {
      return new TypeUse(simple, List.of());
    }
    boolean shadowed = sources.declaring(here.isEmpty() ? simple : here + "." + simple).isPresent();
    if (shadowed) {
      return new TypeUse(qualifiedName, List.of());
    }
    boolean visible = owner.equals("java.lang") || isStarImported(unit, owner);
    if (visible) {
      return new TypeUse(simple, List.of());
    }
    return insertion(qualifiedName, file)
        .map(edit -> new TypeUse(simple, List.of(edit)))
        .orElseGet(() -> new TypeUse(qualifiedName, List.of()));
  }

  private static boolean isImported(CompilationUnit unit, String qualifiedName) {
    return unit.getImports().stream()
        .anyMatch(
            found ->
                !found.isStatic()
                    && !found.isAsterisk()
                    && found.getNameAsString().equals(qualifiedName));
  }

  private static boolean isStarImported(CompilationUnit unit, String owner) {
    return unit.getImports().stream()
        .anyMatch(
            found ->
                !found.isStatic() && found.isAsterisk() && found.getNameAsString().equals(owner));
  }

  private static boolean isTaken(CompilationUnit unit, String simple) {
    return unit.getImports().stream()
            .anyMatch(
                found -> !found.isAsterisk() && found.getName().getIdentifier().equals(simple))
        || unit.findFirst(TypeDeclaration.class, type -> type.getNameAsString().equals(simple))
            .isPresent()
        || unit.findFirst(TypeParameter.class, type -> type.getNameAsString().equals(simple))
            .isPresent();
  }

  /** Puts the import behind the last one that sorts before it among those most like it. */
  private static Optional<TextEdit> insertion(String qualifiedName, ParsedFile file) {
    String eol = file.lineEnding();
    List<ImportDeclaration> plain =
        file.unit().getImports().stream().filter(found -> !found.isStatic()).toList();
    if (plain.isEmpty()) {
      return file.unit()
          .getPackageDeclaration()
          .map(behind -> insert(file.end(behind), eol + eol + "import " + qualifiedName + ";"));
    }
    int closest =
        plain.stream().mapToInt(found -> sharedSegments(found, qualifiedName)).max().orElse(0);
    List<ImportDeclaration> group =
        plain.stream().filter(found -> sharedSegments(found, qualifiedName) == closest).toList();
    Optional<ImportDeclaration> before =
        group.stream()
            .filter(found -> found.getNameAsString().compareTo(qualifiedName) < 0)
            .max(Comparator.comparingInt(file::start));
    String line = "import " + qualifiedName + ";";
    return Optional.of(
        before
            .map(found -> insert(file.end(found), eol + line))
            .orElseGet(() -> insert(file.start(group.get(0)), line + eol)));
  }

  private static int sharedSegments(ImportDeclaration found, String qualifiedName) {
    String[] one = found.getNameAsString().split("\\.");
    String[] other = qualifiedName.split("\\.");
    int shared = 0;
    while (shared < Math.min(one.length, other.length) && one[shared].equals(other[shared])) {
      shared++;
    }
    return shared;
  }

  private static TextEdit insert(int at, String text) {
    return new TextEdit(at, at, text);
  }
}
