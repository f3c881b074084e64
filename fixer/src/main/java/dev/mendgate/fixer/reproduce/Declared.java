package dev.mendgate.fixer.reproduce;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.PackageDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.List;
import java.util.Optional;

/** A named type of the source tree, and the file it stands in. */
record Declared(ParsedFile file, TypeDeclaration<?> type) {
  TypeName name() {
    StringBuilder path = new StringBuilder(type.getNameAsString());
    for (Optional<Declared> outer = outer(); outer.isPresent(); outer = outer.get().outer()) {
      path.insert(0, outer.get().type.getNameAsString() + ".");
    }
    return new TypeName(packageName(), path.toString());
  }

  String packageName() {
    return file.unit().getPackageDeclaration().map(PackageDeclaration::getNameAsString).orElse("");
  }

  /** Returns the type this one is a member of. */
  Optional<Declared> outer() {
    return type.getParentNode()
        .filter(TypeDeclaration.class::isInstance)
        .map(parent -> new Declared(file, (TypeDeclaration<?>) parent));
  }

  /** Returns whether code of a package can name the type. */
  boolean visibleFrom(String fromPackage) {
    boolean nameable =
        fromPackage.equals(packageName())
            ? !type.isPrivate()
            : type.isPublic() || memberOfInterface();
    return nameable
        && !local()
        && outer().map(outer -> outer.visibleFrom(fromPackage)).orElse(true);
  }

  private boolean memberOfInterface() {
    return outer().map(outer -> outer.isInterface()).orElse(false);
  }

  private boolean local() {
    return type.getParentNode()
        .filter(parent -> parent instanceof TypeDeclaration<?> || parent == file.unit())
        .isEmpty();
  }

  boolean isInterface() {
    return type instanceof ClassOrInterfaceDeclaration declaration && declaration.isInterface();
  }

  boolean isAbstract() {
    return type instanceof ClassOrInterfaceDeclaration declaration
        && (declaration.isInterface() || declaration.isAbstract());
  }

  /** Returns whether an instance needs one of the outer type. */
  boolean inner() {
    return type instanceof ClassOrInterfaceDeclaration declaration
        && !declaration.isInterface()
        && !declaration.isStatic()
        && outer().isPresent()
        && !memberOfInterface();
  }

  List<ConstructorDeclaration> constructors() {
    return type.getConstructors();
  }

  boolean encloses(Node node) {
    return type == node || type.isAncestorOf(node);
  }
}
