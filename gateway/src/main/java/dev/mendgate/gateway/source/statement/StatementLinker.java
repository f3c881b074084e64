package dev.mendgate.gateway.source.statement;

import dev.mendgate.gateway.pattern.LogPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fills in the constants that statements take from other files, and words the templates. */
final class StatementLinker {
  private static final int MAX_DEPTH = 8;
  private static final int MAX_LENGTH = 8_192;

  private final Map<String, Message> constants;

  StatementLinker(Map<String, Message> constants) {
    this.constants = constants;
  }

  /** Returns the statement; empty where its message has no text of its own. */
  Optional<Statement> link(FoundStatement found) {
    Template template = new Template();
    found.message().pieces().forEach(piece -> add(template, piece, 0));
    List<String> literals = template.literals();
    if (literals.stream().noneMatch(StatementLinker::hasLetter)) {
      return Optional.empty();
    }
    LogPattern pattern = LogPattern.ofTemplate(template.text.toString());
    return Optional.of(
        new Statement(
            pattern.hash(),
            pattern.normalForm(),
            literals,
            found.path(),
            found.firstLine(),
            found.lastLine(),
            found.className(),
            found.method(),
            found.kind(),
            found.level(),
            found.exceptionType()));
  }

  private void add(Template template, Piece piece, int depth) {
    if (piece instanceof Piece.Text text && template.text.length() < MAX_LENGTH) {
      template.add(text);
    } else if (piece instanceof Piece.Constant constant && depth < MAX_DEPTH) {
      Message value = value(constant.names());
      value.in(constant.dialect()).pieces().forEach(part -> add(template, part, depth + 1));
    } else {
      template.addHole("{}");
    }
  }

  private Message value(List<String> names) {
    for (String name : names) {
      Message value = constants.get(name);
      if (value != null) {
        return value;
      }
    }
    return Message.HOLE;
  }

  private static boolean hasLetter(String text) {
    return text.codePoints().anyMatch(Character::isLetter);
  }

  /** A template as it grows: the text a sender would name, and the literals between its holes. */
  private static final class Template {
    final StringBuilder text = new StringBuilder();
    private final List<StringBuilder> literals = new ArrayList<>(List.of(new StringBuilder()));

    void add(Piece.Text piece) {
      text.append(piece.value());
      piece.dialect().split(piece.value(), literal -> last().append(literal), this::startLiteral);
    }

    void addHole(String placeholder) {
      text.append(placeholder);
      startLiteral();
    }

    private void startLiteral() {
      if (literals.size() == 1 || last().length() > 0) {
        literals.add(new StringBuilder());
      }
    }

    private StringBuilder last() {
      return literals.get(literals.size() - 1);
    }

    List<String> literals() {
      return Whitespace.collapse(literals.stream().map(StringBuilder::toString).toList());
    }
  }
}
