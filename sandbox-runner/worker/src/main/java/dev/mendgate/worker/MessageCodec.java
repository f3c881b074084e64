package dev.mendgate.worker;

import dev.mendgate.worker.Message.Ended;
import dev.mendgate.worker.Message.Failure;
import dev.mendgate.worker.Message.Finished;
import dev.mendgate.worker.Message.Outcome;
import dev.mendgate.worker.Message.Ready;
import dev.mendgate.worker.Message.Reason;
import dev.mendgate.worker.Message.Started;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Messages as bytes: one byte for the kind, then the fields in order. */
final class MessageCodec {
  static final int MAX_FRAMES = 256;
  static final int MAX_CAUSES = 16;

  private MessageCodec() {}

  static byte[] encode(Message message) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    if (message instanceof Ready) {
      out.writeByte(0);
    } else if (message instanceof Started started) {
      out.writeByte(1);
      Text.write(out, started.className());
      Text.write(out, started.method());
    } else if (message instanceof Finished finished) {
      out.writeByte(2);
      encode(out, finished);
    } else if (message instanceof Ended ended) {
      out.writeByte(3);
      out.writeByte(ended.reason().ordinal());
    }
    return bytes.toByteArray();
  }

  static Message decode(byte[] bytes) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    int kind = in.readByte();
    return switch (kind) {
      case 0 -> new Ready();
      case 1 -> new Started(Text.read(in), Text.read(in));
      case 2 -> decodeFinished(in);
      case 3 -> new Ended(pick(Reason.values(), in));
      default -> throw new IOException("Message of kind " + kind);
    };
  }

  private static void encode(DataOutputStream out, Finished finished) throws IOException {
    Text.write(out, finished.className());
    Text.write(out, finished.method());
    out.writeByte(finished.outcome().ordinal());
    out.writeLong(finished.millis());
    encode(out, finished.failure());
    out.writeInt(finished.probes().size());
    for (int probe : finished.probes()) {
      out.writeInt(probe);
    }
  }

  private static Finished decodeFinished(DataInputStream in) throws IOException {
    return new Finished(
        Text.read(in),
        Text.read(in),
        pick(Outcome.values(), in),
        in.readLong(),
        decodeFailure(in, MAX_CAUSES),
        decodeProbes(in));
  }

  private static List<Integer> decodeProbes(DataInputStream in) throws IOException {
    int count = bounded(in.readInt(), Probe.CAPACITY);
    List<Integer> probes = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      probes.add(in.readInt());
    }
    return probes;
  }

  private static void encode(DataOutputStream out, @Nullable Failure failure) throws IOException {
    out.writeBoolean(failure != null);
    if (failure == null) {
      return;
    }
    Text.write(out, failure.type());
    Text.writeNullable(out, failure.message());
    out.writeInt(failure.frames().size());
    for (StackTraceElement frame : failure.frames()) {
      Text.write(out, frame.getClassName());
      Text.write(out, frame.getMethodName());
      Text.writeNullable(out, frame.getFileName());
      out.writeInt(frame.getLineNumber());
    }
    encode(out, failure.cause());
  }

  private static @Nullable Failure decodeFailure(DataInputStream in, int left) throws IOException {
    if (!in.readBoolean()) {
      return null;
    }
    bounded(0, left);
    String type = Text.read(in);
    String message = Text.readNullable(in);
    int count = bounded(in.readInt(), MAX_FRAMES);
    List<StackTraceElement> frames = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      frames.add(
          new StackTraceElement(Text.read(in), Text.read(in), Text.readNullable(in), in.readInt()));
    }
    return new Failure(type, message, frames, decodeFailure(in, left - 1));
  }

  private static <T> T pick(T[] values, DataInputStream in) throws IOException {
    return values[bounded(in.readByte(), values.length - 1)];
  }

  private static int bounded(int value, int max) throws IOException {
    if (value < 0 || value > max) {
      throw new IOException(value + " is not between 0 and " + max);
    }
    return value;
  }
}
