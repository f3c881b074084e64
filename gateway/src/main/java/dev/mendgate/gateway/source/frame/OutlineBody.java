package dev.mendgate.gateway.source.frame;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.nodeTypes.SwitchNode;
import com.github.javaparser.ast.stmt.AssertStmt;
import com.github.javaparser.ast.stmt.BlockStmt;
import dev.mendgate.gateway.source.frame.Outline.Call;
import dev.mendgate.gateway.source.frame.Outline.Lines;
import dev.mendgate.gateway.source.frame.Outline.Member;
import dev.mendgate.gateway.source.frame.Outline.Part;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gathers what one type's body holds. */
final class OutlineBody {
  final List<Member> members = new ArrayList<>();
  final List<TypeSpan> nested = new ArrayList<>();
  final Set<Integer> switches = new HashSet<>();
  boolean asserting;
  private final boolean staticFields;

  OutlineBody(boolean staticFields) {
    this.staticFields = staticFields;
  }

  void constant(EnumConstantDeclaration constant) {
    add(
        Part.STATIC_INITIALISER,
        "",
        constant,
        OutlineReader.lines(constant).first(),
        constant.getArguments());
    if (!constant.getClassBody().isEmpty()) {
      anonymous(constant, constant.getArguments(), constant.getName(), constant.getClassBody());
    }
  }

  void member(BodyDeclaration<?> member) {
    int first = OutlineReader.lines(member).first();
    if (member instanceof TypeDeclaration<?> type) {
      nested.add(OutlineReader.type(type, TypeSpan.Kind.NAMED));
    } else if (member instanceof MethodDeclaration method) {
      add(
          method.isStatic() ? Part.STATIC_METHOD : Part.METHOD,
          method.getNameAsString(),
          method,
          OutlineReader.lines(method.getName()).first(),
          method.getChildNodes());
    } else if (member instanceof ConstructorDeclaration constructor) {
      int at = OutlineReader.lines(constructor.getName()).first();
      add(Part.CONSTRUCTOR, "", constructor, at, constructor.getChildNodes());
    } else if (member instanceof CompactConstructorDeclaration constructor) {
      int at = OutlineReader.lines(constructor.getName()).first();
      add(Part.CONSTRUCTOR, "", constructor, at, constructor.getChildNodes());
    } else if (member instanceof FieldDeclaration field) {
      boolean shared = staticFields || field.isStatic();
      add(initialiser(shared), "", field, first, field.getVariables());
    } else if (member instanceof InitializerDeclaration block) {
      add(initialiser(block.isStatic()), "", block, first, block.getChildNodes());
    }
  }

  private static Part initialiser(boolean shared) {
    return shared ? Part.STATIC_INITIALISER : Part.INSTANCE_INITIALISER;
  }

  private void add(Part part, String name, Node node, int at, List<? extends Node> children) {
    List<Lines> lambdas = new ArrayList<>();
    List<Call> calls = new ArrayList<>();
    for (Node child : children) {
      visit(child, lambdas, calls);
    }
    members.add(
        new Member(
            part, name, OutlineReader.lines(node), at, List.copyOf(lambdas), List.copyOf(calls)));
  }

  private void visit(Node node, List<Lines> lambdas, List<Call> calls) {
    if (node instanceof TypeDeclaration<?> local) {
      nested.add(OutlineReader.type(local, TypeSpan.Kind.LOCAL));
      return;
    }
    if (node instanceof LambdaExpr lambda) {
      lambdas.add(code(lambda));
    } else if (node instanceof MethodReferenceExpr) {
      lambdas.add(OutlineReader.lines(node));
    } else if (node instanceof MethodCallExpr call) {
      calls.add(new Call(call.getNameAsString(), OutlineReader.lines(call.getName()).first()));
    }
    asserting |= node instanceof AssertStmt;
    if (node instanceof SwitchNode) {
      switches.add(OutlineReader.lines(node).first());
    }
    List<? extends Node> children = node.getChildNodes();
    if (node instanceof ObjectCreationExpr creation) {
      String type = creation.getType().getNameAsString();
      calls.add(new Call(type, OutlineReader.lines(creation.getType()).first()));
      Optional<NodeList<BodyDeclaration<?>>> body = creation.getAnonymousClassBody();
      if (body.isPresent()) {
        anonymous(creation, creation.getArguments(), creation.getType(), body.get());
        children = besideBody(creation);
      }
    }
    for (Node child : children) {
      visit(child, lambdas, calls);
    }
  }

  /** Returns the lines of a lambda's body; what stands before it is the method's around it. */
  private static Lines code(LambdaExpr lambda) {
    Lines body = OutlineReader.lines(lambda.getBody());
    return lambda.getBody() instanceof BlockStmt block && block.getStatements().isNonEmpty()
        ? new Lines(OutlineReader.lines(block.getStatement(0)).first(), body.last())
        : body;
  }

  private static List<Node> besideBody(ObjectCreationExpr creation) {
    List<Node> children = new ArrayList<>(creation.getArguments());
    @Nullable Node scope = creation.getScope().orElse(null);
    if (scope != null) {
      children.add(0, scope);
    }
    return children;
  }

  private void anonymous(
      Node node,
      NodeList<? extends Node> arguments,
      Node named,
      NodeList<BodyDeclaration<?>> declared) {
    OutlineBody body = new OutlineBody(false);
    declared.forEach(body::member);
    int last = OutlineReader.lines(named).last();
    for (Node argument : arguments) {
      last = Math.max(last, OutlineReader.lines(argument).last());
    }
    Lines header = new Lines(OutlineReader.lines(node).first(), last);
    // The body of an enum's constant inherits from the enum alone, which takes no bridges.
    Set<String> added =
        node instanceof EnumConstantDeclaration ? Set.of("<init>") : Set.of("<init>", TypeSpan.ANY);
    nested.add(
        new TypeSpan(
            TypeSpan.Kind.ANONYMOUS,
            "",
            OutlineReader.lines(node),
            header,
            added,
            body.switches,
            body.members,
            body.nested));
  }
}
