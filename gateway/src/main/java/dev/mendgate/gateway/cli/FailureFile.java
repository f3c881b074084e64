package dev.mendgate.gateway.cli;

import dev.mendgate.gateway.failure.FailureInput;
import dev.mendgate.gateway.failure.FailureText;
import dev.mendgate.v1.FailureEvent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a failure from a file, or from standard input for {@code -}. */
final class FailureFile {
  // A stack trace is a few kilobytes; whoever passes a whole log archive should cut it first.
  private static final int MAX_BYTES = 16 << 20;

  private FailureFile() {}

  /**
   * @throws UserError where the file cannot be read or holds no failure
   */
  static FailureEvent read(String file) {
    FailureInput input = FailureText.read(text(file));
    if (input instanceof FailureInput.Unusable unusable) {
      throw new UserError(name(file) + " " + unusable.reason());
    }
    return ((FailureInput.Event) input).event();
  }

  private static String text(String file) {
    byte[] bytes;
    try (InputStream in = file.equals("-") ? System.in : Files.newInputStream(Path.of(file))) {
      bytes = in.readNBytes(MAX_BYTES + 1);
    } catch (IOException e) {
      throw new UserError("cannot read " + file + ": no such file, or not readable");
    }
    if (bytes.length > MAX_BYTES) {
      throw new UserError(
          name(file) + " is larger than " + (MAX_BYTES >> 20) + " MiB; cut it to the failure");
    }
    return decode(bytes);
  }

  private static String decode(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
  }

  private static String name(String file) {
    return file.equals("-") ? "standard input" : file;
  }
}
