package dev.mendgate.gateway.source.blame;

import dev.mendgate.gateway.source.history.History;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Copies what is still needed into a fresh runs file once most of the old one is not. The old one
 * stays until the fresh one counts.
 */
final class Compaction {
  private static final int WASTE = 2;
  private static final int MIN_WASTE = 1 << 20;

  private final BlameFiles files;
  private final History history;

  Compaction(BlameFiles files, History history) {
    this.files = files;
    this.history = history;
  }

  /** Returns the state to go on with. */
  IndexState compacted(IndexState state) throws IOException {
    if (state.runs().length() <= MIN_WASTE) {
      return state;
    }
    List<Directory> directories =
        files.directories(state).stream().filter(Directory::whole).toList();
    ByteBuffer old = state.runs().map();
    Map<Integer, Integer> offsets = new TreeMap<>();
    long live = 0;
    for (Directory directory : directories) {
      for (int offset : directory.offsets().toArray()) {
        if (offsets.put(offset, 0) == null) {
          live += RunCodec.length(old, offset);
        }
      }
      if (state.runs().length() <= live * WASTE + MIN_WASTE) {
        return state;
      }
    }
    return directories.isEmpty() ? state : moved(state, directories, old, offsets);
  }

  private IndexState moved(
      IndexState state, List<Directory> directories, ByteBuffer old, Map<Integer, Integer> offsets)
      throws IOException {
    int length = 0;
    for (Map.Entry<Integer, Integer> offset : offsets.entrySet()) {
      offset.setValue(length);
      length += RunCodec.length(old, offset.getKey());
    }
    ByteBuffer fresh = ByteBuffer.allocate(length);
    for (int offset : offsets.keySet()) {
      fresh.put(old.slice(offset, RunCodec.length(old, offset)));
    }
    IndexState next = state.withFreshRuns();
    next.runs().append(fresh.flip());
    for (Directory directory : directories) {
      files.write(next, history.id(directory.commit()).name(), directory.moved(offsets));
    }
    files.write(next);
    files.dropOthers(next);
    return next;
  }
}
