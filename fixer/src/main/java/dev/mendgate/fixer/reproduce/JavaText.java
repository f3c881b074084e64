package dev.mendgate.fixer.reproduce;

import java.util.Locale;

/** Writes literals and names of Java. */
final class JavaText {
  private JavaText() {}

  static String string(String text) {
    StringBuilder out = new StringBuilder("\"");
    text.chars().forEach(c -> out.append(escaped((char) c)));
    return out.append('"').toString();
  }

  static String character(char c) {
    return c == '\'' ? "'\\''" : c == '"' ? "'\"'" : "'" + escaped(c) + "'";
  }

  private static String escaped(char c) {
    switch (c) {
      case '\n':
        return "\\n";
      case '\r':
        return "\\r";
      case '\t':
        return "\\t";
      case '"':
        return "\\\"";
      case '\\':
        return "\\\\";
      default:
        boolean plain = c >= ' ' && c < 127;
        return plain ? String.valueOf(c) : String.format(Locale.ROOT, "\\u%04x", (int) c);
    }
  }

  static String capitalised(String name) {
    return name.isEmpty() ? name : Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  static String decapitalised(String name) {
    return name.isEmpty() ? name : Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }
}
