package dev.mendgate.worker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mendgate.worker.Order.Target;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderTest {
  @Test
  void an_order_arrives_as_it_was_sent() throws Exception {
    byte[] key = new byte[Seal.KEY_BYTES];
    Arrays.fill(key, (byte) 9);
    Order order = new Order(key, List.of(new Target("a.B", null), new Target("a.C", "m")));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    order.writeTo(out);
    Order read = Order.readFrom(new ByteArrayInputStream(out.toByteArray()));
    assertArrayEquals(key, read.key());
    assertEquals(order.targets(), read.targets());
  }

  @Test
  void the_name_of_a_result_can_be_asked_for_again() {
    assertEquals("m", new Target("a.B", "m(int)[2]").method());
    assertEquals("m", new Target("a.B", "m[0]").method());
  }
}
