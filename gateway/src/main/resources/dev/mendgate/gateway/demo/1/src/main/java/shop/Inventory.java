package shop;

import java.util.HashMap;
import java.util.Map;

/** How many pieces of each article are in stock. */
public class Inventory {
  private final Map<String, Integer> pieces = new HashMap<>();

  public void receive(String sku, int count) {
    pieces.merge(sku, count, Integer::sum);
  }

  public boolean isAvailable(String sku) {
    return pieces.containsKey(sku);
  }
}
