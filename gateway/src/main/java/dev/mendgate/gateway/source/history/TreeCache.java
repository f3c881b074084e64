package dev.mendgate.gateway.source.history;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;

/** The raw trees read last; of two commits in a row most trees are the same. For one thread. */
final class TreeCache {
  private static final int MAX_BYTES = 16 << 20;

  private final ObjectReader reader;
  private final Map<ObjectId, byte[]> trees = new LinkedHashMap<>(256, 0.75f, true);
  private int held;

  TreeCache(ObjectReader reader) {
    this.reader = reader;
  }

  byte[] tree(ObjectId id) throws IOException {
    byte[] known = trees.get(id);
    if (known != null) {
      return known;
    }
    byte[] read = reader.open(id, Constants.OBJ_TREE).getCachedBytes(Integer.MAX_VALUE);
    trees.put(id, read);
    held += read.length;
    var eldest = trees.entrySet().iterator();
    while (held > MAX_BYTES && trees.size() > 1) {
      held -= eldest.next().getValue().length;
      eldest.remove();
    }
    return read;
  }
}
