package dev.mendgate.gateway.pattern.mining;

import java.io.Closeable;
import java.io.IOException;

/** Keeps what a miner learns. */
interface Journal extends Closeable {
  /** Keeps nothing. */
  Journal NONE =
      new Journal() {
        @Override
        public void learned(String form) {}

        @Override
        public void replaceBy(MinerState state) {}

        @Override
        public void close() {}
      };

  /** Adds a line's form, of which something was learned. */
  void learned(String form) throws IOException;

  /** Drops everything kept so far for what the miner knows now. */
  void replaceBy(MinerState state) throws IOException;
}
