package dev.mendgate.gateway.source.blame;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The prints of versions that were compared last; shared by the walks over one commit. */
final class Prints {
  private static final int KEPT = 2048;

  private final Map<Integer, Similarity.Print> prints =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Similarity.Print> eldest) {
          return size() > KEPT;
        }
      };

  /** Returns the print of a version; null where it was not taken, or too long ago. */
  synchronized Similarity.@Nullable Print get(int entry) {
    return prints.get(entry);
  }

  synchronized void put(int entry, Similarity.Print print) {
    prints.put(entry, print);
  }
}
