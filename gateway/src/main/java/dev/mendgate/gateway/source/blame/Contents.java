package dev.mendgate.gateway.source.blame;

import dev.mendgate.gateway.source.history.Entry;
import dev.mendgate.gateway.source.history.History;
import java.io.IOException;
import org.eclipse.jgit.errors.LargeObjectException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.jspecify.annotations.Nullable;

/** Reads versions of files. For one thread. */
final class Contents {
  /** Versions above this size, in bytes, are not read; their lines stay where they were found. */
  static final int MAX_BYTES = 32 << 20;

  private final History history;
  private final ObjectReader reader;

  Contents(History history, ObjectReader reader) {
    this.history = history;
    this.reader = reader;
  }

  ObjectReader reader() {
    return reader;
  }

  /** Returns the bytes of a version; null where a partial clone lacks it or it is too large. */
  byte @Nullable [] bytes(int entry) throws IOException {
    try {
      return reader.open(id(entry), Constants.OBJ_BLOB).getCachedBytes(MAX_BYTES);
    } catch (MissingObjectException | LargeObjectException e) {
      return null;
    }
  }

  /** Returns the size of a version in bytes; -1 where it is not there. */
  long size(int entry) throws IOException {
    try {
      return reader.getObjectSize(id(entry), Constants.OBJ_BLOB);
    } catch (MissingObjectException e) {
      return -1;
    }
  }

  private ObjectId id(int entry) {
    return history.blobs().id(Entry.blob(entry));
  }
}
