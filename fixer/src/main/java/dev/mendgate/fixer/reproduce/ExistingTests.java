package dev.mendgate.fixer.reproduce;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithArguments;
import dev.mendgate.fixer.Reproducer;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.SourceTree;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Attempts that take an existing test of the target and change one thing in it. */
final class ExistingTests {
  private static final int MOST_FILES = 10;
  private static final int MOST_CALLS = 16;

  private final SourceTree tree;
  private final RuleContext.Sources sources;
  private final TypeResolver resolver;
  private final Mutations mutations;

  ExistingTests(
      SourceTree tree,
      RuleContext.Sources sources,
      TypeResolver resolver,
      Clues clues,
      Values values) {
    this.tree = tree;
    this.sources = sources;
    this.resolver = resolver;
    this.mutations = new Mutations(clues, values);
  }

  /** Returns attempts, one change of each test before a second of any. */
  List<Attempt> of(Target target, int most) {
    List<List<Attempt>> byCall = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (ParsedFile file : files(target)) {
      for (Node call : file.unit().findAll(Node.class, node -> isCall(node, target))) {
        if (byCall.size() < MOST_CALLS && fits(call, target) && seen.add(file.textOf(call))) {
          byCall.add(attempts(file, call, target));
        }
      }
    }
    byCall.removeIf(List::isEmpty);
    return Combos.interleave(byCall, most);
  }

  private List<ParsedFile> files(Target target) {
    String type = target.owner().type().getNameAsString();
    String name = target.isConstructor() ? "new " + type : target.name() + "(";
    return TestFiles.nearest(tree, target.owner().file().path()).stream()
        .filter(path -> mentions(path, name, type))
        .limit(MOST_FILES)
        .flatMap(path -> sources.parse(path).stream())
        .toList();
  }

  private boolean mentions(String path, String name, String type) {
    return tree.read(path).filter(t -> t.contains(name) && t.contains(type)).isPresent();
  }

  private static boolean isCall(Node node, Target target) {
    if (!TargetFinder.calls(node, target)) {
      return false;
    }
    if (!(node instanceof MethodCallExpr call) || !target.isStatic()) {
      return node instanceof Expression;
    }
    String type = target.owner().type().getNameAsString();
    return call.getScope().map(scope -> scope.toString().endsWith(type)).orElse(true);
  }

  /** Returns whether literals among the arguments are of the parameters' types. */
  private static boolean fits(Node call, Target target) {
    List<Expression> arguments =
        call instanceof NodeWithArguments<?> node ? node.getArguments() : List.of();
    for (int i = 0; i < Math.min(arguments.size(), target.parameters().size()); i++) {
      String type = target.parameters().get(i).getType().asString();
      boolean text = type.matches("String|CharSequence|Object|Comparable.*|[A-Z]");
      if (arguments.get(i).isStringLiteralExpr() ? !text : contradicts(arguments.get(i), type)) {
        return false;
      }
    }
    return true;
  }

  private static boolean contradicts(Expression argument, String type) {
    return (argument.isBooleanLiteralExpr() && !type.matches("[bB]oolean|Object|[A-Z]"))
        || (argument.isIntegerLiteralExpr() && type.matches("String|[bB]oolean|.*\\[\\]"));
  }

  private List<Attempt> attempts(ParsedFile file, Node call, Target target) {
    Optional<MethodDeclaration> method = testMethod(call);
    Optional<ClassOrInterfaceDeclaration> type = method.flatMap(ExistingTests::topLevel);
    if (type.isEmpty()) {
      return List.of();
    }
    Optional<Slice> slice = method.get().getBody().flatMap(body -> Slice.of(file, body, call));
    TestStyle.Framework framework =
        TestStyle.framework(file.text()).orElse(TestStyle.Framework.JUNIT3);
    Optional<Fixture> fixture =
        slice.flatMap(s -> new FixtureCutter(resolver, file, type.get()).cut(s, framework));
    if (fixture.isEmpty()) {
      return List.of();
    }
    String packageName = fixture.get().packageName();
    boolean visible = packageName.equals(target.owner().packageName());
    return mutations.of(target, slice.get(), visible).stream()
        .map(
            m ->
                new Attempt(
                    target, m.label(), m.statements(), List.of(), fixture, Reproducer.Kind.CALL))
        .toList();
  }

  private static Optional<MethodDeclaration> testMethod(Node call) {
    MethodDeclaration found = null;
    for (Node at = call; at != null; at = at.getParentNode().orElse(null)) {
      found = at instanceof MethodDeclaration method ? method : found;
    }
    return Optional.ofNullable(found).filter(ExistingTests::isTest);
  }

  private static boolean isTest(MethodDeclaration method) {
    boolean named = method.getNameAsString().startsWith("test");
    boolean annotated = method.getAnnotationByName("Test").isPresent();
    return method.getParameters().isEmpty() && !method.isStatic() && (named || annotated);
  }

  private static Optional<ClassOrInterfaceDeclaration> topLevel(MethodDeclaration method) {
    return method
        .getParentNode()
        .filter(ClassOrInterfaceDeclaration.class::isInstance)
        .map(ClassOrInterfaceDeclaration.class::cast)
        .filter(ClassOrInterfaceDeclaration::isTopLevelType);
  }
}
