package shop;

import java.util.HashMap;
import java.util.Map;

/** Prices in cents. */
public class PriceList {
  private Map<String, Integer> cents = new HashMap<>();

  public void set(String sku, int price) {
    cents.put(sku, price);
  }

  public boolean isListed(String sku) {
    return cents.containsKey(sku);
  }
}
