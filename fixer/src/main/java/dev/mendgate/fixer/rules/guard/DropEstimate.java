package dev.mendgate.fixer.rules.guard;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.google.auto.service.AutoService;
import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.Risk;
import dev.mendgate.fixer.Rule;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.analysis.Enclosing;
import dev.mendgate.fixer.analysis.Types;
import dev.mendgate.fixer.edit.NodeEdits;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Deletes a failing estimate of how large a buffer or collection will be. */
@AutoService(Rule.class)
public final class DropEstimate implements Rule {
  private static final double CONFIDENCE = 0.82;
  private static final Set<String> GROWING =
      Set.of(
          "StringBuilder",
          "StringBuffer",
          "StringWriter",
          "ByteArrayOutputStream",
          "CharArrayWriter",
          "ArrayList",
          "Vector",
          "ArrayDeque",
          "HashMap",
          "HashSet",
          "LinkedHashMap",
          "LinkedHashSet",
          "Hashtable");

  @Override
  public String name() {
    return "drop-estimate";
  }

  @Override
  public List<CandidateFix> propose(RuleContext context) {
    return NullGuards.propose(name(), context, DropEstimate::drafts);
  }

  private static List<Draft> drafts(Hazard hazard) {
    Optional<ObjectCreationExpr> creation = around(hazard.use());
    if (creation.isEmpty() || !isEstimate(creation.get(), hazard)) {
      return List.of();
    }
    NodeEdits edits = new NodeEdits(hazard.file());
    List<ObjectCreationExpr> all = like(creation.get(), hazard);
    all.forEach(found -> edits.replace(found.getArgument(0), ""));
    String also = all.size() == 1 ? "" : " The same is done in the overloads.";
    return List.of(
        new Draft(
            "Create the %s without an estimate of its size".formatted(creation.get().getType()),
            "The value is only an estimate of a size that grows by itself; from now on nothing is computed for it, and the result is the same.%s"
                .formatted(also),
            Risk.LOW,
            CONFIDENCE,
            edits.toFileEdit().edits()));
  }

  private static Optional<ObjectCreationExpr> around(Node use) {
    Node child = use;
    while (child.getParentNode().isPresent() && child instanceof Expression) {
      Node parent = child.getParentNode().get();
      if (parent instanceof ObjectCreationExpr creation) {
        Node argument = child;
        return Optional.of(creation)
            .filter(found -> found.getArguments().size() == 1)
            .filter(found -> found.getArgument(0) == argument);
      }
      child = parent;
    }
    return Optional.empty();
  }

  /** A number, not a text or another collection to start with. */
  private static boolean isEstimate(ObjectCreationExpr creation, Hazard hazard) {
    Expression argument = creation.getArgument(0);
    boolean number =
        argument.isBinaryExpr()
            ? hazard
                .types()
                .of(argument.asBinaryExpr().getRight())
                .filter("int"::equals)
                .isPresent()
            : isCount(argument) || hazard.types().of(argument).filter("int"::equals).isPresent();
    boolean text = argument.findFirst(StringLiteralExpr.class).isPresent();
    return number
        && !text
        && creation.getAnonymousClassBody().isEmpty()
        && GROWING.contains(creation.getType().getNameAsString());
  }

  private static boolean isCount(Expression argument) {
    return argument instanceof MethodCallExpr call
        && Set.of("length", "size").contains(call.getNameAsString())
        && call.getArguments().isEmpty();
  }

  /** The creation itself, and those of overloads that need the same of a parameter alike. */
  private static List<ObjectCreationExpr> like(ObjectCreationExpr creation, Hazard hazard) {
    Optional<CallableDeclaration<?>> method = Enclosing.callable(creation);
    Optional<TypeDeclaration<?>> type = Types.around(creation);
    if (method.isEmpty() || type.isEmpty()) {
      return List.of(creation);
    }
    String needed = hazard.use().toString();
    return type.get().findAll(ObjectCreationExpr.class).stream()
        .filter(
            found ->
                found == creation
                    || (found.getType().equals(creation.getType())
                        && found.getArguments().size() == 1
                        && isOverload(found, method.get())
                        && contains(found.getArgument(0), needed)))
        .toList();
  }

  private static boolean isOverload(Expression found, CallableDeclaration<?> method) {
    return Enclosing.callable(found)
        .filter(other -> other != method)
        .filter(other -> other.getNameAsString().equals(method.getNameAsString()))
        .isPresent();
  }

  private static boolean contains(Expression argument, String needed) {
    return !argument.isLiteralExpr()
        && !(argument instanceof NameExpr)
        && argument
            .findFirst(Expression.class, found -> found.toString().equals(needed))
            .isPresent();
  }
}
