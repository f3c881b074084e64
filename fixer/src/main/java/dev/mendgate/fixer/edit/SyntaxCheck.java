package dev.mendgate.fixer.edit;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.source.ParsedFile;
import dev.mendgate.fixer.source.SourceParser;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Says whether a file still is Java after its edits. Where they lie within methods, fields and
 * imports only those are read anew: in a long file that is the smallest part.
 */
public final class SyntaxCheck {
  private static final Pattern IMPORTS =
      Pattern.compile("(?:\\s*import\\s+(?:static\\s+)?[\\w.]+(?:\\.\\*)?\\s*;)+\\s*");

  private final SourceParser parser = new SourceParser();
  private final RuleContext.Sources sources;

  /** Takes the files as they were before from these sources. */
  public SyntaxCheck(RuleContext.Sources sources) {
    this.sources = sources;
  }

  /** Says whether the patched file is Java of any level; true of all files of another name. */
  public boolean accepts(FileEdit edit) {
    return !edit.path().endsWith(".java")
        || sources
            .parse(edit.path())
            .filter(file -> file.text().equals(edit.original()))
            .filter(file -> acceptsMembers(file, edit))
            .isPresent()
        || parser.parse(edit.path(), edit.patched()).isPresent();
  }

  private boolean acceptsMembers(ParsedFile file, FileEdit edit) {
    Map<Node, List<TextEdit>> byMember = new IdentityHashMap<>();
    for (TextEdit one : edit.edits()) {
      Optional<Node> member = member(file, file.unit(), one);
      if (member.isPresent()) {
        byMember.computeIfAbsent(member.get(), m -> new ArrayList<>()).add(one);
      } else if (!isImport(file, one)) {
        return false;
      }
    }
    return byMember.entrySet().stream()
        .allMatch(entry -> parser.isMember(patched(file, entry.getKey(), entry.getValue())));
  }

  private static String patched(ParsedFile file, Node member, List<TextEdit> edits) {
    int start = file.start(member);
    List<TextEdit> moved =
        edits.stream()
            .map(e -> new TextEdit(e.start() - start, e.end() - start, e.replacement()))
            .toList();
    return new FileEdit(file.path(), file.textOf(member), moved).patched();
  }

  /** Finds the member of a type that an edit lies in: no type itself, and none within a member. */
  private static Optional<Node> member(ParsedFile file, Node around, TextEdit edit) {
    for (Node child : around.getChildNodes()) {
      boolean holds =
          child.getRange().isPresent()
              && file.start(child) <= edit.start()
              && edit.end() <= file.end(child);
      if (holds && child instanceof TypeDeclaration) {
        return member(file, child, edit);
      }
      if (holds && child instanceof BodyDeclaration) {
        return Optional.of(child);
      }
    }
    return Optional.empty();
  }

  private static boolean isImport(ParsedFile file, TextEdit edit) {
    int firstType = file.unit().getTypes().stream().mapToInt(file::start).min().orElse(0);
    return edit.start() == edit.end()
        && edit.end() <= firstType
        && file.unit().getImports().stream()
            .noneMatch(i -> file.start(i) < edit.start() && edit.start() < file.end(i))
        && IMPORTS.matcher(edit.replacement()).matches();
  }
}
