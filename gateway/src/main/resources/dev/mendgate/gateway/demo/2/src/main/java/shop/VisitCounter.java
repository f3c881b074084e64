package shop;

import java.util.HashMap;
import java.util.Map;

/** Counts visits of each page; every request thread calls it. */
public class VisitCounter implements Runnable {
  private static final System.Logger log = System.getLogger("shop.VisitCounter");

  private final Map<String, Integer> visits = new HashMap<>();

  public void visit(String page) {
    if (!visits.containsKey(page)) {
      visits.put(page, 0);
    }
    visits.put(page, visits.get(page) + 1);
  }

  public int total() {
    int sum = 0;
    for (int count : visits.values()) {
      sum += count;
    }
    return sum;
  }

  @Override
  public void run() {
    log.log(System.Logger.Level.INFO, "visits so far: {0}", total());
  }
}
