package dev.mendgate.worker.samples;

import static org.junit.Assert.fail;
import static org.junit.Assume.assumeTrue;

import org.junit.Ignore;
import org.junit.Test;

public class Four extends FourBase {
  @Test
  public void passes() {}

  @Test
  public void fails() {
    fail("on purpose");
  }

  @Test
  @Ignore
  public void ignored() {}

  @Test
  public void assumes() {
    assumeTrue(false);
  }
}
