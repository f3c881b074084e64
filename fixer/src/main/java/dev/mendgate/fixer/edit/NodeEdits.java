package dev.mendgate.fixer.edit;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.ArrayList;
import java.util.List;

/** Collects the text edits of one file by its syntax nodes, in the file's own layout. */
public final class NodeEdits {
  private final ParsedFile file;
  private final Style style;
  private final List<TextEdit> edits = new ArrayList<>();

  /** Edits this file. */
  public NodeEdits(ParsedFile file) {
    this.file = file;
    this.style = Style.of(file);
  }

  /** Replaces a node. */
  public NodeEdits replace(Node node, String text) {
    return replace(file.start(node), file.end(node), text);
  }

  /** Replaces the characters {@code [from, to)}. */
  public NodeEdits replace(int from, int to, String text) {
    edits.add(new TextEdit(from, to, text));
    return this;
  }

  /** Adds edits that were made elsewhere, such as imports. */
  public NodeEdits addAll(List<TextEdit> others) {
    others.stream().filter(edit -> !edits.contains(edit)).forEach(edits::add);
    return this;
  }

  /**
   * Puts lines before a statement, indented like it; adds braces where the statement is the only
   * one of an {@code if} or a loop.
   */
  public NodeEdits insertBefore(Statement statement, List<String> lines) {
    int start = file.start(statement);
    String indent = indent(statement);
    if (!standsInList(statement)) {
      String inner = indent(ownerOf(statement)) + style.indent();
      replace(behindHeader(start), start, brace(statement) + eol() + joined(lines, inner) + inner);
      replace(file.end(statement), file.end(statement), eol() + indent(ownerOf(statement)) + "}");
      return this;
    }
    if (!startsLine(start)) {
      return replace(start, start, String.join(" ", lines) + " ");
    }
    return replace(start, start, joined(lines, indent).stripLeading() + indent);
  }

  /** Puts lines at the start of a block. */
  public NodeEdits insertFirst(BlockStmt block, List<String> lines) {
    if (!block.getStatements().isEmpty()) {
      return insertBefore(block.getStatement(0), lines);
    }
    String outer = file.indentation(block.getRange().orElseThrow().begin.line);
    String text = eol() + joined(lines, outer + style.indent()) + outer;
    return replace(file.start(block) + 1, file.end(block) - 1, text);
  }

  /** Puts lines behind a statement of a block, indented like it. */
  public NodeEdits insertAfter(Statement statement, List<String> lines) {
    String indent = indent(statement);
    int end = file.end(statement);
    return replace(end, end, eol() + joined(lines, indent).stripTrailing());
  }

  /** Takes a statement out, with its line where nothing else stands there. */
  public NodeEdits remove(Statement statement) {
    int from = file.start(statement);
    int to = file.end(statement);
    String text = file.text();
    int lineEnd = to;
    while (lineEnd < text.length() && " \t".indexOf(text.charAt(lineEnd)) >= 0) {
      lineEnd++;
    }
    boolean endsLine = lineEnd >= text.length() || "\r\n".indexOf(text.charAt(lineEnd)) >= 0;
    if (!startsLine(from) || !endsLine) {
      return replace(from, to, "");
    }
    int lineStart = file.lines().start(file.lines().line(from));
    int next = file.lines().line(to - 1) + 1;
    return replace(
        lineStart, next <= file.lines().count() ? file.lines().start(next) : text.length(), "");
  }

  /** Returns the edits as one. */
  public FileEdit toFileEdit() {
    return new FileEdit(file.path(), file.text(), edits);
  }

  /** Returns where the text before an offset ends, or the offset where that is a comment. */
  private int behindHeader(int offset) {
    String line = file.text().substring(0, offset).stripTrailing();
    boolean comment = line.substring(line.lastIndexOf('\n') + 1).contains("//");
    return comment ? offset : line.length();
  }

  private String brace(Statement statement) {
    boolean afterComment = behindHeader(file.start(statement)) == file.start(statement);
    if (afterComment) {
      return "{";
    }
    return style.braceOnOwnLine() ? eol() + indent(ownerOf(statement)) + "{" : " {";
  }

  private static boolean standsInList(Statement statement) {
    Node parent = statement.getParentNode().orElse(null);
    return parent instanceof BlockStmt || parent instanceof SwitchEntry;
  }

  private static Node ownerOf(Statement statement) {
    return statement.getParentNode().orElse(statement);
  }

  private String indent(Node node) {
    return file.indentation(node.getRange().orElseThrow().begin.line);
  }

  private boolean startsLine(int offset) {
    int lineStart = file.lines().start(file.lines().line(offset));
    return file.text().substring(lineStart, offset).isBlank();
  }

  private String joined(List<String> lines, String indent) {
    StringBuilder out = new StringBuilder();
    lines.forEach(line -> out.append(line.isEmpty() ? "" : indent).append(line).append(eol()));
    return out.toString();
  }

  private String eol() {
    return style.lineEnding();
  }
}
