package dev.mendgate.sandbox.run.inmates;

import org.junit.Test;

/** A class of JUnit 4. */
public class Plain {
  @Test
  public void passes() {}
}
