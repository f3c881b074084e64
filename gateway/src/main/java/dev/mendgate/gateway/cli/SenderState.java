package dev.mendgate.gateway.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mendgate.v1.FailureEvent;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.UUID;

/**
 * Remembers between runs who sends and which numbers are taken, in a file that one run at a time
 * holds. A run that broke off and is repeated with the same events uses the same numbers, so that
 * the gateway counts them once.
 */
final class SenderState implements AutoCloseable {
  private static final String PRODUCER = "producer";
  private static final String NEXT = "next-sequence";
  private static final String PENDING = "pending-digest";
  private static final String PENDING_COUNT = "pending-count";

  private final FileChannel file;
  private final Properties values = new Properties();

  private SenderState(FileChannel file) {
    this.file = file;
  }

  /** Opens the state, which is new where there is none; waits while another run holds it. */
  static SenderState open(Path path) throws IOException {
    Path folder = path.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    FileChannel file =
        FileChannel.open(
            path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    SenderState state = new SenderState(file);
    try {
      state.load();
      return state;
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  private void load() throws IOException {
    // Closing the channel releases the lock.
    var unused = file.lock();
    ByteBuffer content = ByteBuffer.allocate((int) Math.min(file.size(), 1 << 16));
    while (content.hasRemaining() && file.read(content, content.position()) >= 0) {}
    try (Reader reader = new StringReader(new String(content.array(), UTF_8))) {
      values.load(reader);
    }
    if (values.getProperty(PRODUCER) == null) {
      values.setProperty(PRODUCER, "send-" + UUID.randomUUID());
      values.setProperty(NEXT, "1");
    }
  }

  String producer() {
    return values.getProperty(PRODUCER, "");
  }

  /** Takes numbers for events and returns the first. */
  long begin(List<FailureEvent> events) throws IOException {
    String digest = digest(events);
    if (!digest.equals(values.getProperty(PENDING))) {
      skipPending();
      values.setProperty(PENDING, digest);
      values.setProperty(PENDING_COUNT, String.valueOf(events.size()));
      store();
    }
    return number(NEXT);
  }

  /** Notes that all events that were begun with are acknowledged. */
  void finish() throws IOException {
    skipPending();
    store();
  }

  private void skipPending() {
    values.setProperty(NEXT, String.valueOf(number(NEXT) + number(PENDING_COUNT)));
    values.remove(PENDING);
    values.remove(PENDING_COUNT);
  }

  private long number(String name) {
    try {
      return Long.parseLong(values.getProperty(name, "0"));
    } catch (NumberFormatException e) {
      throw new UserError("the sender's state is damaged; name another file with --state");
    }
  }

  private void store() throws IOException {
    StringWriter text = new StringWriter();
    values.store(text, "State of mendgate send");
    ByteBuffer bytes = ByteBuffer.wrap(text.toString().getBytes(UTF_8));
    file.truncate(0);
    file.position(0);
    while (bytes.hasRemaining()) {
      file.write(bytes);
    }
    file.force(true);
  }

  private static String digest(List<FailureEvent> events) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      events.forEach(event -> digest.update(event.toByteArray()));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
