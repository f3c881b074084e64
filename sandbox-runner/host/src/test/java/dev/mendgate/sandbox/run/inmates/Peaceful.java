package dev.mendgate.sandbox.run.inmates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.mendgate.worker.Probe;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Peaceful {
  @Test
  void passes() {
    Probe.hit(7);
    Probe.hit(3);
  }

  @Test
  void fails() {
    throw new IllegalStateException("outer", new IllegalArgumentException("inner"));
  }

  @Test
  @Disabled("never")
  void disabled() {}

  @Test
  void assumes() {
    assumeTrue(false);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void counts(int number) {
    assertEquals(1, number);
  }

  @Nested
  class Inner {
    @Test
    void passesToo() {}
  }
}
