package dev.mendgate.gateway.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import dev.mendgate.gateway.store.EventKey;
import dev.mendgate.gateway.store.FailureStore;
import dev.mendgate.gateway.store.FailureStoreContract;
import dev.mendgate.gateway.store.NewEvent;
import dev.mendgate.gateway.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqliteFailureStoreTest extends FailureStoreContract {
  private final Path other;

  SqliteFailureStoreTest(@TempDir Path own, @TempDir Path other) {
    super(own);
    this.other = other;
  }

  @Override
  protected FailureStore open(Path folder, Clock clock) {
    return SqliteFailureStore.open(folder, clock);
  }

  private String refusal(Path folder) {
    StoreException refused =
        assertThrows(StoreException.class, () -> open(folder, Clock.systemUTC()));
    return String.valueOf(refused.getMessage());
  }

  private void execute(String sql) throws SQLException {
    String url = "jdbc:sqlite:" + other.resolve("mendgate.sqlite");
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  @Test
  void refusesAFolderThatIsInUse() {
    assertTrue(refusal(folder).contains("in use by another gateway"));
  }

  @Test
  void refusesAFileThatIsNoDatabase() throws IOException {
    Files.writeString(other.resolve("mendgate.sqlite"), "hello".repeat(1000));
    assertTrue(refusal(other).contains("damaged or not a store"));
  }

  @Test
  void refusesTheDatabaseOfAnotherProgram() throws SQLException {
    execute("CREATE TABLE song (title TEXT)");
    assertTrue(refusal(other).contains("another program"));
  }

  @Test
  void refusesAStoreOfANewerGatewayAndLeavesItAlone() throws SQLException {
    open(other, Clock.systemUTC()).close();
    execute("PRAGMA user_version = 99");
    assertTrue(refusal(other).contains("newer gateway (format 99"));
    execute("PRAGMA user_version = 2");
    open(other, Clock.systemUTC()).close();
  }

  @Test
  void keepsTheGroupsOfAFileOfTheFirstFormat() throws Exception {
    try (FailureStore store = open(other, Clock.systemUTC())) {
      store.append(List.of(anonymous())).join();
    }
    execute("DROP TABLE group_alias");
    execute("DROP TABLE hash_alias");
    execute("DROP INDEX group_pattern");
    execute("ALTER TABLE failure_group DROP COLUMN scope");
    execute("PRAGMA user_version = 1");
    try (FailureStore store = open(other, Clock.systemUTC())) {
      store.append(List.of(anonymous())).join();
      assertEquals(2, store.group("g").orElseThrow().eventCount());
    }
  }

  private static NewEvent anonymous() {
    return new NewEvent(EventKey.NONE, "g", "", "", "t", "h", Instant.EPOCH, ByteString.EMPTY);
  }

  @Test
  void refusesAFolderThatCannotBeMade() throws IOException {
    Path file = Files.writeString(other.resolve("file"), "");
    assertTrue(refusal(file.resolve("data")).startsWith("cannot use data folder"));
  }

  @Test
  void letsNobodyElseReadTheFolderItMakes() throws IOException {
    Path made = other.resolve("made");
    open(made, Clock.systemUTC()).close();
    assertEquals(PosixFilePermissions.fromString("rwx------"), Files.getPosixFilePermissions(made));
  }
}
