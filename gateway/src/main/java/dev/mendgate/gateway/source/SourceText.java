package dev.mendgate.gateway.source;

import dev.mendgate.gateway.source.diff.Text;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A text file as characters, and the way back to its bytes.
 *
 * @param text all of it, line endings as they are
 * @param charset UTF-8 where the bytes are valid UTF-8, else ISO-8859-1; writing {@code text} in it
 *     gives the same bytes again
 */
public record SourceText(String text, Charset charset) {
  /** Decodes a file's bytes; empty where git would call them binary. */
  static Optional<SourceText> decode(byte[] bytes) {
    if (Text.isBinary(bytes)) {
      return Optional.empty();
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return Optional.of(new SourceText(text, StandardCharsets.UTF_8));
    } catch (CharacterCodingException e) {
      Charset latin1 = StandardCharsets.ISO_8859_1;
      return Optional.of(new SourceText(new String(bytes, latin1), latin1));
    }
  }
}
