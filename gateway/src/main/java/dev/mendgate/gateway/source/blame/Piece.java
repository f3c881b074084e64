package dev.mendgate.gateway.source.blame;

/**
 * Lines of the blamed file whose origin is sought together. A piece that was cut is never joined
 * again: whether it moved is asked of it alone, as git does.
 *
 * @param line first line in the blamed file, from 0
 * @param length number of lines
 * @param at first line in the version where they are sought, from 0
 */
record Piece(int line, int length, int at) {
  /** Returns a part of it, which the same version has. */
  Piece part(int offset, int lines) {
    return new Piece(line + offset, lines, at + offset);
  }

  /** Returns a part of it as another version has it. */
  Piece part(int offset, int lines, int elsewhere) {
    return new Piece(line + offset, lines, elsewhere);
  }
}
