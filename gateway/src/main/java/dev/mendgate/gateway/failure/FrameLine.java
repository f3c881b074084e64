package dev.mendgate.gateway.failure;

import dev.mendgate.fixer.Frame;
import org.jspecify.annotations.Nullable;

/**
 * A frame of a stack trace, read from one line of text by hand-written scanning: linear in the
 * line's length, whatever it holds.
 *
 * @param frame the frame; null where the line breaks off before its method is known
 * @param prefix what stands before {@code at}, white space included
 * @param complete whether the line holds all of the frame
 */
record FrameLine(@Nullable Frame frame, String prefix, boolean complete) {
  private static final int MAX_LENGTH = 16_384;
  private static final int MAX_ATTEMPTS = 3;

  /** Reads a line, or returns null where it is no frame and no beginning of one. */
  static @Nullable FrameLine read(String line) {
    if (line.length() > MAX_LENGTH) {
      return null;
    }
    int attempts = 0;
    for (int at = line.indexOf("at "); at >= 0; at = line.indexOf("at ", at + 1)) {
      if (!startsFrame(line, at)) {
        continue;
      }
      if (attempts++ == MAX_ATTEMPTS) {
        return null;
      }
      FrameLine found = readAfter(line, at);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static @Nullable FrameLine readAfter(String line, int at) {
    String prefix = line.substring(0, at);
    String rest = line.substring(at + 3);
    int open = locationStart(rest);
    if (open >= 0) {
      int close = rest.indexOf(')', open);
      Frame frame =
          frame(
              rest.substring(0, open),
              rest.substring(open + 1, close),
              FrameOrigin.behind(rest, close + 1));
      return frame == null ? null : new FrameLine(frame, prefix, true);
    }
    return cutOff(prefix, rest);
  }

  /** Returns where the parenthesis around a Java source location opens, or -1. */
  private static int locationStart(String rest) {
    for (int close = rest.indexOf(')'); close >= 0; close = rest.indexOf(')', close + 1)) {
      int open = close - 1;
      while (open >= 0 && rest.charAt(open) != '(' && rest.charAt(open) != ')') {
        open--;
      }
      if (open > 0 && rest.charAt(open) == '(' && isLocation(rest.substring(open + 1, close))) {
        return open;
      }
    }
    return -1;
  }

  private static @Nullable FrameLine cutOff(String prefix, String rest) {
    int open = rest.indexOf('(');
    if (rest.indexOf(')') >= 0) {
      return null;
    }
    if (open < 0) {
      String name = rest.strip();
      return name.indexOf('.') > 0 && isClassName(name) ? new FrameLine(null, prefix, false) : null;
    }
    String file = rest.substring(open + 1);
    int colon = file.indexOf(':');
    Frame frame = frame(rest.substring(0, open), colon < 0 ? "" : file.substring(0, colon), null);
    return frame == null || file.indexOf('/') >= 0 ? null : new FrameLine(frame, prefix, false);
  }

  private static boolean startsFrame(String line, int at) {
    String before = line.substring(0, at);
    if (before.isBlank() || before.endsWith("\t") || before.endsWith("  ")) {
      return true;
    }
    char last = before.charAt(before.length() - 1);
    char beforeSpace =
        last == ' ' && before.length() > 1 ? before.charAt(before.length() - 2) : last;
    return beforeSpace == '|' || beforeSpace == ']' || beforeSpace == '>' || beforeSpace == ':';
  }

  private static boolean isLocation(String location) {
    if (location.equals("Native Method")
        || location.equals("Unknown Source")
        || location.equals("<generated>")
        || location.equals("SourceFile")) {
      return true;
    }
    int colon = location.indexOf(':');
    String file = colon < 0 ? location : location.substring(0, colon);
    if (file.isEmpty() || !isFileName(file)) {
      return false;
    }
    return colon < 0 ? file.indexOf('.') > 0 : line(location) >= 0;
  }

  private static boolean isFileName(String file) {
    for (int i = 0; i < file.length(); i++) {
      char c = file.charAt(i);
      if (!Character.isJavaIdentifierPart(c) && "-.<> +".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  private static int line(String location) {
    int colon = location.indexOf(':');
    if (colon < 0 || location.length() - colon > 8) {
      return -1;
    }
    try {
      return Integer.parseUnsignedInt(location, colon + 1, location.length(), 10);
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  private static @Nullable Frame frame(
      String qualified, String location, @Nullable String archive) {
    int dot = qualified.lastIndexOf('.');
    if (dot <= 0 || dot == qualified.length() - 1) {
      return null;
    }
    int start = FrameOrigin.endOfModule(qualified.substring(0, dot));
    String className = qualified.substring(start, dot);
    if (!isClassName(className) || qualified.endsWith(" ")) {
      return null;
    }
    String origin = archive != null ? archive : FrameOrigin.module(qualified, start);
    String method = qualified.substring(dot + 1);
    if (location.equals("Native Method")) {
      return new Frame(className, method, null, -2, origin);
    }
    int colon = location.indexOf(':');
    String file = colon < 0 ? location : location.substring(0, colon);
    int line = line(location);
    boolean unknown = file.isEmpty() || file.equals("Unknown Source");
    return new Frame(className, method, unknown ? null : file, line > 0 ? line : -1, origin);
  }

  private static boolean isClassName(String name) {
    if (name.isEmpty() || !Character.isJavaIdentifierStart(name.charAt(0))) {
      return false;
    }
    for (int i = 1; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!Character.isJavaIdentifierPart(c) && "./-<>+@".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }
}
