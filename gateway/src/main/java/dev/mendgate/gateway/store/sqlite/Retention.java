package dev.mendgate.gateway.store.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** Forgets old events. */
final class Retention {
  private Retention() {}

  /** Deletes events received before a time, and groups that are left without any. */
  static long forgetBefore(Connection connection, long receivedMillis) throws SQLException {
    long forgotten;
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM event WHERE received_at < ?")) {
      delete.setLong(1, receivedMillis);
      forgotten = delete.executeUpdate();
    }
    if (forgotten == 0) {
      return 0;
    }
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          "DELETE FROM failure_group WHERE NOT EXISTS"
              + " (SELECT 1 FROM event WHERE event.failure_group = failure_group.id)");
      statement.executeUpdate(
          "DELETE FROM group_alias WHERE NOT EXISTS"
              + " (SELECT 1 FROM failure_group WHERE failure_group.id = group_alias.current)");
      // An event may have happened later than one that was received after it.
      statement.executeUpdate(
          """
          UPDATE failure_group SET latest_event =
            (SELECT id FROM event WHERE event.failure_group = failure_group.id
             ORDER BY occurred_at DESC, id DESC LIMIT 1)
          WHERE NOT EXISTS (SELECT 1 FROM event WHERE event.id = latest_event)
          """);
    }
    return forgotten;
  }
}
