package dev.mendgate.gateway.store.sqlite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import dev.mendgate.gateway.store.EventKey;
import dev.mendgate.gateway.store.FailureStore;
import dev.mendgate.gateway.store.NewEvent;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a process in the middle of writing and looks at what it had promised. */
final class CrashTest {
  private static final int KILL_AFTER = 3_000;

  private final Path folder;

  CrashTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /** The process that is killed: prints the number of each event once it is acknowledged. */
  static final class Victim {
    private Victim() {}

    public static void main(String[] args) throws InterruptedException {
      FailureStore store = SqliteFailureStore.open(Path.of(args[0]), Clock.systemUTC());
      for (long n = 1; ; n++) {
        long sequence = n;
        var unused =
            store
                .append(List.of(event(sequence)))
                .thenAccept(done -> System.out.println("acked " + sequence));
        while (store.queueDepth() > 1_000) {
          Thread.sleep(1);
        }
      }
    }
  }

  private static NewEvent event(long sequence) {
    EventKey key = new EventKey.Numbered("victim", sequence);
    ByteString payload = ByteString.copyFromUtf8("event " + sequence);
    return new NewEvent(key, "g1", "", "", "t", "", Instant.EPOCH, payload);
  }

  @Test
  void everyAcknowledgedEventIsThereExactlyOnceAfterAKill() throws Exception {
    long acked = runAndKill();
    long next;
    try (FailureStore store = SqliteFailureStore.open(folder, Clock.systemUTC())) {
      next = store.lastSequence("victim") + 1;
      assertTrue(next > acked, "acknowledged " + acked + ", on disk up to " + (next - 1));
      assertEquals(next - 1, store.group("g1").orElseThrow().eventCount());
      // The sender repeats everything since its last acknowledgement, as it must.
      for (long n = acked; n <= next; n++) {
        assertEquals(n < next, store.append(List.of(event(n))).join().get(0).duplicate());
      }
    }
    Map<String, Integer> counts = payloads();
    assertEquals(next, counts.size());
    assertTrue(counts.values().stream().allMatch(count -> count == 1));
  }

  private long runAndKill() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Victim.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    long acked = 0;
    try (BufferedReader lines = process.inputReader(UTF_8)) {
      String line;
      while (acked < KILL_AFTER && (line = lines.readLine()) != null) {
        acked = Math.max(acked, Long.parseLong(line.substring("acked ".length())));
      }
    } finally {
      process.destroyForcibly().waitFor();
    }
    assertEquals(KILL_AFTER, acked);
    return acked;
  }

  private Map<String, Integer> payloads() throws SQLException {
    Map<String, Integer> counts = new HashMap<>();
    String url = "jdbc:sqlite:" + folder.resolve("mendgate.sqlite");
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT payload FROM event")) {
      while (row.next()) {
        counts.merge(new String(row.getBytes(1), UTF_8), 1, Integer::sum);
      }
    }
    return counts;
  }
}
