package dev.mendgate.gateway.source.statement;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32C;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The index on disk: {@code "MGSI"}, version, CRC-32C of the rest, then gzip of commit, skipped
 * paths, supertypes, statements, and statements without words. Integers are big-endian, strings are
 * modified UTF-8 behind a length.
 */
final class StatementFile {
  private static final int MAGIC = 0x4d475349;
  private static final int VERSION = 5;
  private static final int HEADER = 12;

  private StatementFile() {}

  static void save(StatementIndex index, Path file, String commit) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(new GZIPOutputStream(body)))) {
      out.writeUTF(commit);
      writeStrings(out, index.skipped());
      out.writeInt(index.supertypes().size());
      for (var type : index.supertypes().entrySet()) {
        out.writeUTF(type.getKey());
        writeStrings(out, type.getValue());
      }
      write(out, index.statements());
      write(out, index.bare());
    }
    byte[] bytes = body.toByteArray();
    ByteBuffer header = ByteBuffer.allocate(HEADER).putInt(MAGIC).putInt(VERSION);
    header.putInt(checksum(bytes, 0));
    Path folder = file.toAbsolutePath().resolveSibling("");
    Files.createDirectories(folder);
    Path written = Files.createTempFile(folder, file.getFileName().toString(), ".part");
    try {
      try (var out = Files.newOutputStream(written)) {
        out.write(header.array());
        out.write(bytes);
      }
      Files.move(
          written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(written);
    }
  }

  static Optional<StatementIndex> load(Path file, String commit) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      if (bytes.length < HEADER) {
        return Optional.empty();
      }
      ByteBuffer header = ByteBuffer.wrap(bytes);
      boolean ours = header.getInt() == MAGIC && header.getInt() == VERSION;
      if (!ours || header.getInt() != checksum(bytes, HEADER)) {
        return Optional.empty();
      }
      try (DataInputStream in =
          new DataInputStream(
              new BufferedInputStream(
                  new GZIPInputStream(
                      new ByteArrayInputStream(bytes, HEADER, bytes.length - HEADER))))) {
        return in.readUTF().equals(commit) ? Optional.of(read(in)) : Optional.empty();
      }
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static StatementIndex read(DataInputStream in) throws IOException {
    Map<String, String> pool = new HashMap<>();
    List<String> skipped = readStrings(in, pool);
    Map<String, List<String>> supertypes = new HashMap<>();
    for (int i = in.readInt(); i > 0; i--) {
      supertypes.put(readPooled(in, pool), readStrings(in, pool));
    }
    List<Statement> statements = readStatements(in, pool);
    return new StatementIndex(statements, readStatements(in, pool), skipped, supertypes);
  }

  private static void write(DataOutputStream out, List<Statement> statements) throws IOException {
    out.writeInt(statements.size());
    for (Statement statement : statements) {
      write(out, statement);
    }
  }

  private static List<Statement> readStatements(DataInputStream in, Map<String, String> pool)
      throws IOException {
    List<Statement> statements = new ArrayList<>();
    for (int i = in.readInt(); i > 0; i--) {
      statements.add(readStatement(in, pool));
    }
    return statements;
  }

  private static void write(DataOutputStream out, Statement statement) throws IOException {
    out.writeUTF(statement.hash());
    out.writeUTF(statement.template());
    writeStrings(out, statement.literals());
    out.writeUTF(statement.path());
    out.writeInt(statement.firstLine());
    out.writeInt(statement.lastLine());
    out.writeUTF(statement.className());
    out.writeUTF(statement.method());
    out.writeUTF(statement.kind().name());
    writeOptional(out, statement.level());
    writeOptional(out, statement.exceptionType());
  }

  private static Statement readStatement(DataInputStream in, Map<String, String> pool)
      throws IOException {
    return new Statement(
        in.readUTF(),
        in.readUTF(),
        readStrings(in, pool),
        readPooled(in, pool),
        in.readInt(),
        in.readInt(),
        readPooled(in, pool),
        readPooled(in, pool),
        StatementKind.valueOf(in.readUTF()),
        readOptional(in, pool),
        readOptional(in, pool));
  }

  private static void writeStrings(DataOutputStream out, List<String> strings) throws IOException {
    out.writeInt(strings.size());
    for (String string : strings) {
      out.writeUTF(string);
    }
  }

  private static List<String> readStrings(DataInputStream in, Map<String, String> pool)
      throws IOException {
    int count = in.readInt();
    List<String> strings = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      strings.add(readPooled(in, pool));
    }
    return strings;
  }

  private static void writeOptional(DataOutputStream out, @Nullable String value)
      throws IOException {
    out.writeUTF(value == null ? "" : value);
  }

  private static @Nullable String readOptional(DataInputStream in, Map<String, String> pool)
      throws IOException {
    String value = readPooled(in, pool);
    return value.isEmpty() ? null : value;
  }

  private static String readPooled(DataInputStream in, Map<String, String> pool)
      throws IOException {
    String value = in.readUTF();
    return pool.computeIfAbsent(value, v -> v);
  }

  private static int checksum(byte[] bytes, int from) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, from, bytes.length - from);
    return (int) crc.getValue();
  }
}
