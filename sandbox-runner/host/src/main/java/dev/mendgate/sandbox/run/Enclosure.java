package dev.mendgate.sandbox.run;

import java.io.IOException;

/** A way to start a command so that it sees and reaches less than the host does. */
interface Enclosure {
  /** Names the layers for {@link WorkerResult#isolation}. */
  String layers();

  /** Returns whether the command sees the machine's own file system. */
  boolean sharesFiles();

  /**
   * Writes what the enclosure needs into the cell, and returns a line of shell that replaces the
   * shell by the enclosed command. The command's descriptor 3 is the shell's standard output; its
   * standard output is the shell's standard error.
   */
  String enter(Cell cell, Inmate inmate) throws IOException;
}
