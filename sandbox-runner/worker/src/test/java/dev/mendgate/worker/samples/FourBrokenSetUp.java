package dev.mendgate.worker.samples;

import org.junit.BeforeClass;
import org.junit.Test;

public class FourBrokenSetUp {
  @BeforeClass
  public static void setUp() {
    throw new IllegalStateException("no set-up");
  }

  @Test
  public void neverRuns() {}
}
