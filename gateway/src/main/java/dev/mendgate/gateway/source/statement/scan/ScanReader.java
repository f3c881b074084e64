package dev.mendgate.gateway.source.statement.scan;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads what {@link ScanWriter} wrote. */
final class ScanReader {
  private final DataInputStream in;
  private final List<String> texts = new ArrayList<>();

  ScanReader(DataInputStream in) {
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
      case 5 -> new Sink.Declares(Objects.requireNonNull(sink()));
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

  /** Reads one part of a scan. */
  private interface Part<T> {
    T read() throws IOException;
  }
}
