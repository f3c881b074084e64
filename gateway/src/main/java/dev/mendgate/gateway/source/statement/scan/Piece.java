package dev.mendgate.gateway.source.statement.scan;

import java.util.List;

/** One part of a message that an expression builds. */
public sealed interface Piece {
  /** Text that is known, in which arguments may be marked. */
  record Text(String value, Dialect dialect) implements Piece {}

  /** A value that is known only at run time. */
  record Hole() implements Piece {}

  /**
   * A constant that is declared elsewhere.
   *
   * @param names {@code package.Class#NAME}, in the order in which they are to be tried
   */
  record Constant(List<String> names, Dialect dialect) implements Piece {
    public Constant {
      names = List.copyOf(names);
    }
  }

  /**
   * What the caller of the method around it passes.
   *
   * @param index of the parameter, from 0
   */
  record Parameter(int index, Dialect dialect) implements Piece {}

  /** Returns the piece as the callee reads it. */
  default Piece in(Dialect dialect) {
    if (this instanceof Text text && text.dialect() == Dialect.PLAIN) {
      return new Text(text.value(), dialect);
    }
    if (this instanceof Constant constant && constant.dialect() == Dialect.PLAIN) {
      return new Constant(constant.names(), dialect);
    }
    return this instanceof Parameter parameter && parameter.dialect() == Dialect.PLAIN
        ? new Parameter(parameter.index(), dialect)
        : this;
  }

  /** Returns whether the piece may hold literal text. */
  default boolean mayBeText() {
    return !(this instanceof Hole);
  }
}
