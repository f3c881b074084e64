package dev.mendgate.fixer.concurrency;

import com.github.javaparser.ast.ImportDeclaration;
import dev.mendgate.fixer.edit.TextEdit;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Adds the imports of a patch and takes out the one it makes useless. */
record SwappedImports(ParsedFile file, List<TextEdit> added) {

  /**
   * Returns the edits.
   *
   * @param simpleName class that is exchanged
   * @param exchanged how many times the patch takes its name out
   */
  List<TextEdit> without(String simpleName, int exchanged) {
    Optional<ImportDeclaration> obsolete = obsolete(simpleName, exchanged);
    if (obsolete.isEmpty()) {
      return added;
    }
    int from = file.start(obsolete.get());
    int to = file.end(obsolete.get());
    List<TextEdit> instead =
        added.stream().filter(edit -> from <= edit.start() && edit.start() <= to).toList();
    List<TextEdit> edits =
        new ArrayList<>(added.stream().filter(edit -> !instead.contains(edit)).toList());
    edits.add(instead.isEmpty() ? line(from) : new TextEdit(from, to, sorted(instead)));
    return List.copyOf(edits);
  }

  private String sorted(List<TextEdit> imports) {
    return imports.stream()
        .map(edit -> edit.replacement().strip())
        .distinct()
        .sorted()
        .collect(Collectors.joining(file.lineEnding()));
  }

  private TextEdit line(int from) {
    int next = file.lines().line(from) + 1;
    return new TextEdit(from, file.lines().start(next), "");
  }

  /** Returns the import whose name stands nowhere else in the text, comments included. */
  private Optional<ImportDeclaration> obsolete(String simpleName, int exchanged) {
    long named =
        Pattern.compile("\\b" + Pattern.quote(simpleName) + "\\b")
            .matcher(file.text())
            .results()
            .count();
    return file.unit().getImports().stream()
        .filter(found -> !found.isStatic() && !found.isAsterisk())
        .filter(found -> found.getNameAsString().equals("java.util." + simpleName))
        .filter(found -> named == exchanged + 1L)
        .findFirst();
  }
}
