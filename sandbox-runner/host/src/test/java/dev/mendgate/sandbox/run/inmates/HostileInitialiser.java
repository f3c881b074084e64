package dev.mendgate.sandbox.run.inmates;

import org.junit.jupiter.api.Test;

class HostileInitialiser {
  static {
    while (System.nanoTime() != 0) {
      Thread.onSpinWait();
    }
  }

  @Test
  void neverRuns() {}
}
