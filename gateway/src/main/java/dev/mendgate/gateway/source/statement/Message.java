package dev.mendgate.gateway.source.statement;

import java.util.ArrayList;
import java.util.List;

/**
 * The parts of one message, in order.
 *
 * @param pieces at least one
 */
record Message(List<Piece> pieces) {
  static final Message HOLE = new Message(List.of(new Piece.Hole()));

  /** Messages that one expression may lead to; more conditions than that become holes. */
  static final int MAX_ALTERNATIVES = 8;

  private static final int MAX_PIECES = 256;

  Message {
    pieces = List.copyOf(pieces);
  }

  static Message text(String value) {
    return new Message(List.of(new Piece.Text(value, Dialect.PLAIN)));
  }

  boolean mayBeText() {
    return pieces.stream().anyMatch(Piece::mayBeText);
  }

  Message in(Dialect dialect) {
    return new Message(pieces.stream().map(piece -> piece.in(dialect)).toList());
  }

  private Message append(Message next) {
    if (pieces.size() + next.pieces.size() > MAX_PIECES) {
      return this;
    }
    List<Piece> joined = new ArrayList<>(pieces);
    joined.addAll(next.pieces);
    return new Message(joined);
  }

  /** Returns every way to put a message of the one before a message of the other. */
  static List<Message> join(List<Message> before, List<Message> after) {
    if (before.size() * after.size() > MAX_ALTERNATIVES) {
      return join(before.size() > 1 ? List.of(HOLE) : before, List.of(HOLE));
    }
    List<Message> joined = new ArrayList<>();
    for (Message first : before) {
      after.forEach(second -> joined.add(first.append(second)));
    }
    return joined;
  }
}
