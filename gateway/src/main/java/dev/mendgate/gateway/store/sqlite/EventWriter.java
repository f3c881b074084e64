package dev.mendgate.gateway.store.sqlite;

import dev.mendgate.gateway.store.Appended;
import dev.mendgate.gateway.store.EventKey;
import dev.mendgate.gateway.store.NewEvent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;

/** Writes single events inside a transaction that the caller opens and commits. */
final class EventWriter implements AutoCloseable {
  private final Clock clock;
  private final Producers producers;
  private final Aliases aliases;
  private final PreparedStatement findNumbered;
  private final PreparedStatement findDigest;
  private final PreparedStatement insertEvent;
  private final PreparedStatement upsertGroup;

  EventWriter(Connection connection, Clock clock) throws SQLException {
    this.clock = clock;
    this.producers = new Producers(connection);
    this.aliases = new Aliases(connection);
    this.findNumbered =
        connection.prepareStatement(
            "SELECT failure_group FROM event WHERE producer = ? AND sequence = ?");
    this.findDigest =
        connection.prepareStatement("SELECT failure_group FROM event WHERE digest = ?");
    this.insertEvent =
        connection.prepareStatement(
            """
            INSERT INTO event
              (producer, sequence, digest, failure_group, occurred_at, received_at, payload)
            VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id
            """);
    this.upsertGroup =
        connection.prepareStatement(
            """
            INSERT INTO failure_group VALUES (?, ?, ?, ?, ?, 1, ?6, ?6, ?, ?)
            ON CONFLICT (id) DO UPDATE SET
              event_count = event_count + 1,
              first_seen = min(first_seen, excluded.first_seen),
              repository = CASE WHEN excluded.repository <> ''
                AND (excluded.last_seen >= last_seen OR repository = '')
                THEN excluded.repository ELSE repository END,
              pattern_hash = CASE WHEN excluded.pattern_hash <> ''
                AND (excluded.last_seen >= last_seen OR pattern_hash = '')
                THEN excluded.pattern_hash ELSE pattern_hash END,
              exception_type = iif(excluded.last_seen >= last_seen,
                excluded.exception_type, exception_type),
              title = iif(excluded.last_seen >= last_seen, excluded.title, title),
              latest_event = iif(excluded.last_seen >= last_seen,
                excluded.latest_event, latest_event),
              last_seen = max(last_seen, excluded.last_seen)
            RETURNING event_count
            """);
  }

  /** Stores and counts an event, or finds that it is there already. */
  Appended write(NewEvent event) throws SQLException {
    if (event.key() instanceof EventKey.Numbered numbered) {
      return writeNumbered(event, numbered);
    }
    if (event.key() instanceof EventKey.Digest digest) {
      findDigest.setString(1, digest.digest());
      String group = firstString(findDigest);
      if (!group.isEmpty()) {
        return new Appended(true, group);
      }
      return new Appended(false, insert(event, 0, 0, digest.digest()));
    }
    return new Appended(false, insert(event, 0, 0, ""));
  }

  private Appended writeNumbered(NewEvent event, EventKey.Numbered key) throws SQLException {
    Producers.Producer producer = producers.get(key.producer());
    if (key.sequence() > producer.lastSequence()) {
      String group = insert(event, producer.id(), key.sequence(), "");
      producers.advance(key.producer(), key.sequence());
      return new Appended(false, group);
    }
    findNumbered.setLong(1, producer.id());
    findNumbered.setLong(2, key.sequence());
    String group = firstString(findNumbered);
    return new Appended(true, group.isEmpty() ? aliases.group(event.group()) : group);
  }

  /** Returns the group that counts the event. */
  private String insert(NewEvent event, long producer, long sequence, String digest)
      throws SQLException {
    String group = aliases.unite(event);
    long occurredAt = event.occurredAt().toEpochMilli();
    insertEvent.setObject(1, producer == 0 ? null : producer);
    insertEvent.setObject(2, producer == 0 ? null : sequence);
    insertEvent.setString(3, digest.isEmpty() ? null : digest);
    insertEvent.setString(4, group);
    insertEvent.setLong(5, occurredAt);
    insertEvent.setLong(6, clock.millis());
    insertEvent.setBytes(7, event.payload().toByteArray());
    long id;
    try (ResultSet result = insertEvent.executeQuery()) {
      result.next();
      id = result.getLong(1);
    }
    upsertGroup.setString(1, group);
    upsertGroup.setString(2, event.repository());
    upsertGroup.setString(3, event.exceptionType());
    upsertGroup.setString(4, event.title());
    upsertGroup.setString(5, aliases.hash(event.repository(), event.patternHash()));
    upsertGroup.setLong(6, occurredAt);
    upsertGroup.setLong(7, id);
    upsertGroup.setString(8, event.scope());
    try (ResultSet counted = upsertGroup.executeQuery()) {
      counted.next();
      if (counted.getLong(1) == 1) {
        aliases.forgetAbsent();
      }
    }
    return group;
  }

  private static String firstString(PreparedStatement query) throws SQLException {
    try (ResultSet result = query.executeQuery()) {
      return result.next() ? result.getString(1) : "";
    }
  }

  /** Files groups of one hash under another. */
  void replaceHash(String repository, String oldHash, String newHash) throws SQLException {
    aliases.replaceHash(repository, oldHash, newHash);
  }

  /** Writes down how far each producer of this transaction came; call before the commit. */
  void flush() throws SQLException {
    producers.flush();
  }

  /** Forgets what a transaction that failed had learned. */
  void rolledBack() {
    producers.forget();
    aliases.forgetAbsent();
  }

  @Override
  public void close() throws SQLException {
    findNumbered.close();
    findDigest.close();
    insertEvent.close();
    upsertGroup.close();
    producers.close();
    aliases.close();
  }
}
