package dev.mendgate.fixer;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.EnclosedExpr;
import dev.mendgate.fixer.edit.FileEdit;
import dev.mendgate.fixer.source.ParsedFile;
import dev.mendgate.fixer.source.SourceParser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Merges fixes that end in the same code, white space and parentheses aside. For one thread. */
final class Outcomes {
  private final SourceParser parser = new SourceParser();
  private final Map<Map<String, String>, List<CandidateFix>> groups = new HashMap<>();
  private final List<CandidateFix> order = new ArrayList<>();

  /** Adds a fix, or keeps the more confident one of two that end in the same code. */
  void add(CandidateFix fix) {
    List<CandidateFix> alike = groups.computeIfAbsent(bare(fix), key -> new ArrayList<>());
    for (int i = 0; i < alike.size(); i++) {
      CandidateFix known = alike.get(i);
      if (isSame(known, fix)) {
        if (fix.confidence() > known.confidence()) {
          alike.set(i, fix);
          order.set(order.indexOf(known), fix);
        }
        return;
      }
    }
    alike.add(fix);
    order.add(fix);
  }

  /** Returns what is left, in the order it came. */
  List<CandidateFix> fixes() {
    return List.copyOf(order);
  }

  /** Different code may look alike here; the same code never looks different. */
  private static Map<String, String> bare(CandidateFix fix) {
    Map<String, String> texts = new TreeMap<>();
    for (FileEdit edit : fix.edits()) {
      String patched = edit.patched();
      StringBuilder text = new StringBuilder(patched.length());
      for (int i = 0; i < patched.length(); i++) {
        char c = patched.charAt(i);
        if (c > ' ' && c != '(' && c != ')') {
          text.append(c);
        }
      }
      texts.put(edit.path(), text.toString());
    }
    return texts;
  }

  private boolean isSame(CandidateFix one, CandidateFix other) {
    Map<String, String> others = new HashMap<>();
    other.edits().forEach(edit -> others.put(edit.path(), edit.patched()));
    return one.edits().stream()
        .allMatch(
            edit -> isSame(edit.path(), edit.patched(), others.getOrDefault(edit.path(), "")));
  }

  private boolean isSame(String path, String one, String other) {
    if (one.equals(other)) {
      return true;
    }
    Optional<CompilationUnit> unit = plain(path, one);
    return unit.isPresent() && unit.equals(plain(path, other));
  }

  private Optional<CompilationUnit> plain(String path, String text) {
    Optional<CompilationUnit> unit = parser.parse(path, text).map(ParsedFile::unit);
    unit.ifPresent(
        found ->
            found
                .findAll(EnclosedExpr.class, Node.TreeTraversal.POSTORDER)
                .forEach(e -> e.replace(e.getInner())));
    return unit;
  }
}
