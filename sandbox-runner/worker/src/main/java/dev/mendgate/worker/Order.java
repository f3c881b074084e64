package dev.mendgate.worker;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the host asks of one worker; sent over standard input, so that nothing of it shows in
 * arguments, environment or system properties.
 *
 * @param key one-time secret that seals the worker's messages, {@link Seal#KEY_BYTES} long
 * @param targets what to run, in order
 */
public record Order(byte[] key, List<Target> targets) {
  private static final int MAX_BYTES = 64 << 20;

  public Order {
    targets = List.copyOf(targets);
  }

  /**
   * A test class, or one of its methods.
   *
   * @param method null for the whole class; anything from the first {@code (} or {@code [} on is
   *     ignored, so that the name of a result can be asked for again
   */
  public record Target(String className, @Nullable String method) {
    public Target {
      method = method == null ? null : method.replaceFirst("[(\\[].*", "");
    }
  }

  /** Writes the order: length in bytes (int), key, number of targets (int), targets. */
  public void writeTo(OutputStream out) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream data = new DataOutputStream(bytes);
    data.write(key);
    data.writeInt(targets.size());
    for (Target target : targets) {
      Text.write(data, target.className());
      Text.writeNullable(data, target.method());
    }
    DataOutputStream framed = new DataOutputStream(out);
    framed.writeInt(bytes.size());
    bytes.writeTo(framed);
    framed.flush();
  }

  /** Reads what {@link #writeTo} wrote. */
  public static Order readFrom(InputStream in) throws IOException {
    DataInputStream framed = new DataInputStream(in);
    int length = framed.readInt();
    if (length < Seal.KEY_BYTES || length > MAX_BYTES) {
      throw new IOException("Order of " + length + " bytes");
    }
    byte[] bytes = new byte[length];
    framed.readFully(bytes);
    DataInputStream data = new DataInputStream(new ByteArrayInputStream(bytes));
    byte[] key = new byte[Seal.KEY_BYTES];
    data.readFully(key);
    int count = data.readInt();
    List<Target> targets = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      targets.add(new Target(Text.read(data), Text.readNullable(data)));
    }
    return new Order(key, targets);
  }
}
