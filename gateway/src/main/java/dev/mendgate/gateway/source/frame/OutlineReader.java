package dev.mendgate.gateway.source.frame;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Modifier;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.RecordDeclaration;
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
import dev.mendgate.gateway.source.frame.Outline.TypeSpan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parses a Java file of whatever language level and keeps its outline only. */
final class OutlineReader {
  private OutlineReader() {}

  /** Reads a file's text; of broken text, what could be made of it. */
  static Outline read(String text) {
    int lines = (int) text.lines().count();
    ParserConfiguration configuration =
        new ParserConfiguration().setLanguageLevel(LanguageLevel.RAW).setAttributeComments(false);
    try {
      ParseResult<CompilationUnit> parsed = new JavaParser(configuration).parse(text);
      List<TypeSpan> types =
          parsed.getResult().stream()
              .flatMap(unit -> unit.getTypes().stream())
              .map(type -> type(type, TypeSpan.Kind.NAMED))
              .toList();
      return new Outline(lines, types, parsed.isSuccessful());
    } catch (StackOverflowError e) {
      // Nesting this deep is not written by people; the frame keeps its line, unchecked.
      return new Outline(lines, List.of(), false);
    }
  }

  private static TypeSpan type(TypeDeclaration<?> type, TypeSpan.Kind kind) {
    boolean staticFields =
        type.isAnnotationDeclaration()
            || type instanceof ClassOrInterfaceDeclaration c && c.isInterface();
    Body body = new Body(staticFields);
    if (type instanceof EnumDeclaration constants) {
      constants.getEntries().forEach(body::constant);
    }
    type.getMembers().forEach(body::member);
    Lines header = header(type);
    return new TypeSpan(
        kind,
        type.getNameAsString(),
        lines(type),
        header,
        added(type, body),
        body.switches,
        body.members,
        body.nested);
  }

  /** Returns the methods that a compiler may add to a type, all of them at its header. */
  private static Set<String> added(TypeDeclaration<?> type, Body body) {
    Set<String> added = new HashSet<>();
    boolean wholly = type.isEnumDeclaration() || type.isRecordDeclaration();
    boolean constructed = type.getMembers().stream().anyMatch(m -> isConstructor(m, type));
    // Another class calls a private constructor by one that is added.
    if (type.isEnumDeclaration()
        || !constructed
        || type.getMembers().stream().anyMatch(OutlineReader::isHidden)) {
      added.add("<init>");
    }
    if (body.asserting || type.isEnumDeclaration()) {
      added.add("<clinit>");
    }
    if (type instanceof RecordDeclaration record) {
      record.getParameters().forEach(component -> added.add(component.getNameAsString()));
    }
    boolean heir =
        type instanceof ClassOrInterfaceDeclaration c
            && (c.getExtendedTypes().isNonEmpty() || c.getImplementedTypes().isNonEmpty());
    if (wholly || heir) {
      added.add(TypeSpan.ANY);
    }
    return added;
  }

  /** Says whether it is a constructor that the compiler would add otherwise. */
  private static boolean isConstructor(BodyDeclaration<?> member, TypeDeclaration<?> type) {
    if (member instanceof ConstructorDeclaration declared && type instanceof RecordDeclaration r) {
      return declared.getParameters().size() == r.getParameters().size();
    }
    return member instanceof ConstructorDeclaration
        || member instanceof CompactConstructorDeclaration;
  }

  private static boolean isHidden(BodyDeclaration<?> member) {
    return member instanceof ConstructorDeclaration c && c.isPrivate();
  }

  private static Lines header(TypeDeclaration<?> type) {
    int last = lines(type.getName()).last();
    int first = type.getAnnotations().isEmpty() ? lines(type).first() : last;
    for (Modifier modifier : type.getModifiers()) {
      first = lines(modifier).last();
    }
    List<NodeList<? extends Node>> parts = new ArrayList<>();
    if (type instanceof ClassOrInterfaceDeclaration c) {
      parts.addAll(
          List.of(
              c.getTypeParameters(),
              c.getExtendedTypes(),
              c.getImplementedTypes(),
              c.getPermittedTypes()));
    } else if (type instanceof RecordDeclaration r) {
      parts.addAll(List.of(r.getTypeParameters(), r.getParameters(), r.getImplementedTypes()));
    } else if (type instanceof EnumDeclaration e) {
      parts.add(e.getImplementedTypes());
    }
    for (NodeList<? extends Node> part : parts) {
      for (Node node : part) {
        last = Math.max(last, lines(node).last());
      }
    }
    return new Lines(first, last);
  }

