package dev.mendgate.gateway.store.sqlite;

import dev.mendgate.gateway.store.Appended;
import dev.mendgate.gateway.store.FailureGroup;
import dev.mendgate.gateway.store.FailureStore;
import dev.mendgate.gateway.store.GroupFilter;
import dev.mendgate.gateway.store.GroupPage;
import dev.mendgate.gateway.store.NewEvent;
import dev.mendgate.gateway.store.StoreException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The embedded default: everything in one file of the data folder. */
public final class SqliteFailureStore implements FailureStore {
  private final StoreFiles files;
  private final EventWriter writer;
  private final GroupReader reader;
  private final GroupCommit commits;
  private volatile boolean closed;

  /** A query or change that may fail. */
  @FunctionalInterface
  private interface Work<T> {
    T run() throws SQLException;
  }

  private SqliteFailureStore(StoreFiles files, Clock clock) throws SQLException {
    this.files = files;
    this.writer = new EventWriter(files.writing(), clock);
    this.reader = new GroupReader(files.reading());
    this.commits = new GroupCommit(this::write);
  }

  /**
   * Opens the store of a data folder, and makes one where there is none.
   *
   * @param folder folder that this process alone uses; created where it does not exist
   * @param clock tells when events are received
   * @throws StoreException if the folder is in use or cannot be written, or the file is damaged,
   *     not a store, or newer than this gateway
   */
  public static SqliteFailureStore open(Path folder, Clock clock) {
    StoreFiles files = StoreFiles.open(folder);
    try {
      return new SqliteFailureStore(files, clock);
    } catch (SQLException e) {
      files.close();
      throw files.failure(e);
    }
  }

  @Override
  public CompletableFuture<List<Appended>> append(List<NewEvent> events) {
    return commits.append(events);
  }

  private List<Appended> write(List<NewEvent> events) {
    synchronized (writer) {
      try {
        List<Appended> appended = new ArrayList<>(events.size());
        for (NewEvent event : events) {
          appended.add(writer.write(event));
        }
        writer.flush();
        files.writing().commit();
        return appended;
      } catch (SQLException e) {
        rollBack();
        throw files.failure(e);
      }
    }
  }

  private void rollBack() {
    writer.rolledBack();
    try {
      files.writing().rollback();
    } catch (SQLException e) {
      // SQLite has rolled back by itself after most errors; the first error is the one to tell.
    }
  }

  @Override
  public long lastSequence(String producer) {
    return read(() -> reader.lastSequence(producer));
  }

  @Override
  public Optional<FailureGroup> group(String id) {
    return read(() -> reader.group(id));
  }

  @Override
  public GroupPage groups(GroupFilter filter, int pageSize, String pageToken) {
    return read(() -> reader.groups(filter, pageSize, pageToken));
  }

  private <T> T read(Work<T> work) {
    if (closed) {
      throw new IllegalStateException("the store is closed");
    }
    try {
      return work.run();
    } catch (SQLException e) {
      throw files.failure(e);
    }
  }

  @Override
  public void replaceHash(String repository, String oldHash, String newHash) {
    change(
        () -> {
          writer.replaceHash(repository, oldHash, newHash);
          return 0L;
        });
  }

  @Override
  public long forgetBefore(Instant received) {
    return change(() -> Retention.forgetBefore(files.writing(), received.toEpochMilli()));
  }

  /** Makes a change beside the events that come in. */
  private long change(Work<Long> work) {
    synchronized (writer) {
      return read(
          () -> {
            try {
              long result = work.run();
              files.writing().commit();
              return result;
            } catch (SQLException e) {
              rollBack();
              throw e;
            }
          });
    }
  }

  @Override
  public int queueDepth() {
    return commits.depth();
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    commits.close();
    closed = true;
    synchronized (reader) {
      files.close();
    }
  }
}
