package dev.mendgate.fixer.rules.recursion;

import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.type.PrimitiveType;
import dev.mendgate.fixer.Effect;
import dev.mendgate.fixer.analysis.Types;
import java.util.Map;

/**
 * What a recursive method returns where it must not go on.
 *
 * @param text source of the value; empty for none
 */
record Result(String text, Effect effect) {
  private static final Map<String, String> EMPTY =
      Map.of(
          "List", "java.util.Collections.emptyList()",
          "Collection", "java.util.Collections.emptyList()",
          "Set", "java.util.Collections.emptySet()",
          "Map", "java.util.Collections.emptyMap()",
          "String", "\"\"");

  /** Returns the object that came in, where that is of the returned type; else a neutral value. */
  static Result of(MethodDeclaration method, String input) {
    String type = Types.erase(method.getTypeAsString());
    boolean same =
        method
            .getParameterByName(input)
            .filter(found -> Types.erase(found.getTypeAsString()).equals(type))
            .isPresent();
    if (same) {
      return new Result(input, Effect.REPAIRS);
    }
    return method.getType().isVoidType()
        ? new Result("", Effect.REPAIRS)
        : new Result(neutral(method, type), Effect.DEFAULTS);
  }

  private static String neutral(MethodDeclaration method, String type) {
    if (method.getType() instanceof PrimitiveType primitive) {
      if (primitive.getType() == PrimitiveType.Primitive.BOOLEAN) {
        // Two that are being compared already differ in nothing that was seen so far.
        return method.getNameAsString().startsWith("equals") ? "true" : "false";
      }
      return "0";
    }
    return EMPTY.getOrDefault(type, "null");
  }
}
