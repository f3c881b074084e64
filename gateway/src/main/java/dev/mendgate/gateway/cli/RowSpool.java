package dev.mendgate.gateway.cli;

import dev.mendgate.gateway.pattern.LogPattern;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Keeps rows in a file until all records are read: only then the templates of the lines that no
 * statement explains are known. Memory does not grow with the rows.
 */
final class RowSpool implements Closeable {
  private static final char EXPLAINED = '=';
  private static final char MINED = '?';

  private final Path file;
  private final BufferedWriter out;

  private RowSpool(Path file) throws IOException {
    this.file = file;
    this.out = Files.newBufferedWriter(file);
  }

  static RowSpool create() throws IOException {
    return new RowSpool(Files.createTempFile("mendgate-patterns-", ".rows"));
  }

  /** Adds a row that stays as it is. */
  void add(String row) throws IOException {
    write(EXPLAINED, row);
  }

  /** Adds a row that starts with the hash and template of a mined pattern as known now. */
  void addMined(String row) throws IOException {
    write(MINED, row);
  }

  private void write(char kind, String row) throws IOException {
    out.write(kind);
    out.write(row);
    out.write('\n');
  }

  /**
   * Hands over all rows in order, the mined ones with their pattern of now, until the reader has
   * enough.
   *
   * @param current pattern that a hash belongs to by now
   * @param columns writes a mined pattern as a row
   * @param reader takes a row and returns whether it takes more
   */
  void read(
      Function<String, Optional<LogPattern>> current,
      Function<LogPattern, String> columns,
      Predicate<String> reader)
      throws IOException {
    out.flush();
    try (BufferedReader in = Files.newBufferedReader(file)) {
      boolean more = true;
      for (String line = in.readLine(); line != null && more; line = in.readLine()) {
        String row = line.substring(1);
        if (line.charAt(0) == MINED) {
          String hash = row.substring(0, row.indexOf('\t'));
          row = current.apply(hash).map(columns).orElse(row);
        }
        more = reader.test(row);
      }
    }
  }

  @Override
  public void close() throws IOException {
    try {
      out.close();
    } finally {
      Files.deleteIfExists(file);
    }
  }
}
