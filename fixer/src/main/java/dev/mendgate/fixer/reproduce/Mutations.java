package dev.mendgate.fixer.reproduce;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.type.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Changes of one thing in a slice of an existing test. */
final class Mutations {
  private static final int MOST_ARGUMENTS = 8;
  private static final int MOST_LITERALS = 12;

  private final Clues clues;
  private final Values values;

  Mutations(Clues clues, Values values) {
    this.clues = clues;
    this.values = values;
  }

  /** A changed slice. */
  record Mutation(String label, List<String> statements) {}

  /**
   * Returns changes, one of each kind before a second of any.
   *
   * @param samePackage whether the test may name what the target's package keeps for itself
   */
  List<Mutation> of(Target target, Slice slice, boolean samePackage) {
    List<List<Mutation>> ways = new ArrayList<>();
    List<Expression> arguments = slice.arguments();
    for (int i = 0; samePackage && i < arguments.size(); i++) {
      ways.add(replaced(target, slice, i));
    }
    for (Node literal : literals(slice)) {
      ways.add(changed(slice, literal));
    }
    ways.add(repeated(slice));
    return Combos.interleave(ways, 40);
  }

  private List<Mutation> replaced(Target target, Slice slice, int index) {
    List<Parameter> parameters = target.parameters();
    Parameter parameter = parameters.get(Math.min(index, parameters.size() - 1));
    boolean spread = parameter.isVarArgs() && slice.arguments().size() != parameters.size();
    Type type = spread ? parameter.getType() : Instances.type(parameter);
    String cast = "(" + values.text().erased(type, target.callable()) + ") ";
    Expression argument = slice.arguments().get(index);
    List<Mutation> found = new ArrayList<>();
    for (Value value : values.of(type, target.callable(), target.implicates(parameter), 0)) {
      String code = value.isNull() ? cast + "null" : value.code();
      if (found.size() < MOST_ARGUMENTS && !code.equals(slice.file().textOf(argument))) {
        found.add(mutation("With" + value.label(), slice, argument, code));
      }
    }
    return found;
  }

  /** Returns literals, those nearest to the call first. */
  private static List<Node> literals(Slice slice) {
    Set<Node> found = new LinkedHashSet<>(slice.call().findAll(Node.class, Mutations::changeable));
    List<Node> pieces = new ArrayList<>(slice.pieces());
    Collections.reverse(pieces);
    for (Node piece : pieces) {
      found.addAll(piece.findAll(Node.class, Mutations::changeable));
    }
    return found.stream().limit(MOST_LITERALS).toList();
  }

  private static boolean changeable(Node node) {
    return node instanceof StringLiteralExpr
        || node instanceof IntegerLiteralExpr
        || (node instanceof ArrayInitializerExpr array && !array.getValues().isEmpty());
  }

  private List<Mutation> changed(Slice slice, Node literal) {
    List<Mutation> found = new ArrayList<>();
    if (literal instanceof StringLiteralExpr string) {
      strings(string.asString())
          .forEach(
              text ->
                  found.add(
                      mutation(
                          "With" + ScalarValues.label(text),
                          slice,
                          literal,
                          JavaText.string(text))));
      if (clues.isNull()) {
        String cast = "(" + TypeName.mark("java.lang.String") + ") ";
        found.add(0, mutation("WithNull", slice, literal, cast + "null"));
      }
    } else if (literal instanceof IntegerLiteralExpr) {
      for (int number : values.scalars().ints(true)) {
        if (found.size() < MOST_ARGUMENTS) {
          found.add(
              mutation(
                  "With" + ScalarValues.label(number), slice, literal, String.valueOf(number)));
        }
      }
    } else if (literal instanceof ArrayInitializerExpr array) {
      List<Expression> elements = array.getValues();
      for (Expression element : elements.subList(0, Math.min(2, elements.size()))) {
        if (clues.isNull()) {
          found.add(mutation("WithNullElement", slice, element, "null"));
        }
      }
      found.add(mutation("WithEmptyArray", slice, literal, "{}"));
    }
    return found;
  }

  private List<String> strings(String original) {
    Set<String> found = new LinkedHashSet<>(clues.messageStrings());
    int length = original.length();
    if (clues.isBounds() && clues.messageLength() >= 0 && clues.messageLength() < length) {
      found.add(original.substring(0, clues.messageLength()));
    }
    if (length > 0) {
      found.add(original.substring(0, length - 1));
    }
    found.add("");
    if (clues.isBounds()) {
      for (int end = length - 2; end > 0; end--) {
        boolean edge = length <= 12 || !Character.isLetterOrDigit(original.charAt(end));
        if (edge) {
          found.add(original.substring(0, end));
        }
      }
    }
    clues.minedChars().forEach(c -> found.add(original + c));
    found.remove(original);
    return found.stream().limit(MOST_LITERALS).toList();
  }

  private static List<Mutation> repeated(Slice slice) {
    List<String> statements = new ArrayList<>(slice.statements(Map.of()));
    statements.add(slice.file().textOf(slice.call()) + ";");
    return List.of(new Mutation("Repeated", statements));
  }

  private static Mutation mutation(String label, Slice slice, Node node, String code) {
    return new Mutation(label, slice.statements(Map.of(node, code)));
  }
}
