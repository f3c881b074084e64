package dev.mendgate.worker.samples;

import org.junit.Test;

public abstract class FourBase {
  @Test
  public void inherited() {}
}
