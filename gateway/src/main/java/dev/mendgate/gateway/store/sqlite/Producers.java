package dev.mendgate.gateway.store.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** How far each producer came; written once for each transaction instead of once for each event. */
final class Producers implements AutoCloseable {
  private static final int REMEMBERED = 10_000;

  private final PreparedStatement insert;
  private final PreparedStatement find;
  private final PreparedStatement update;
  private final Map<String, Producer> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Producer> eldest) {
          return size() > REMEMBERED && !advanced.contains(eldest.getKey());
        }
      };
  private final Set<String> advanced = new HashSet<>();

  /** One sender. */
  record Producer(long id, long lastSequence) {}

  Producers(Connection connection) throws SQLException {
    insert =
        connection.prepareStatement(
            "INSERT INTO producer (name, last_sequence) VALUES (?, 0) ON CONFLICT DO NOTHING");
    find = connection.prepareStatement("SELECT id, last_sequence FROM producer WHERE name = ?");
    update = connection.prepareStatement("UPDATE producer SET last_sequence = ? WHERE id = ?");
  }

  /** Returns a producer, which is new where it was never heard of. */
  Producer get(String name) throws SQLException {
    Producer producer = known.get(name);
    if (producer != null) {
      return producer;
    }
    insert.setString(1, name);
    insert.executeUpdate();
    find.setString(1, name);
    try (ResultSet result = find.executeQuery()) {
      result.next();
      producer = new Producer(result.getLong(1), result.getLong(2));
    }
    known.put(name, producer);
    return producer;
  }

  /** Notes that a number was taken. */
  void advance(String name, long sequence) throws SQLException {
    advanced.add(name);
    known.put(name, new Producer(get(name).id(), sequence));
  }

  /** Writes what was noted. */
  void flush() throws SQLException {
    for (String name : advanced) {
      Producer producer = get(name);
      update.setLong(1, producer.lastSequence());
      update.setLong(2, producer.id());
      update.executeUpdate();
    }
    advanced.clear();
  }

  /** Drops what was noted and what was read, because the transaction was undone. */
  void forget() {
    advanced.clear();
    known.clear();
  }

  @Override
  public void close() throws SQLException {
    insert.close();
    find.close();
    update.close();
  }
}
