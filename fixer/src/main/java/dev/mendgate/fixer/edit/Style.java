package dev.mendgate.fixer.edit;

import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.Statement;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How a file is written, so that added code looks as if it had always been there.
 *
 * @param indent one step of indentation
 * @param lineEnding line ending used most
 * @param braceOnOwnLine whether the opening brace of an {@code if} stands on a line of its own
 */
public record Style(String indent, String lineEnding, boolean braceOnOwnLine) {
  private static final String DEFAULT_INDENT = "    ";

  /** Reads the style off a file; four spaces where it shows none. */
  public static Style of(ParsedFile file) {
    return new Style(indentOf(file), file.lineEnding(), ownLineBraces(file));
  }

  /**
   * Returns an {@code if} statement from its keyword to its closing brace, without white space
   * around it.
   *
   * @param indentation white space the line of the keyword starts with
   */
  public String ifBlock(String indentation, String condition, List<String> body) {
    StringBuilder out = new StringBuilder("if (").append(condition).append(')');
    out.append(braceOnOwnLine ? lineEnding + indentation : " ").append('{').append(lineEnding);
    body.forEach(line -> out.append(indentation).append(indent).append(line).append(lineEnding));
    return out.append(indentation).append('}').toString();
  }

  /** Returns a text of several lines moved one step to the right, its first line left alone. */
  public String shifted(String text) {
    StringBuilder out = new StringBuilder();
    for (String line : LineChanges.lines(text)) {
      boolean blank = line.isBlank() || out.isEmpty();
      out.append(blank ? "" : indent).append(line);
    }
    return out.toString();
  }

  private static String indentOf(ParsedFile file) {
    Map<String, Integer> steps = new HashMap<>();
    for (TypeDeclaration<?> type :
        file.unit().findAll(TypeDeclaration.class).stream()
            .map(found -> (TypeDeclaration<?>) found)
            .toList()) {
      for (BodyDeclaration<?> member : type.getMembers()) {
        count(
            file,
            type.getRange().orElseThrow().begin.line,
            member.getRange().orElseThrow().begin.line,
            steps);
      }
    }
    for (BlockStmt block : file.unit().findAll(BlockStmt.class)) {
      for (Statement statement : block.getStatements()) {
        int line = statement.getRange().orElseThrow().begin.line;
        count(file, block.getRange().orElseThrow().end.line, line, steps);
      }
    }
    return steps.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(DEFAULT_INDENT);
  }

  private static void count(ParsedFile file, int outer, int inner, Map<String, Integer> steps) {
    String around = file.indentation(outer);
    String within = file.indentation(inner);
    if (outer != inner && within.length() > around.length() && within.startsWith(around)) {
      steps.merge(within.substring(around.length()), 1, Integer::sum);
    }
  }

  private static boolean ownLineBraces(ParsedFile file) {
    int own = 0;
    int same = 0;
    for (IfStmt found : file.unit().findAll(IfStmt.class)) {
      if (!found.getThenStmt().isBlockStmt()) {
        continue;
      }
      int brace = found.getThenStmt().getRange().orElseThrow().begin.line;
      if (brace == found.getCondition().getRange().orElseThrow().end.line) {
        same++;
      } else {
        own++;
      }
    }
    return own > same;
  }
}
