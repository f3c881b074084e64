package dev.mendgate.gateway.source.blame;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A path as git prints it: in quotes, as in C, where it has unusual bytes. */
final class QuotedPath {
  private QuotedPath() {}

  static String unquote(String printed) {
    if (!printed.startsWith("\"")) {
      return printed;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int at = 1; at < printed.length() - 1; at++) {
      char c = printed.charAt(at);
      if (c != '\\') {
        bytes.write(c);
      } else if (Character.isDigit(printed.charAt(at + 1))) {
        bytes.write(Integer.parseInt(printed.substring(at + 1, at + 4), 8));
        at += 3;
      } else {
        bytes.write(printed.charAt(++at));
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
