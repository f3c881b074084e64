package dev.mendgate.gateway.cli;

import picocli.CommandLine.Parameters;

/** The line a command is asked about. */
final class LineOptions {
  @Parameters(
      paramLabel = "PATH:LINE",
      description = "File, from the root of the repository, and line, from 1.")
  private String place = "";

  String path() {
    return place.substring(0, colon());
  }

  int line() {
    try {
      int line = Integer.parseInt(place.substring(colon() + 1));
      if (line >= 1) {
        return line;
      }
    } catch (NumberFormatException e) {
      // Refused below, as a line below 1 is.
    }
    throw new UserError("'" + place + "' names no line; give PATH:LINE, such as src/A.java:12");
  }

  private int colon() {
    int colon = place.lastIndexOf(':');
    if (colon <= 0) {
      throw new UserError("'" + place + "' names no line; give PATH:LINE, such as src/A.java:12");
    }
    return colon;
  }
}