  private static Lines lines(Node node) {
    return node.getRange().map(r -> new Lines(r.begin.line, r.end.line)).orElse(new Lines(0, -1));
  }

  /** Gathers what one type's body holds. */
  private static final class Body {
    final List<Member> members = new ArrayList<>();
    final List<TypeSpan> nested = new ArrayList<>();
    final Set<Integer> switches = new HashSet<>();
    boolean asserting;
    private final boolean staticFields;

    Body(boolean staticFields) {
      this.staticFields = staticFields;
    }

    void constant(EnumConstantDeclaration constant) {
      add(Part.STATIC_INITIALISER, "", constant, lines(constant).first(), constant.getArguments());
      if (!constant.getClassBody().isEmpty()) {
        anonymous(constant, constant.getArguments(), constant.getName(), constant.getClassBody());
      }
    }

    void member(BodyDeclaration<?> member) {
      int first = lines(member).first();
      if (member instanceof TypeDeclaration<?> type) {
        nested.add(type(type, TypeSpan.Kind.NAMED));
      } else if (member instanceof MethodDeclaration method) {
        add(
            method.isStatic() ? Part.STATIC_METHOD : Part.METHOD,
            method.getNameAsString(),
            method,
            lines(method.getName()).first(),
            method.getChildNodes());
      } else if (member instanceof ConstructorDeclaration constructor) {
        int at = lines(constructor.getName()).first();
        add(Part.CONSTRUCTOR, "", constructor, at, constructor.getChildNodes());
      } else if (member instanceof CompactConstructorDeclaration constructor) {
        int at = lines(constructor.getName()).first();
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
          new Member(part, name, lines(node), at, List.copyOf(lambdas), List.copyOf(calls)));
    }

    private void visit(Node node, List<Lines> lambdas, List<Call> calls) {
      if (node instanceof TypeDeclaration<?> local) {
        nested.add(type(local, TypeSpan.Kind.LOCAL));
        return;
      }
      if (node instanceof LambdaExpr lambda) {
        lambdas.add(code(lambda));
      } else if (node instanceof MethodReferenceExpr) {
        lambdas.add(lines(node));
      } else if (node instanceof MethodCallExpr call) {
        calls.add(new Call(call.getNameAsString(), lines(call.getName()).first()));
      }
      asserting |= node instanceof AssertStmt;
      if (node instanceof SwitchNode) {
        switches.add(lines(node).first());
      }
      List<? extends Node> children = node.getChildNodes();
      if (node instanceof ObjectCreationExpr creation) {
        String type = creation.getType().getNameAsString();
        calls.add(new Call(type, lines(creation.getType()).first()));
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
      Lines body = lines(lambda.getBody());
      return lambda.getBody() instanceof BlockStmt block && block.getStatements().isNonEmpty()
          ? new Lines(lines(block.getStatement(0)).first(), body.last())
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
      Body body = new Body(false);
      declared.forEach(body::member);
      int last = lines(named).last();
      for (Node argument : arguments) {
        last = Math.max(last, lines(argument).last());
      }
      Lines header = new Lines(lines(node).first(), last);
      // The body of an enum's constant inherits from the enum alone, which takes no bridges.
      Set<String> added =
          node instanceof EnumConstantDeclaration
              ? Set.of("<init>")
              : Set.of("<init>", TypeSpan.ANY);
      nested.add(
          new TypeSpan(
              TypeSpan.Kind.ANONYMOUS,
              "",
              lines(node),
              header,
              added,
              body.switches,
              body.members,
              body.nested));
    }
  }
}
