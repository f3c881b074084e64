package dev.mendgate.fixer.initialisation;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.NameExpr;
import com.google.auto.service.AutoService;
import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.Frame;
import dev.mendgate.fixer.Risk;
import dev.mendgate.fixer.Rule;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.edit.NodeEdits;
import dev.mendgate.fixer.field.Field;
import dev.mendgate.fixer.field.Scopes;
import dev.mendgate.fixer.initialisation.NullFields.NullField;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Moves a static field before the one whose initialiser uses it. */
@AutoService(Rule.class)
public final class StaticInitialisationOrder implements Rule {
  @Override
  public String name() {
    return "static-initialisation-order";
  }

  @Override
  public List<CandidateFix> propose(RuleContext context) {
    return NullFields.at(context).stream()
        .filter(found -> found.field().isStatic() && isSetWhenDeclared(found.field()))
        .flatMap(found -> fix(found, context).stream())
        .toList();
  }

  private static boolean isSetWhenDeclared(Field field) {
    return field.declaration().getVariables().size() == 1
        && field
            .variable()
            .getInitializer()
            .filter(value -> !value.isNullLiteralExpr())
            .isPresent();
  }

  private Optional<CandidateFix> fix(NullField found, RuleContext context) {
    Node owner = found.field().owner();
    return context.failure().frames().stream()
        .filter(frame -> frame.method().equals("<clinit>") && frame.line() > 0)
        .filter(frame -> owner instanceof TypeDeclaration<?> type && isOf(frame, type))
        .flatMap(frame -> running(owner, frame.line()).stream())
        .filter(first -> comesBefore(first, found.field().declaration(), owner))
        .filter(first -> movable(found.field(), first))
        .findFirst()
        .map(first -> moved(found, first));
  }

  private static boolean isOf(Frame frame, TypeDeclaration<?> type) {
    String name = type.getFullyQualifiedName().orElse("");
    return frame.className().replace('$', '.').equals(name);
  }

  private static Optional<BodyDeclaration<?>> running(Node owner, int line) {
    return Scopes.members(owner).stream()
        .filter(
            member ->
                (member instanceof FieldDeclaration field && field.isStatic())
                    || (member instanceof InitializerDeclaration block && block.isStatic()))
        .filter(
            member ->
                member
                    .getRange()
                    .filter(range -> range.begin.line <= line && line <= range.end.line)
                    .isPresent())
        .findFirst();
  }

  private static boolean comesBefore(BodyDeclaration<?> first, Node second, Node owner) {
    List<BodyDeclaration<?>> members = Scopes.members(owner);
    return members.indexOf(first) < members.indexOf(second) && first != second;
  }

  /** Returns whether the field's own value needs nothing that is set between the two places. */
  private static boolean movable(Field field, BodyDeclaration<?> first) {
    List<BodyDeclaration<?>> members = Scopes.members(field.owner());
    List<BodyDeclaration<?>> between =
        members.subList(members.indexOf(first), members.indexOf(field.declaration()));
    return field.variable().findAll(NameExpr.class).stream()
        .flatMap(name -> Field.of(name).stream())
        .noneMatch(used -> between.contains(used.declaration()));
  }

  private CandidateFix moved(NullField found, BodyDeclaration<?> first) {
    ParsedFile file = found.file();
    String name = found.field().name();
    int from = Lines.start(found.field().declaration(), file);
    int to = Lines.end(found.field().declaration(), file);
    int at = Lines.start(first, file);
    int gap = Lines.gapBefore(from, file);
    String text = file.text().substring(from, to) + file.text().substring(gap, from);
    NodeEdits edits = new NodeEdits(file).replace(at, at, text).replace(gap, to, "");
    return new CandidateFix(
        name(),
        "Set " + name + " before what uses it",
        "Static fields are set in the order of the text. The initialiser at line %d runs code that uses `%s`, which the class sets only at line %d, so it is still null. The patch moves the declaration; nothing else changes."
            .formatted(line(first), name, line(found.field().declaration())),
        Risk.LOW,
        0.95,
        null,
        List.of(edits.toFileEdit()));
  }

  private static int line(Node node) {
    return node.getRange().orElseThrow().begin.line;
  }

  /** Whole lines of a member, with the comments right before it. */
  private static final class Lines {
    private Lines() {}

    static int start(Node member, ParsedFile file) {
      int line = line(member);
      while (line > 1 && isComment(file, line - 1)) {
        line--;
      }
      return file.lines().start(line);
    }

    static int end(Node member, ParsedFile file) {
      int next = member.getRange().orElseThrow().end.line + 1;
      return next <= file.lines().count() ? file.lines().start(next) : file.text().length();
    }

    /** Returns where the empty line before a line starts; the line itself where there is none. */
    static int gapBefore(int from, ParsedFile file) {
      int line = file.lines().line(from);
      int before = line > 1 ? file.lines().start(line - 1) : from;
      return file.text().substring(before, from).isBlank() ? before : from;
    }

    private static boolean isComment(ParsedFile file, int line) {
      int from = file.lines().start(line);
      String text = file.text().substring(from, file.lines().start(line + 1)).strip();
      return Stream.of("/*", "*", "//").anyMatch(text::startsWith) || text.endsWith("*/");
    }
  }
}
