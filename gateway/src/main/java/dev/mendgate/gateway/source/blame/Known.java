package dev.mendgate.gateway.source.blame;

import org.jspecify.annotations.Nullable;

/** Blame that was found before, so that the walk can stop there. */
public interface Known {
  /** Knows nothing. */
  Known NOTHING =
      new Known() {
        @Override
        public @Nullable KnownFile changedAt(int commit, int path) {
          return null;
        }

        @Override
        public boolean covers(int commit) {
          return false;
        }

        @Override
        public @Nullable KnownFile at(int commit, int path) {
          return null;
        }
      };

  /** Returns the blame of a file whose version began with a commit, at a path there. */
  @Nullable KnownFile changedAt(int commit, int path);

  /** Says whether all files of a commit are known. */
  boolean covers(int commit);

  /** Returns the blame of a file at a commit all of whose files are known. */
  @Nullable KnownFile at(int commit, int path);
}
