package dev.mendgate.gateway.source.statement.scan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The parts of one message, in order.
 *
 * @param pieces at least one
 */
public record Message(List<Piece> pieces) {
  /** A message of which nothing is known. */
  public static final Message HOLE = new Message(List.of(new Piece.Hole()));

  /** Messages that one expression may lead to; more conditions than that become holes. */
  static final int MAX_ALTERNATIVES = 16;

  private static final int MAX_PIECES = 256;
  private static final int MAX_TEXT = 8_192;

  public Message {
    pieces = List.copyOf(pieces);
  }

  /** Returns a message that is known; of a very long one the start. */
  static Message text(String value) {
    return value.length() <= MAX_TEXT
        ? new Message(List.of(new Piece.Text(value, Dialect.PLAIN)))
        : new Message(
            List.of(new Piece.Text(value.substring(0, MAX_TEXT), Dialect.PLAIN), new Piece.Hole()));
  }

  /** Returns whether any part may be text. */
  public boolean mayBeText() {
    return pieces.stream().anyMatch(Piece::mayBeText);
  }

  /** Returns whether the source says all of it. */
  public boolean isFixed() {
    return pieces.stream()
        .allMatch(piece -> piece instanceof Piece.Text || piece instanceof Piece.Constant);
  }

  /** Returns whether callers of the method around it have a part in it. */
  public boolean hasParameter() {
    return pieces.stream().anyMatch(piece -> piece instanceof Piece.Parameter);
  }

  /** Returns the message with something unknown before and behind it. */
  public Message somewhere() {
    return HOLE.append(this).append(HOLE);
  }

  /** Returns whether it has known text and, in it or beside it, another word. */
  public boolean hasTwoWords() {
    StringBuilder words = new StringBuilder();
    boolean letter = false;
    for (Piece piece : pieces) {
      String text = piece instanceof Piece.Text known ? known.value() : "x";
      letter |= piece instanceof Piece.Text && text.chars().anyMatch(Character::isLetter);
      words.append(text);
    }
    return letter && words.toString().strip().contains(" ");
  }

  /** Returns the message as the callee reads it. */
  public Message in(Dialect dialect) {
    return dialect == Dialect.PLAIN
        ? this
        : new Message(pieces.stream().map(piece -> piece.in(dialect)).toList());
  }

  private Message append(Message next) {
    List<Piece> joined = new ArrayList<>(pieces);
    if (pieces.size() + next.pieces.size() > MAX_PIECES) {
      if (!(pieces.get(pieces.size() - 1) instanceof Piece.Hole)) {
        joined.add(new Piece.Hole());
      }
    } else {
      joined.addAll(next.pieces);
    }
    return new Message(joined);
  }

  /** Returns every way to put a message of the one before a message of the other. */
  static List<Message> join(List<Message> before, List<Message> after) {
    if (before.size() * after.size() > MAX_ALTERNATIVES) {
      return join(before, List.of(HOLE));
    }
    List<Message> joined = new ArrayList<>();
    for (Message first : before) {
      after.forEach(second -> joined.add(first.append(second)));
    }
    return joined;
  }

  /** Returns the messages of either; a hole where they are too many. */
  static List<Message> either(List<Message> one, List<Message> other) {
    Set<Message> both = new LinkedHashSet<>(one);
    both.addAll(other);
    return both.size() > MAX_ALTERNATIVES ? List.of(HOLE) : List.copyOf(both);
  }

  /**
   * Returns the messages that come of what a caller passes.
   *
   * @param arguments messages of an argument by its index; a hole where there is none
   */
  public List<Message> filledIn(Map<Integer, List<Message>> arguments) {
    List<Message> joined = List.of();
    for (Piece piece : pieces) {
      List<Message> next = List.of(new Message(List.of(piece)));
      if (piece instanceof Piece.Parameter parameter) {
        next =
            arguments.getOrDefault(parameter.index(), List.of(HOLE)).stream()
                .map(message -> message.in(parameter.dialect()))
                .toList();
      }
      joined = joined.isEmpty() ? next : join(joined, next);
    }
    return joined;
  }
}
