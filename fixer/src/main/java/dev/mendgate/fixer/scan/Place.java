package dev.mendgate.fixer.scan;

import com.github.javaparser.Range;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.nodeTypes.NodeWithName;
import com.github.javaparser.ast.stmt.Statement;
import dev.mendgate.fixer.analysis.Enclosing;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a finding stands.
 *
 * @param path path in the source tree, with {@code /}
 * @param startLine from 1
 * @param startColumn in UTF-16 units, from 1
 * @param endLine last line, inclusive
 * @param endColumn column behind the last character
 * @param member the member around it, such as {@code a.b.Type#method(int)}
 * @param code the statement around it, without layout and comments
 */
public record Place(
    String path,
    int startLine,
    int startColumn,
    int endLine,
    int endColumn,
    String member,
    String code) {
  private static final int MAX_CODE = 400;

  /** Returns the place of a node. */
  public static Place of(ParsedFile file, Node node) {
    Range range = node.getRange().orElseThrow();
    return new Place(
        file.path(),
        range.begin.line,
        range.begin.column,
        range.end.line,
        range.end.column + 1,
        member(node),
        code(node));
  }

  private static String code(Node node) {
    Node shown = node;
    if (!(node instanceof Statement) && !(node instanceof BodyDeclaration)) {
      shown = Enclosing.statement(node).map(Node.class::cast).orElse(node);
    }
    StringBuilder out = new StringBuilder();
    shown
        .getTokenRange()
        .ifPresent(
            tokens ->
                tokens.forEach(
                    token -> {
                      if (!token.getCategory().isWhitespaceOrComment() && out.length() < MAX_CODE) {
                        out.append(token.getText()).append(' ');
                      }
                    }));
    return out.toString().strip();
  }

  private static String member(Node node) {
    List<String> types = new ArrayList<>();
    String member = "";
    for (Node at = node; at != null; at = at.getParentNode().orElse(null)) {
      if (at instanceof TypeDeclaration<?> type) {
        types.add(0, type.getNameAsString());
      } else if (at instanceof BodyDeclaration<?> body && types.isEmpty()) {
        member = name(body);
      }
    }
    String owner =
        node.findCompilationUnit()
            .flatMap(unit -> unit.getPackageDeclaration())
            .map(NodeWithName::getNameAsString)
            .map(name -> name + ".")
            .orElse("");
    return owner + String.join(".", types) + (member.isEmpty() ? "" : "#" + member);
  }

  private static String name(BodyDeclaration<?> body) {
    if (body instanceof CallableDeclaration<?> callable) {
      return callable.getSignature().asString().replace(" ", "");
    }
    if (body instanceof FieldDeclaration field) {
      return field.getVariable(0).getNameAsString();
    }
    return body instanceof InitializerDeclaration ? "<init>" : "";
  }
}
