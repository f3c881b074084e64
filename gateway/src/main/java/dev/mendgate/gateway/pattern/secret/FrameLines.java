package dev.mendgate.gateway.pattern.secret;

/** Keeps frames of stack traces whole, whatever their classes are called. */
final class FrameLines {
  private final String text;
  private int from;
  private int to;
  private boolean frame;

  FrameLines(String text) {
    this.text = text;
  }

  /** Returns whether the character stands on a line {@code at a.B.c(D.java:1)}. */
  boolean hold(int at) {
    if (at < from || at >= to) {
      look(at);
    }
    return frame;
  }

  private void look(int at) {
    from = text.lastIndexOf('\n', at) + 1;
    int end = text.indexOf('\n', at);
    to = end < 0 ? text.length() : end;
    int name = from;
    while (name < to && Letters.isSpace(text.charAt(name))) {
      name++;
    }
    frame = text.startsWith("at ", name) && isFrame(name + 3);
  }

  private boolean isFrame(int name) {
    int open = name;
    while (open < to && text.charAt(open) != '(') {
      char c = text.charAt(open);
      if (Letters.isSpace(c) || c == '=' || c == ':') {
        return false;
      }
      open++;
    }
    for (int i = open; i < to && text.charAt(i) != '=' && text.charAt(i) != '@'; i++) {
      if (text.charAt(i) == ')') {
        return true;
      }
    }
    return false;
  }
}
