package dev.mendgate.gateway.store.sqlite;

import com.google.protobuf.ByteString;
import dev.mendgate.gateway.store.FailureGroup;
import dev.mendgate.gateway.store.GroupFilter;
import dev.mendgate.gateway.store.GroupPage;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads groups over a connection of its own, beside the writer. */
final class GroupReader {
  private static final String SELECT =
      """
      SELECT g.id, g.repository, g.exception_type, g.title, g.pattern_hash, g.event_count,
        g.first_seen, g.last_seen, e.payload
      FROM failure_group g JOIN event e ON e.id = g.latest_event
      """;

  private static final String BY_ID =
      " WHERE g.id = coalesce((SELECT current FROM group_alias WHERE former = ?1), ?1)";
  private static final String BY_HASH =
      " AND (g.pattern_hash = ?5 OR EXISTS (SELECT 1 FROM hash_alias a WHERE a.former = ?5"
          + " AND a.repository = g.repository AND a.current = g.pattern_hash))";

  private final Connection connection;

  GroupReader(Connection connection) {
    this.connection = connection;
  }

  synchronized Optional<FailureGroup> group(String id) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(SELECT + BY_ID)) {
      query.setString(1, id);
      return read(query).stream().findFirst();
    }
  }

  synchronized long lastSequence(String producer) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("SELECT last_sequence FROM producer WHERE name = ?")) {
      query.setString(1, producer);
      try (ResultSet result = query.executeQuery()) {
        return result.next() ? result.getLong(1) : 0;
      }
    }
  }

  synchronized GroupPage groups(GroupFilter filter, int pageSize, String token)
      throws SQLException {
    String repository = filter.repository();
    String list = repository + " " + filter.patternHash();
    PageToken from = PageToken.parse(token, list);
    String where =
        " WHERE (g.last_seen < ?1 OR (g.last_seen = ?1 AND g.id > ?2))"
            + (repository.isEmpty() ? "" : " AND g.repository = ?4")
            + (filter.patternHash().isEmpty() ? "" : BY_HASH)
            + " ORDER BY g.last_seen DESC, g.id LIMIT ?3";
    try (PreparedStatement query = connection.prepareStatement(SELECT + where)) {
      query.setLong(1, from.lastSeen());
      query.setString(2, from.id());
      query.setLong(3, pageSize + 1L);
      if (!repository.isEmpty()) {
        query.setString(4, repository);
      }
      if (!filter.patternHash().isEmpty()) {
        query.setString(5, filter.patternHash());
      }
      List<FailureGroup> groups = read(query);
      if (groups.size() <= pageSize) {
        return new GroupPage(groups, "");
      }
      FailureGroup last = groups.get(pageSize - 1);
      PageToken next = new PageToken(list, last.lastSeen().toEpochMilli(), last.id());
      return new GroupPage(groups.subList(0, pageSize), next.text());
    }
  }

  private static List<FailureGroup> read(PreparedStatement query) throws SQLException {
    List<FailureGroup> groups = new ArrayList<>();
    try (ResultSet row = query.executeQuery()) {
      while (row.next()) {
        groups.add(
            new FailureGroup(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getLong(6),
                Instant.ofEpochMilli(row.getLong(7)),
                Instant.ofEpochMilli(row.getLong(8)),
                ByteString.copyFrom(row.getBytes(9))));
      }
    }
    return groups;
  }
}
