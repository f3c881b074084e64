package dev.mendgate.fixer.rules.bounds;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import dev.mendgate.fixer.analysis.Types;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the methods of a class by which others can ask how much it holds. */
public final class SizeQuestions {
  private static final Pattern SIZE =
      Pattern.compile("(?i)(get)?(\\w*(size|count|length)|size\\w*|length|count)|remaining\\w*");
  private static final Pattern THERE = Pattern.compile("(has|more|can|is(Not)?More)[A-Z]?\\w*");
  private static final Pattern NOTHING =
      Pattern.compile("(?i)(is)?(empty|at_?end|end|eof|finished|done|exhausted)");
  private static final int HOPS = 2;
  private static final int MAX = 3;

  private SizeQuestions() {}

  /**
   * A question.
   *
   * @param call the call without its receiver, such as {@code size()} or {@code children().size()}
   * @param kind how its answer is to be read
   */
  public record Question(String call, Kind kind) {}

  /** What an answer is. */
  public enum Kind {
    /** A number of elements. */
    SIZE,
    /** Yes where there is something. */
    THERE,
    /** Yes where there is nothing. */
    NOTHING
  }

  /**
   * Returns questions about what an access reads, the plainest first.
   *
   * @param owner the type whose methods may be called
   * @param read what the access reads: a field or a call of the type's own
   * @param from file of the code that is to ask
   * @param asker type of that code; null where it has none
   */
  public static List<Question> of(
      Types.Declared owner,
      Types types,
      Expression read,
      ParsedFile from,
      @Nullable TypeDeclaration<?> asker) {
    String name = name(read);
    List<Question> found = new ArrayList<>();
    for (Types.Declared type : types.withSupertypes(owner)) {
      for (MethodDeclaration method : type.type().getMethods()) {
        boolean open = isOpen(method, type, from, asker);
        if (open && method.getParameters().isEmpty() && reads(method, name, type, HOPS)) {
          question(method, type, types).filter(q -> !found.contains(q)).ifPresent(found::add);
        }
      }
    }
    return found.stream()
        .sorted(Comparator.comparingInt((Question q) -> q.call().length()))
        .limit(MAX)
        .toList();
  }

  private static Optional<Question> question(
      MethodDeclaration method, Types.Declared type, Types types) {
    String name = method.getNameAsString();
    String returned = Types.erase(method.getTypeAsString());
    if (returned.equals("int") && SIZE.matcher(name).matches()) {
      return Optional.of(new Question(name + "()", Kind.SIZE));
    }
    if (returned.equals("boolean") && NOTHING.matcher(name).matches()) {
      return Optional.of(new Question(name + "()", Kind.NOTHING));
    }
    if (returned.equals("boolean") && THERE.matcher(name).matches()) {
      return Optional.of(new Question(name + "()", Kind.THERE));
    }
    return isCollection(returned, type, types)
        ? Optional.of(new Question(name + "().size()", Kind.SIZE))
        : Optional.empty();
  }

  private static boolean isCollection(String type, Types.Declared in, Types types) {
    String simple = type.substring(type.lastIndexOf('.') + 1);
    if (Set.of("List", "Collection", "Set", "ArrayList", "LinkedList").contains(simple)) {
      return true;
    }
    return types.declared(type, in.file()).stream()
        .flatMap(found -> types.withSupertypes(found).stream())
        .anyMatch(found -> extendsCollection(found.type()));
  }

  private static boolean extendsCollection(TypeDeclaration<?> type) {
    return type instanceof ClassOrInterfaceDeclaration declared
        && Stream.concat(
                declared.getExtendedTypes().stream(), declared.getImplementedTypes().stream())
            .map(parent -> parent.getNameAsString())
            .anyMatch(
                name -> name.matches("(Abstract|Array|Linked)?List|(Abstract)?Collection|Set"));
  }

  private static boolean reads(Node body, String name, Types.Declared type, int hops) {
    boolean direct =
        body.findFirst(NameExpr.class, found -> found.getNameAsString().equals(name)).isPresent()
            || body.findFirst(
                    FieldAccessExpr.class,
                    found -> found.getScope().isThisExpr() && found.getNameAsString().equals(name))
                .isPresent()
            || body.findFirst(
                    MethodCallExpr.class,
                    found ->
                        found.getScope().map(Expression::isThisExpr).orElse(true)
                            && found.getNameAsString().equals(name))
                .isPresent();
    return direct
        || (hops > 0
            && body.findAll(MethodCallExpr.class).stream()
                .filter(call -> call.getScope().isEmpty() && call.getArguments().isEmpty())
                .flatMap(call -> type.type().getMethodsByName(call.getNameAsString()).stream())
                .filter(method -> method.getParameters().isEmpty())
                .anyMatch(method -> reads(method, name, type, hops - 1)));
  }

  private static boolean isOpen(
      MethodDeclaration method,
      Types.Declared type,
      ParsedFile from,
      @Nullable TypeDeclaration<?> asker) {
    boolean same = asker != null && type.type() == asker;
    boolean samePackage =
        from.unit().getPackageDeclaration().equals(type.file().unit().getPackageDeclaration());
    boolean open =
        method.isPublic()
            || (type.type() instanceof ClassOrInterfaceDeclaration declared
                && declared.isInterface());
    return same || open || (samePackage && !method.isPrivate());
  }

  private static String name(Expression read) {
    if (read instanceof MethodCallExpr call) {
      return call.getNameAsString();
    }
    return read instanceof FieldAccessExpr access ? access.getNameAsString() : read.toString();
  }
}
