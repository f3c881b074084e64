package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class VisitCounterTest {
  @Test
  void visitsAddUp() {
    VisitCounter counter = new VisitCounter();
    counter.visit("/home");
    counter.visit("/home");
    counter.visit("/cart");
    assertEquals(3, counter.total());
  }
}
