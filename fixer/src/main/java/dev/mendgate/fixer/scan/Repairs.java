package dev.mendgate.fixer.scan;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.nodeTypes.NodeWithName;
import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.CrashSite;
import dev.mendgate.fixer.Failure;
import dev.mendgate.fixer.Frame;
import dev.mendgate.fixer.Rule;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asks the rules what they would do if a piece of code failed. */
public final class Repairs {
  private static final List<Rule> RULES =
      ServiceLoader.load(Rule.class, Rule.class.getClassLoader()).stream()
          .map(ServiceLoader.Provider::get)
          .sorted(Comparator.comparing(Rule::name))
          .toList();

  private Repairs() {}

  /** Returns the most confident patch of the named rules, had a node thrown this exception. */
  public static Optional<CandidateFix> of(
      Set<String> rules,
      String exceptionType,
      @Nullable String message,
      ParsedFile file,
      Node node,
      RuleContext.Sources sources) {
    RuleContext context = context(exceptionType, message, file, node, sources);
    return RULES.stream()
        .filter(rule -> rules.contains(rule.name()))
        .flatMap(rule -> proposed(rule, context).stream())
        .filter(fix -> fix.edits().size() == 1)
        .max(Comparator.comparingDouble(CandidateFix::confidence));
  }

  private static List<CandidateFix> proposed(Rule rule, RuleContext context) {
    try {
      return rule.propose(context);
    } catch (RuntimeException | StackOverflowError failed) {
      return List.of();
    }
  }

  private static RuleContext context(
      String exceptionType,
      @Nullable String message,
      ParsedFile file,
      Node node,
      RuleContext.Sources sources) {
    int line = node.getRange().orElseThrow().begin.line;
    String name = file.path().substring(file.path().lastIndexOf('/') + 1);
    Frame frame = new Frame(binaryName(node), method(node), name, line);
    Failure failure = new Failure(exceptionType, message, List.of(frame));
    return new RuleContext(failure, new CrashSite(file.path(), line, frame, 0), file, sources);
  }

  private static String method(Node node) {
    return node.findAncestor(CallableDeclaration.class)
        .map(
            found ->
                found instanceof ConstructorDeclaration
                    ? "<init>"
                    : ((CallableDeclaration<?>) found).getNameAsString())
        .orElse("<clinit>");
  }

  private static String binaryName(Node node) {
    List<String> types = new ArrayList<>();
    for (Node at = node; at != null; at = at.getParentNode().orElse(null)) {
      if (at instanceof TypeDeclaration<?> type) {
        types.add(0, type.getNameAsString());
      }
    }
    String owner =
        node.findCompilationUnit()
            .flatMap(unit -> unit.getPackageDeclaration())
            .map(NodeWithName::getNameAsString)
            .map(found -> found + ".")
            .orElse("");
    return owner + String.join("$", types);
  }
}
