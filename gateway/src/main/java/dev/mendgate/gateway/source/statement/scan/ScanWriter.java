package dev.mendgate.gateway.source.statement.scan;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes a scan: its texts first, each of them once, then the parts that name them by number. */
final class ScanWriter {
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private final DataOutputStream parts = new DataOutputStream(body);
  private final Map<String, Integer> texts = new LinkedHashMap<>();
  private final DataOutputStream out;

  ScanWriter(DataOutputStream out) {
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
    } else if (sink instanceof Sink.Declares declares) {
      parts.writeByte(5);
      write(declares.does());
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
