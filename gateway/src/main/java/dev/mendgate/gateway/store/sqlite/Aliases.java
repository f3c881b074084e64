package dev.mendgate.gateway.store.sqlite;

import dev.mendgate.gateway.store.NewEvent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Fingerprints and hashes that were replaced by others, inside a transaction that the caller opens
 * and commits. No alias leads to another alias.
 */
final class Aliases implements AutoCloseable {
  private static final int MAX_ABSENT = 100_000;

  private final Connection connection;
  private final Set<String> absent = new HashSet<>();
  private final PreparedStatement findGroup;
  private final PreparedStatement findHash;
  private final PreparedStatement groupExists;

  Aliases(Connection connection) throws SQLException {
    this.connection = connection;
    this.findGroup =
        connection.prepareStatement("SELECT current FROM group_alias WHERE former = ?");
    this.findHash =
        connection.prepareStatement(
            "SELECT current FROM hash_alias WHERE former = ? AND repository = ?");
    this.groupExists =
        connection.prepareStatement(
            "SELECT id FROM failure_group WHERE id = ? AND repository IN (?, '')");
  }

  /** Returns the group that counts events with a fingerprint. */
  String group(String fingerprint) throws SQLException {
    findGroup.setString(1, fingerprint);
    return first(findGroup, fingerprint);
  }

  /** Returns the hash that stands for a hash in a repository. */
  String hash(String repository, String hash) throws SQLException {
    findHash.setString(1, hash);
    findHash.setString(2, repository);
    return first(findHash, hash);
  }

  /** Makes groups one that the event's former fingerprints had kept apart; returns its group. */
  String unite(NewEvent event) throws SQLException {
    String target = group(event.group());
    for (NewEvent.Former former : event.formers()) {
      String absence = former.group() + " " + event.repository();
      if (absent.contains(absence)) {
        continue;
      }
      String old = group(former.group());
      boolean exists = !old.equals(target) && exists(old, event.repository());
      if (!exists) {
        note(absence, old.equals(target));
        continue;
      }
      addHash(event.repository(), former.patternHash(), event.patternHash());
      if (exists(target, event.repository())) {
        merge(old, target);
      } else {
        addGroup(target, old);
        refile(old, event.scope(), event.patternHash());
        target = old;
      }
    }
    return exists(target, event.repository()) ? target : sameAs(event, target);
  }

  /** Returns the group that a replaced hash made the same as one that is not there yet. */
  private String sameAs(NewEvent event, String target) throws SQLException {
    String current = hash(event.repository(), event.patternHash());
    boolean comparable = !event.scope().isEmpty() && !current.isEmpty();
    String same = comparable ? groupOf(event.repository(), event.scope(), current) : "";
    if (same.isEmpty()) {
      return target;
    }
    addGroup(target, same);
    return same;
  }

  /** Files all groups of a hash under another, and makes those one that are now the same. */
  void replaceHash(String repository, String oldHash, String newHash) throws SQLException {
    String current = hash(repository, newHash);
    if (current.equals(oldHash)) {
      return;
    }
    addHash(repository, oldHash, current);
    for (List<String> group : groupsOf(repository, oldHash)) {
      String id = group.get(0);
      String scope = group.get(1);
      String same = scope.isEmpty() ? "" : groupOf(repository, scope, current);
      if (same.isEmpty()) {
        refile(id, scope, current);
      } else {
        merge(id, same);
      }
    }
  }

  /** Saves looking for a group again, until there is a new one. */
  private void note(String absence, boolean united) {
    if (!united && absent.size() < MAX_ABSENT) {
      absent.add(absence);
    }
  }

  /** Any group may be there now. */
  void forgetAbsent() {
    absent.clear();
  }

  private boolean exists(String group, String repository) throws SQLException {
    groupExists.setString(1, group);
    groupExists.setString(2, repository);
    return !first(groupExists, "").isEmpty();
  }

  private List<List<String>> groupsOf(String repository, String hash) throws SQLException {
    List<List<String>> found = new ArrayList<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT id, scope FROM failure_group WHERE pattern_hash = ? AND repository = ?")) {
      query.setString(1, hash);
      query.setString(2, repository);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          found.add(List.of(row.getString(1), row.getString(2)));
        }
      }
    }
    return found;
  }

  private String groupOf(String repository, String scope, String hash) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT id FROM failure_group WHERE pattern_hash = ? AND repository = ? AND scope = ?"
                + " ORDER BY id")) {
      query.setString(1, hash);
      query.setString(2, repository);
      query.setString(3, scope);
      return first(query, "");
    }
  }

  private void refile(String group, String scope, String hash) throws SQLException {
    update("UPDATE failure_group SET scope = ?, pattern_hash = ? WHERE id = ?", scope, hash, group);
  }

  /** Counts one group's events in the other, and forgets the one. */
  private void merge(String from, String into) throws SQLException {
    update(
        """
        UPDATE failure_group SET
          event_count = failure_group.event_count + o.event_count,
          first_seen = min(failure_group.first_seen, o.first_seen),
          exception_type = iif(o.last_seen > failure_group.last_seen,
            o.exception_type, failure_group.exception_type),
          title = iif(o.last_seen > failure_group.last_seen, o.title, failure_group.title),
          latest_event = iif(o.last_seen > failure_group.last_seen,
            o.latest_event, failure_group.latest_event),
          last_seen = max(failure_group.last_seen, o.last_seen)
        FROM (SELECT * FROM failure_group WHERE id = ?) AS o WHERE failure_group.id = ?
        """,
        from,
        into);
    update("UPDATE event SET failure_group = ? WHERE failure_group = ?", into, from);
    update("DELETE FROM failure_group WHERE id = ?", from);
    addGroup(from, into);
  }

  private void addGroup(String former, String current) throws SQLException {
    update("UPDATE group_alias SET current = ? WHERE current = ?", current, former);
    update("INSERT OR REPLACE INTO group_alias VALUES (?, ?)", former, current);
  }

  private void addHash(String repository, String former, String current) throws SQLException {
    if (former.isEmpty() || former.equals(current)) {
      return;
    }
    update(
        "UPDATE hash_alias SET current = ? WHERE repository = ? AND current = ?",
        current,
        repository,
        former);
    update("INSERT OR REPLACE INTO hash_alias VALUES (?, ?, ?)", former, repository, current);
    // A hash that is in use again is no alias any more.
    update("DELETE FROM hash_alias WHERE former = ? AND repository = ?", current, repository);
  }

  private void update(String sql, String... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }

  private static String first(PreparedStatement query, String otherwise) throws SQLException {
    try (ResultSet result = query.executeQuery()) {
      return result.next() ? result.getString(1) : otherwise;
    }
  }

  @Override
  public void close() throws SQLException {
    findGroup.close();
    findHash.close();
    groupExists.close();
  }
}
