package dev.mendgate.worker;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Strings on the wire: length in bytes (int, -1 for null), then UTF-8. */
final class Text {
  /** Longer strings are cut before they are sent. */
  static final int MAX_CHARS = 16 << 10;

  private Text() {}

  static void write(DataOutputStream out, String text) throws IOException {
    byte[] bytes = cut(text).getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  static void writeNullable(DataOutputStream out, @Nullable String text) throws IOException {
    if (text == null) {
      out.writeInt(-1);
      return;
    }
    write(out, text);
  }

  static String read(DataInputStream in) throws IOException {
    String text = readNullable(in);
    if (text == null) {
      throw new IOException("Text missing");
    }
    return text;
  }

  static @Nullable String readNullable(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length == -1) {
      return null;
    }
    if (length < 0 || length > 4 * MAX_CHARS) {
      throw new IOException("Text of " + length + " bytes");
    }
    byte[] bytes = new byte[length];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static String cut(String text) {
    return text.length() <= MAX_CHARS ? text : text.substring(0, MAX_CHARS);
  }
}
