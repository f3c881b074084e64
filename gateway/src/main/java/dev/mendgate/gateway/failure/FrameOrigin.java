package dev.mendgate.gateway.failure;

import org.jspecify.annotations.Nullable;

/**
 * What a frame's line tells of where its class was loaded from: {@code loader/module@version/}
 * before the class, as {@link StackTraceElement#toString} has it, or {@code ~[archive:version]}
 * behind the frame, as Logback, Log4j and JBoss have it.
 */
final class FrameOrigin {
  private static final int MAX_LENGTH = 256;

  private FrameOrigin() {}

  /** Returns where the class's own name begins, which may hold {@code /0x..} itself. */
  static int endOfModule(String name) {
    int slash = name.lastIndexOf('/');
    if (slash >= 0 && slash + 1 < name.length() && Character.isDigit(name.charAt(slash + 1))) {
      slash = name.lastIndexOf('/', slash - 1);
    }
    return slash + 1;
  }

  /** Returns the module before the class's name; null where there is none or it has no name. */
  static @Nullable String module(String qualified, int classStart) {
    if (classStart < 2) {
      return null;
    }
    int loader = qualified.lastIndexOf('/', classStart - 2);
    String module = qualified.substring(loader + 1, classStart - 1);
    return module.isEmpty() || module.length() > MAX_LENGTH ? null : module;
  }

  /** Returns the archive or folder named behind a frame; null where none is. */
  static @Nullable String behind(String rest, int from) {
    int open = from;
    while (open < rest.length() && (rest.charAt(open) == ' ' || rest.charAt(open) == '~')) {
      open++;
    }
    if (open >= rest.length() || rest.charAt(open) != '[') {
      return null;
    }
    int close = rest.indexOf(']', open);
    if (close < 0 || close - open > MAX_LENGTH) {
      return null;
    }
    return name(rest.substring(open + 1, close));
  }

  private static @Nullable String name(String packaging) {
    int colon = packaging.lastIndexOf(':');
    String name = colon < 0 ? packaging : packaging.substring(0, colon);
    // A nested archive is a folder to its loader: shop-core-1.2.jar!/
    String plain = name.replaceFirst("[!/]+$", "");
    String last = plain.substring(plain.lastIndexOf('/') + 1);
    boolean unknown = last.isBlank() || last.equals("?") || last.equals("na");
    return unknown ? null : last;
  }
}
