package dev.mendgate.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.mendgate.worker.Message.Ended;
import dev.mendgate.worker.Message.Failure;
import dev.mendgate.worker.Message.Finished;
import dev.mendgate.worker.Message.Outcome;
import dev.mendgate.worker.Message.Ready;
import dev.mendgate.worker.Message.Reason;
import dev.mendgate.worker.Message.Started;
import dev.mendgate.worker.MessageReader.ForgedMessageException;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessagesTest {
  private static final List<Message> ALL =
      List.of(
          new Ready(),
          new Started("a.B", "c"),
          new Finished("a.B", "c", Outcome.FAILED, 12, failure(), List.of(1, 5)),
          new Finished("a.B", "d", Outcome.SKIPPED, 0, null, List.of()),
          new Ended(Reason.DISK_FULL));

  @Test
  void messages_arrive_as_they_were_sent() throws Exception {
    assertEquals(ALL, Recording.read(sent(Recording.KEY)));
  }

  @Test
  void a_stream_cut_anywhere_is_an_end_and_not_a_forgery() throws Exception {
    byte[] bytes = sent(Recording.KEY);
    for (int length = 0; length < bytes.length; length++) {
      List<Message> read = Recording.read(Arrays.copyOf(bytes, length));
      assertEquals(ALL.subList(0, read.size()), read);
    }
  }

  @Test
  void a_changed_byte_is_noticed() throws Exception {
    byte[] bytes = sent(Recording.KEY);
    bytes[Integer.BYTES] ^= 1;
    assertThrows(ForgedMessageException.class, () -> Recording.read(bytes));
  }

  @Test
  void another_key_is_noticed() throws Exception {
    byte[] key = new byte[Seal.KEY_BYTES];
    key[0] = 1;
    byte[] bytes = sent(key);
    assertThrows(ForgedMessageException.class, () -> Recording.read(bytes));
  }

  @Test
  void a_repeated_message_is_noticed() throws Exception {
    byte[] once = new byte[Integer.BYTES + 1 + Seal.MAC_BYTES];
    System.arraycopy(sent(Recording.KEY), 0, once, 0, once.length);
    byte[] twice = Arrays.copyOf(once, 2 * once.length);
    System.arraycopy(once, 0, twice, once.length, once.length);
    assertEquals(List.of(new Ready()), Recording.read(once));
    assertThrows(ForgedMessageException.class, () -> Recording.read(twice));
  }

  private static byte[] sent(byte[] key) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    MessageWriter writer = new MessageWriter(out, new Seal(key));
    for (Message message : ALL) {
      writer.send(message);
    }
    return out.toByteArray();
  }

  private static Failure failure() {
    StackTraceElement frame = new StackTraceElement("a.B", "c", "B.java", 7);
    StackTraceElement hidden = new StackTraceElement("a.B$1", "run", null, -1);
    Failure cause = new Failure("x.Cause", null, List.of(hidden), null);
    return new Failure("x.Outer", "mäßig", List.of(frame), cause);
  }
}
