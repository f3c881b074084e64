package dev.mendgate.worker;

import dev.mendgate.worker.Message.Finished;
import dev.mendgate.worker.MessageReader.ForgedMessageException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A reporter whose messages can be read back. */
final class Recording {
  static final byte[] KEY = new byte[Seal.KEY_BYTES];

  final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  final MessageWriter writer = new MessageWriter(bytes, new Seal(KEY));
  final Reporter reporter = new Reporter(writer, new Exhaustion(new File(".")));

  List<Message> messages() throws IOException, ForgedMessageException {
    return read(bytes.toByteArray());
  }

  static List<Message> read(byte[] bytes) throws IOException, ForgedMessageException {
    MessageReader reader = new MessageReader(new ByteArrayInputStream(bytes), new Seal(KEY));
    List<Message> messages = new ArrayList<>();
    Message message = reader.next();
    while (message != null) {
      messages.add(message);
      message = reader.next();
    }
    return messages;
  }

  /** Returns {@code method status}, in alphabetical order. */
  List<String> outcomes() throws IOException, ForgedMessageException {
    return messages().stream()
        .filter(Finished.class::isInstance)
        .map(Finished.class::cast)
        .map(finished -> finished.method() + " " + finished.outcome())
        .sorted()
        .toList();
  }
}
