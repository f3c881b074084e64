package dev.mendgate.fixer.source;

import com.github.javaparser.Position;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;

/**
 * A source file, its syntax tree, and the way from one to the other.
 *
 * @param path path in the source tree, with {@code /}
 * @param text text as it is, line endings included
 * @param unit syntax tree of that text
 * @param lines where each line of the text starts
 */
public record ParsedFile(String path, String text, CompilationUnit unit, LineStarts lines) {
  /** Returns the offset of the node's first character. */
  public int start(Node node) {
    return lines.offset(node.getRange().orElseThrow().begin);
  }

  /** Returns the offset behind the node's last character. */
  public int end(Node node) {
    Position end = node.getRange().orElseThrow().end;
    return lines.offset(end) + 1;
  }

  /** Returns the node's text as it stands in the file. */
  public String textOf(Node node) {
    return text.substring(start(node), end(node));
  }

  /** Returns the white space at the start of a line, from 1. */
  public String indentation(int line) {
    int from = lines.start(line);
    int to = from;
    while (to < text.length() && (text.charAt(to) == ' ' || text.charAt(to) == '\t')) {
      to++;
    }
    return text.substring(from, to);
  }

  /** Returns the line ending used most in the file: {@code \r\n} or {@code \n}. */
  public String lineEnding() {
    long crlf = text.lines().count() == 0 ? 0 : text.split("\r\n", -1).length - 1L;
    long lf = text.chars().filter(c -> c == '\n').count() - crlf;
    return crlf > lf ? "\r\n" : "\n";
  }
}
