package dev.mendgate.gateway.source.statement;

import dev.mendgate.gateway.pattern.LogPattern;
import dev.mendgate.gateway.source.statement.scan.FileScan;
import dev.mendgate.gateway.source.statement.scan.Found;
import dev.mendgate.gateway.source.statement.scan.Message;
import dev.mendgate.gateway.source.statement.scan.Piece;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Makes statements of what a file says, with what the other files tell. */
final class Linker {
  private static final int MAX_DEPTH = 8;
  private static final int MAX_LENGTH = 8_192;

  private final Knowledge knowledge;
  private final Resolver resolver;

  Linker(Knowledge knowledge) {
    this.knowledge = knowledge;
    this.resolver = new Resolver(knowledge);
  }

  /** Returns the statements of a file, by line. */
  List<Statement> link(FileScan scan, String path) {
    Set<Statement> statements = new LinkedHashSet<>();
    for (Found found : scan.found()) {
      for (Outcome outcome : resolver.resolve(found)) {
        statement(found, outcome, path).ifPresent(statements::add);
      }
    }
    return statements.stream().sorted(Comparator.comparingInt(Statement::firstLine)).toList();
  }

  /** Returns the statements that methods declare of which {@link #link} has met no call. */
  List<Statement> linkUncalled(FileScan scan, String path) {
    return scan.found().stream()
        .flatMap(
            found ->
                resolver.uncalled(found).stream()
                    .flatMap(outcome -> statement(found, outcome, path).stream()))
        .distinct()
        .toList();
  }

  /** Returns the statement; empty where an exception's message has no word of its own. */
  private Optional<Statement> statement(Found found, Outcome outcome, String path) {
    Template template = new Template(number -> fixed(outcome.values().get(number)));
    outcome.message().pieces().forEach(piece -> add(template, piece, 0));
    List<String> literals = template.literals();
    if (outcome.kind() == StatementKind.THROW && !Statement.hasWord(literals)) {
      return Optional.empty();
    }
    LogPattern pattern = LogPattern.ofTemplate(template.text.toString());
    return Optional.of(
        new Statement(
            pattern.hash(),
            pattern.normalForm(),
            literals,
            path,
            found.firstLine(),
            found.lastLine(),
            found.className(),
            found.method(),
            outcome.kind(),
            outcome.level(),
            outcome.exceptionType()));
  }

  private void add(Template template, Piece piece, int depth) {
    if (piece instanceof Piece.Text text && template.text.length() < MAX_LENGTH) {
      template.add(text);
    } else if (piece instanceof Piece.Constant constant && depth < MAX_DEPTH) {
      Message known = knowledge.constant(constant.names());
      Message value = known == null ? Message.HOLE : known;
      value.in(constant.dialect()).pieces().forEach(part -> add(template, part, depth + 1));
    } else {
      template.addHole("{}");
    }
  }

  /** Returns the text of an argument; null where it is not known. */
  private @Nullable String fixed(@Nullable Message argument) {
    if (argument == null) {
      return null;
    }
    StringBuilder text = new StringBuilder();
    for (Piece piece : argument.pieces()) {
      Message constant =
          piece instanceof Piece.Constant c ? knowledge.constant(c.names()) : Message.HOLE;
      Message value = piece instanceof Piece.Text ? new Message(List.of(piece)) : constant;
      if (value == null || !value.pieces().stream().allMatch(Piece.Text.class::isInstance)) {
        return null;
      }
      value.pieces().forEach(part -> text.append(((Piece.Text) part).value()));
    }
    return text.toString();
  }

  /** A template as it grows: the text a sender would name, and the literals between its holes. */
  private static final class Template {
    final StringBuilder text = new StringBuilder();
    private final IntFunction<@Nullable String> fixed;
    private int arguments;
    private final List<StringBuilder> literals = new ArrayList<>(List.of(new StringBuilder()));

    /**
     * @param fixed text of an argument by its number; null where only the run tells
     */
    Template(IntFunction<@Nullable String> fixed) {
      this.fixed = fixed;
    }

    void add(Piece.Text piece) {
      text.append(piece.value());
      int before = arguments;
      piece
          .dialect()
          .split(
              piece.value(),
              literal -> last().append(literal),
              number -> addArgument(before + number));
    }

    private void addArgument(int number) {
      arguments = number + 1;
      String known = fixed.apply(number);
      if (known == null) {
        startLiteral();
      } else {
        last().append(known);
      }
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
