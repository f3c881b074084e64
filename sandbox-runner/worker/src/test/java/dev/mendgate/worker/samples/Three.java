package dev.mendgate.worker.samples;

import junit.framework.TestCase;

public class Three extends TestCase {
  public void testPasses() {}

  public void testFails() {
    fail("on purpose");
  }
}
