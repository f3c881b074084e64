package dev.mendgate.worker.samples;

import static org.junit.Assert.assertEquals;

import java.util.List;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

@RunWith(Parameterized.class)
public class FourByRow {
  private final int row;

  public FourByRow(int row) {
    this.row = row;
  }

  @Parameters
  public static List<Object[]> rows() {
    return List.of(new Object[] {0}, new Object[] {1});
  }

  @Test
  public void isZero() {
    assertEquals(0, row);
  }

  @Test
  public void passes() {}
}
