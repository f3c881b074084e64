package dev.mendgate.fixer.source;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.expr.TextBlockLiteralExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.type.UnionType;
import com.github.javaparser.ast.type.VarType;

/**
 * The Java release a file's own text shows it is written for, so that a patch doesn't bring in what
 * the project's compiler refuses. A lower bound where something newer is used; a guess where the
 * text writes type arguments out that newer code leaves to the compiler.
 *
 * @param release 4 (raw collections), 6, 7, or 8, which stands for 8 and later; 8 where nothing
 *     tells
 */
public record SourceAge(int release) {

  /** Reads the age off a file. */
  public static SourceAge of(ParsedFile file) {
    CompilationUnit unit = file.unit();
    if (showsEight(unit)) {
      return new SourceAge(8);
    }
    if (showsSeven(unit)) {
      return new SourceAge(7);
    }
    boolean writesArguments =
        unit.findFirst(
                ObjectCreationExpr.class,
                creation ->
                    creation.getAnonymousClassBody().isEmpty()
                        && creation
                            .getType()
                            .getTypeArguments()
                            .filter(a -> !a.isEmpty())
                            .isPresent())
            .isPresent();
    return new SourceAge(writesArguments ? 6 : 8);
  }

  private static boolean showsEight(CompilationUnit unit) {
    return unit.findFirst(LambdaExpr.class).isPresent()
        || unit.findFirst(MethodReferenceExpr.class).isPresent()
        || unit.findFirst(SwitchExpr.class).isPresent()
        || unit.findFirst(TextBlockLiteralExpr.class).isPresent()
        || unit.findFirst(TypePatternExpr.class).isPresent()
        || unit.findFirst(VarType.class).isPresent()
        || unit.getModule().isPresent()
        || unit.getTypes().stream().anyMatch(type -> type.isRecordDeclaration())
        || unit.getImports().stream()
            .anyMatch(
                used ->
                    used.getNameAsString().startsWith("java.util.function")
                        || used.getNameAsString().startsWith("java.util.stream")
                        || used.getNameAsString().startsWith("java.time"));
  }

  private static boolean showsSeven(CompilationUnit unit) {
    return unit.findFirst(
                ObjectCreationExpr.class, creation -> creation.getType().isUsingDiamondOperator())
            .isPresent()
        || unit.findFirst(UnionType.class).isPresent()
        || unit.findFirst(TryStmt.class, statement -> !statement.getResources().isEmpty())
            .isPresent();
  }

  /** Returns whether {@code new ArrayList<>()} may be written. */
  public boolean hasDiamond() {
    return release >= 7;
  }

  /**
   * Returns whether a lambda may be written; also for files of release 7, which may as well be of a
   * later one.
   */
  public boolean hasLambda() {
    return release >= 7;
  }
}
