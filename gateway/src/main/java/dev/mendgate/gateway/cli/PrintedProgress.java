package dev.mendgate.gateway.cli;

import dev.mendgate.gateway.source.IndexProgress;
import java.io.PrintWriter;

/** Prints a line for every tenth of the way. */
final class PrintedProgress implements IndexProgress {
  private static final int STEPS = 10;

  private final PrintWriter out;

  PrintedProgress(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void advanced(String stage, int done, int total) {
    boolean newStep = done == total || (long) done * STEPS / total != (done - 1L) * STEPS / total;
    if (done == 0 || newStep) {
      out.print(stage + " " + done + "/" + total + "\n");
      out.flush();
    }
  }
}
