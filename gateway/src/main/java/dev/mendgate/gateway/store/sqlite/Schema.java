package dev.mendgate.gateway.store.sqlite;

import dev.mendgate.gateway.store.StoreException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Tables of the store, and the steps from each version of them to the next.
 *
 * <p>The version is kept in {@code PRAGMA user_version}, and {@code PRAGMA application_id} tells
 * the file from other people's SQLite files.
 */
final class Schema {
  /** "MEND" in ASCII. */
  private static final int APPLICATION_ID = 0x4d454e44;

  /** Element n holds the statements that lead from version n to version n + 1. */
  private static final List<List<String>> MIGRATIONS =
      List.of(
          List.of(
              """
              CREATE TABLE producer (
                id INTEGER PRIMARY KEY,
                name TEXT NOT NULL UNIQUE,
                last_sequence INTEGER NOT NULL)
              """,
              """
              CREATE TABLE event (
                id INTEGER PRIMARY KEY,
                producer INTEGER REFERENCES producer,
                sequence INTEGER,
                digest TEXT,
                failure_group TEXT NOT NULL,
                occurred_at INTEGER NOT NULL,
                received_at INTEGER NOT NULL,
                payload BLOB NOT NULL)
              """,
              "CREATE UNIQUE INDEX event_sequence ON event (producer, sequence)"
                  + " WHERE producer IS NOT NULL",
              "CREATE UNIQUE INDEX event_digest ON event (digest) WHERE digest IS NOT NULL",
              "CREATE INDEX event_group ON event (failure_group, occurred_at)",
              "CREATE INDEX event_received ON event (received_at)",
              """
              CREATE TABLE failure_group (
                id TEXT PRIMARY KEY,
                repository TEXT NOT NULL,
                exception_type TEXT NOT NULL,
                title TEXT NOT NULL,
                pattern_hash TEXT NOT NULL,
                event_count INTEGER NOT NULL,
                first_seen INTEGER NOT NULL,
                last_seen INTEGER NOT NULL,
                latest_event INTEGER NOT NULL REFERENCES event)
              """,
              "CREATE INDEX group_newest ON failure_group (last_seen DESC, id)",
              "CREATE INDEX group_repository ON failure_group (repository, last_seen DESC, id)"),
          List.of(
              "ALTER TABLE failure_group ADD COLUMN scope TEXT NOT NULL DEFAULT ''",
              "CREATE INDEX group_pattern ON failure_group (pattern_hash, repository)",
              """
              CREATE TABLE group_alias (
                former TEXT PRIMARY KEY,
                current TEXT NOT NULL) WITHOUT ROWID
              """,
              "CREATE INDEX group_alias_current ON group_alias (current)",
              """
              CREATE TABLE hash_alias (
                former TEXT NOT NULL,
                repository TEXT NOT NULL,
                current TEXT NOT NULL,
                PRIMARY KEY (former, repository)) WITHOUT ROWID
              """,
              "CREATE INDEX hash_alias_current ON hash_alias (repository, current)"));

  private Schema() {}

  /**
   * Brings the file to the newest version, in one transaction.
   *
   * @throws StoreException if the file is not a store, or was written by a newer gateway
   */
  static void migrate(Connection connection, Path file) throws SQLException {
    int version = pragma(connection, "user_version");
    check(connection, file, version);
    if (version == MIGRATIONS.size()) {
      return;
    }
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      for (List<String> step : MIGRATIONS.subList(version, MIGRATIONS.size())) {
        for (String sql : step) {
          statement.execute(sql);
        }
      }
      statement.execute("PRAGMA application_id = " + APPLICATION_ID);
      statement.execute("PRAGMA user_version = " + MIGRATIONS.size());
      connection.commit();
    } finally {
      connection.setAutoCommit(true);
    }
  }

  private static void check(Connection connection, Path file, int version) throws SQLException {
    boolean empty = pragma(connection, "schema_version") == 0;
    if (!empty && pragma(connection, "application_id") != APPLICATION_ID) {
      throw new StoreException(
          file + " is an SQLite file of another program; name another data folder", null);
    }
    if (version > MIGRATIONS.size()) {
      throw new StoreException(
          "%s was written by a newer gateway (format %d, this one reads up to %d); start that one"
              .formatted(file, version, MIGRATIONS.size()),
          null);
    }
  }

  private static int pragma(Connection connection, String name) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("PRAGMA " + name)) {
      return result.getInt(1);
    }
  }
}
