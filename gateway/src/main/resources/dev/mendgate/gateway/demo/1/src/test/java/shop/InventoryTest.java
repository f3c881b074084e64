package shop;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class InventoryTest {
  @Test
  void receivedArticlesAreAvailable() {
    Inventory inventory = new Inventory();
    inventory.receive("tea", 3);
    assertTrue(inventory.isAvailable("tea"));
  }
}
