package dev.mendgate.gateway.store.sqlite;

import dev.mendgate.gateway.store.StoreException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** The data folder: its lock, its file, and the two connections to it. */
final class StoreFiles implements AutoCloseable {
  private static final String FILE = "mendgate.sqlite";
  private static final int BUSY_MILLIS = 10_000;

  private final Path file;
  private final FileChannel lock;
  private @Nullable Connection writing;
  private @Nullable Connection reading;

  private StoreFiles(Path file, FileChannel lock) {
    this.file = file;
    this.lock = lock;
  }

  static StoreFiles open(Path folder) {
    StoreFiles files = new StoreFiles(folder.resolve(FILE), lock(folder));
    try {
      files.connect();
      return files;
    } catch (SQLException e) {
      files.close();
      throw files.failure(e);
    } catch (StoreException e) {
      files.close();
      throw e;
    }
  }

  private static FileChannel lock(Path folder) {
    try {
      Files.createDirectories(folder, ownerOnly());
      FileChannel channel =
          FileChannel.open(
              folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tryLock(channel) == null) {
        channel.close();
        throw new StoreException(
            "data folder " + folder + " is in use by another gateway; stop it or name another",
            null);
      }
      return channel;
    } catch (IOException e) {
      throw new StoreException("cannot use data folder " + folder + ": " + e.getMessage(), e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  /** Events hold what services log; other accounts of the machine are not to read it. */
  private static FileAttribute<?>[] ownerOnly() {
    if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      return new FileAttribute<?>[0];
    }
    return new FileAttribute<?>[] {
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
    };
  }

  private void connect() throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setBusyTimeout(BUSY_MILLIS);
    Connection writer = config.createConnection("jdbc:sqlite:" + file);
    writing = writer;
    Schema.migrate(writer, file);
    writer.setAutoCommit(false);
    reading = config.createConnection("jdbc:sqlite:" + file);
  }

  Connection writing() {
    return open(writing);
  }

  Connection reading() {
    return open(reading);
  }

  private static Connection open(@Nullable Connection connection) {
    if (connection == null) {
      throw new IllegalStateException("the store is closed");
    }
    return connection;
  }

  /** Puts an error of the database into words. */
  StoreException failure(SQLException e) {
    boolean damaged =
        e instanceof SQLiteException sqlite
            && (sqlite.getResultCode() == SQLiteErrorCode.SQLITE_NOTADB
                || (sqlite.getResultCode().code & 0xff) == SQLiteErrorCode.SQLITE_CORRUPT.code);
    if (damaged) {
      return new StoreException(
          file + " is damaged or not a store; restore a backup, or move it away to start anew", e);
    }
    return new StoreException("cannot read or write " + file + ": " + e.getMessage(), e);
  }

  @Override
  public void close() {
    close(reading);
    close(writing);
    close(lock);
  }

  private static void close(@Nullable AutoCloseable resource) {
    if (resource == null) {
      return;
    }
    try {
      resource.close();
    } catch (Exception e) {
      // Everything acknowledged is on disk already; there is nothing left to lose or to do.
    }
  }
}
