package dev.mendgate.gateway.source.statement.scan;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A scan as bytes: deflated, with each text once. Integers are big-endian; a count stands before
 * what is counted.
 */
public final class ScanCodec {
  /** Changes with the format, and with what the scanner finds in a file. */
  public static final int VERSION = 1;

  private ScanCodec() {}

  /**
   * Returns the bytes of a scan.
   *
   * @throws IOException where a name is longer than 65,535 bytes
   */
  public static byte[] encode(FileScan scan) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Deflater fast = new Deflater(Deflater.BEST_SPEED);
    try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes, fast))) {
      new Writer(out).write(scan);
    } finally {
      fast.end();
    }
    return bytes.toByteArray();
  }

  /**
   * Returns the scan of what {@link #encode} gave.
   *
   * @throws IOException where it is something else
   */
  public static FileScan decode(byte[] bytes) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes)))) {
      return new Reader(in).scan();
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new IOException("no scan of statements", e);
    }
  }

  private static final class Writer {
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final DataOutputStream parts = new DataOutputStream(body);
    private final Map<String, Integer> texts = new LinkedHashMap<>();
    private final DataOutputStream out;

    Writer(DataOutputStream out) {
      this.out = out;
    }

    void write(FileScan scan) throws IOException {
      parts.writeInt(scan.found().size());
      for (Found found : scan.found()) {
        write(found);
      }
      parts.writeInt(scan.constants().size());
      for (Map.Entry<String, Message> constant : new TreeMap<>(scan.constants()).entrySet()) {
        text(constant.getKey());
        write(constant.getValue());
      }
      parts.writeInt(scan.supertypes().size());
      for (var type : new TreeMap<>(scan.supertypes()).entrySet()) {
        text(type.getKey());
        parts.writeInt(type.getValue().size());
        for (List<String> names : type.getValue()) {
          texts(names);
        }
      }
      parts.writeInt(scan.loggers().size());
      for (Map.Entry<String, LoggerType> logger : new TreeMap<>(scan.loggers()).entrySet()) {
        text(logger.getKey());
        parts.writeByte(logger.getValue().ordinal());
      }
      out.writeInt(texts.size());
      for (String text : texts.keySet()) {
        out.writeUTF(text);
      }
      body.writeTo(out);
    }

    private void write(Found found) throws IOException {
      write(found.sink());
      parts.writeInt(found.argumentCount());
      parts.writeInt(found.texts().size());
      for (var text : new TreeMap<>(found.texts()).entrySet()) {
        parts.writeInt(text.getKey());
        parts.writeInt(text.getValue().size());
        for (Message message : text.getValue()) {
          write(message);
        }
      }
      parts.writeInt(found.firstLine());
      parts.writeInt(found.lastLine());
      text(found.className());
      text(found.method());
      parts.writeInt(found.arity());
      parts.writeBoolean(found.varargs());
    }

    private void write(@Nullable Sink sink) throws IOException {
      if (sink == null) {
        parts.writeByte(0);
      } else if (sink instanceof Sink.Log log) {
        parts.writeByte(1);
        text(log.level());
        dialect(log.dialect());
      } else if (sink instanceof Sink.LogBy log) {
        parts.writeByte(2);
        text(log.level());
        dialect(log.dialect());
        texts(log.loggers());
        parts.writeBoolean(log.byName());
      } else if (sink instanceof Sink.Throw thrown) {
        parts.writeByte(3);
        texts(thrown.types());
        text(thrown.reported());
        parts.writeBoolean(thrown.named());
        dialect(thrown.dialect());
      } else if (sink instanceof Sink.Call call) {
        parts.writeByte(4);
        texts(call.owners());
        text(call.method());
        write(call.otherwise());
      }
    }

    private void write(Message message) throws IOException {
      parts.writeInt(message.pieces().size());
      for (Piece piece : message.pieces()) {
        if (piece instanceof Piece.Text text) {
          parts.writeByte(1);
          text(text.value());
          dialect(text.dialect());
        } else if (piece instanceof Piece.Constant constant) {
          parts.writeByte(2);
          texts(constant.names());
          dialect(constant.dialect());
        } else if (piece instanceof Piece.Parameter parameter) {
          parts.writeByte(3);
          parts.writeInt(parameter.index());
          dialect(parameter.dialect());
        } else {
          parts.writeByte(0);
        }
      }
    }

    private void dialect(@Nullable Dialect dialect) throws IOException {
      parts.writeByte(dialect == null ? -1 : dialect.ordinal());
    }

    private void texts(List<String> values) throws IOException {
      parts.writeInt(values.size());
      for (String value : values) {
        text(value);
      }
    }

    private void text(@Nullable String value) throws IOException {
      parts.writeInt(value == null ? -1 : texts.computeIfAbsent(value, v -> texts.size()));
    }
  }

  private static final class Reader {
    private final DataInputStream in;
    private final List<String> texts = new ArrayList<>();

    Reader(DataInputStream in) {
      this.in = in;
    }

    FileScan scan() throws IOException {
      int count = in.readInt();
      for (int i = 0; i < count; i++) {
        texts.add(in.readUTF());
      }
      List<Found> found = list(this::found);
      Map<String, Message> constants = map(this::message);
      Map<String, List<List<String>>> supertypes = map(() -> list(this::texts));
      Map<String, LoggerType> loggers = map(() -> LoggerType.values()[in.readByte()]);
      return new FileScan(found, constants, supertypes, loggers);
    }

    private Found found() throws IOException {
      Sink sink = sink();
      int arguments = in.readInt();
      Map<Integer, List<Message>> said = new TreeMap<>();
      int count = in.readInt();
      for (int i = 0; i < count; i++) {
        said.put(in.readInt(), list(this::message));
      }
      if (sink == null) {
        throw new IOException("a call that does nothing");
      }
      return new Found(
          sink,
          arguments,
          said,
          in.readInt(),
          in.readInt(),
          text(),
          text(),
          in.readInt(),
          in.readBoolean());
    }

    private @Nullable Sink sink() throws IOException {
      return switch (in.readByte()) {
        case 1 -> new Sink.Log(optional(), dialect());
        case 2 -> {
          String level = optional();
          int dialect = in.readByte();
          yield new Sink.LogBy(
              level, dialect < 0 ? null : Dialect.values()[dialect], texts(), in.readBoolean());
        }
        case 3 -> new Sink.Throw(texts(), optional(), in.readBoolean(), dialect());
        case 4 -> new Sink.Call(texts(), text(), sink());
        default -> null;
      };
    }

    private Message message() throws IOException {
      return new Message(list(this::piece));
    }

    private Piece piece() throws IOException {
      return switch (in.readByte()) {
        case 1 -> new Piece.Text(text(), dialect());
        case 2 -> new Piece.Constant(texts(), dialect());
        case 3 -> new Piece.Parameter(in.readInt(), dialect());
        default -> new Piece.Hole();
      };
    }

    private Dialect dialect() throws IOException {
      return Dialect.values()[in.readByte()];
    }

    private List<String> texts() throws IOException {
      return list(this::text);
    }

    private String text() throws IOException {
      return texts.get(in.readInt());
    }

    private @Nullable String optional() throws IOException {
      int index = in.readInt();
      return index < 0 ? null : texts.get(index);
    }

    private <T> Map<String, T> map(Part<T> part) throws IOException {
      Map<String, T> map = new LinkedHashMap<>();
      int count = in.readInt();
      for (int i = 0; i < count; i++) {
        map.put(text(), part.read());
      }
      return map;
    }

    private <T> List<T> list(Part<T> part) throws IOException {
      int count = in.readInt();
      List<T> list = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        list.add(part.read());
      }
      return list;
    }
  }

  /** Reads one part of a scan. */
  private interface Part<T> {
    T read() throws IOException;
  }
}
