package dev.mendgate.gateway.source.history;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Keeps a history in files that grow with it, a file for each kind of number. */
public final class HistoryColumns {
  /**
   * Numbers of each commit: id (5), author and commit time (2 each), author, committer, summary.
   */
  public static final String CARDS = "cards";

  /** Where each path ends among the bytes of all. */
  public static final String PATH_ENDS = "path-ends";

  /** The bytes of all paths. */
  public static final String PATHS = "paths";

  /** Where each person and summary ends among the bytes of all. */
  public static final String NAME_ENDS = "name-ends";

  /** The bytes of all persons and summaries. */
  public static final String NAMES = "names";

  /** All columns, in the order of {@link History#columns}; then those that are bytes. */
  public static final List<String> ALL =
      List.of(
          CARDS,
          "parents",
          "parent-ends",
          "changes",
          "change-ends",
          "contents",
          PATH_ENDS,
          NAME_ENDS,
          PATHS,
          NAMES);

  private static final int INTS = 8;

  private HistoryColumns() {}

  /** Reads a history. */
  public static History load(Map<String, Column> columns) throws IOException {
    List<IntList> ints = new ArrayList<>();
    for (String name : ALL.subList(0, INTS)) {
      IntBuffer in = column(columns, name).map().asIntBuffer();
      int[] values = new int[in.remaining() + (in.remaining() >> 4) + 1024];
      int size = in.remaining();
      in.get(values, 0, size);
      ints.add(new IntList(values, size));
    }
    return new History(
        ints.get(0),
        ints.get(1),
        ints.get(2),
        ints.get(3),
        ints.get(4),
        new IdTable(ints.get(5)),
        new PathTable(bytes(column(columns, PATHS)), ints.get(6)),
        new PathTable(bytes(column(columns, NAMES)), ints.get(7)));
  }

  /** Says whether a history is what its columns hold, no more and no less. */
  public static boolean hold(History history, Map<String, Column> columns) {
    List<IntList> ints = history.columns();
    for (int i = 0; i < INTS; i++) {
      if ((long) ints.get(i).size() * Integer.BYTES != column(columns, ALL.get(i)).length()) {
        return false;
      }
    }
    return true;
  }

  /** Appends what a history has more than its columns. */
  public static void save(History history, Map<String, Column> columns) throws IOException {
    List<IntList> ints = history.columns();
    for (int i = 0; i < INTS; i++) {
      save(ints.get(i), column(columns, ALL.get(i)));
    }
    save(history.paths(), column(columns, PATHS));
    save(history.names(), column(columns, NAMES));
  }

  private static void save(IntList values, Column column) throws IOException {
    int from = (int) (column.length() / Integer.BYTES);
    ByteBuffer out = ByteBuffer.allocate((values.size() - from) * Integer.BYTES);
    out.asIntBuffer().put(values.array(), from, values.size() - from);
    column.append(out);
  }

  private static void save(PathTable texts, Column column) throws IOException {
    int from = (int) column.length();
    column.append(ByteBuffer.wrap(texts.bytes(), from, texts.length() - from));
  }

  private static byte[] bytes(Column column) throws IOException {
    ByteBuffer in = column.map();
    byte[] bytes = new byte[in.remaining() + 1024];
    in.get(bytes, 0, in.remaining());
    return bytes;
  }

  private static Column column(Map<String, Column> columns, String name) {
    Column column = columns.get(name);
    if (column == null) {
      throw new IllegalArgumentException("no column " + name);
    }
    return column;
  }
}
