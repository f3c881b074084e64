package shop;

import java.util.List;
import java.util.Map;

/** Prices in cents. */
public class PriceList {
  private Map<String, List<Integer>> cents;

  public void set(String sku, List<Integer> prices) {
    cents.put(sku, prices);
  }

  public boolean isListed(String sku) {
    return cents.containsKey(sku);
  }
}
