package shop;

import java.util.ArrayList;
import java.util.List;

/** Takes requests from the command line. */
public class Shop {
  private static final System.Logger log = System.getLogger("shop.Shop");

  private final PriceList prices = new PriceList();
  private final Inventory inventory = new Inventory();
  private final VisitCounter visits = new VisitCounter();

  public static void main(String[] args) throws InterruptedException {
    Shop shop = new Shop();
    for (String request : args) {
      shop.handle(request);
    }
  }

  void handle(String request) throws InterruptedException {
    try {
      switch (request) {
        case "price" -> prices.set("tea", List.of(499));
        case "stock" -> inventory.isAvailable("coffee");
        case "visits" -> manyVisitors();
        default -> log.log(System.Logger.Level.ERROR, "no page for request {0}, sent to the front page", request);
      }
    } catch (RuntimeException e) {
      log.log(System.Logger.Level.ERROR, "request failed", e);
    }
  }

  private void manyVisitors() throws InterruptedException {
    List<Thread> visitors = new ArrayList<>();
    for (int v = 0; v < 4; v++) {
      String name = "/article/" + v + "/";
      Thread visitor = new Thread(() -> visitArticles(name));
      visitor.setDaemon(true);
      visitors.add(visitor);
    }
    visitors.forEach(Thread::start);
    while (visitors.stream().anyMatch(Thread::isAlive)) {
      visits.total();
    }
  }

  private void visitArticles(String name) {
    for (int article = 0; article < 20_000; article++) {
      visits.visit(name + article);
    }
  }
}
