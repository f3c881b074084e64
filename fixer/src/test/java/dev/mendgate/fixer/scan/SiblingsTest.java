package dev.mendgate.fixer.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.CrashSite;
import dev.mendgate.fixer.Failure;
import dev.mendgate.fixer.Frame;
import dev.mendgate.fixer.MemoryTree;
import dev.mendgate.fixer.Proposer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SiblingsTest {
  private static final String SHOP =
      """
      package a;
      class Shop {
        private final Stock stock = new Stock();
        int price(String name) {
          Item item = stock.find(name);
          return item.price();
        }
        String label(String name) {
          Item item = stock.find(name);
          return item.label();
        }
        int weight(String name) {
          Item item = stock.find(name);
          if (item == null) {
            return 0;
          }
          return item.weight();
        }
      }
      """;

  @Test
  void unguardedUsesOfTheSameSourceAreFoundAndGuardedOnesAreNot() {
    MemoryTree tree =
        new MemoryTree(
            Map.of(
                "a/Shop.java",
                SHOP,
                "a/Stock.java",
                "package a;\nclass Stock {\n  Item find(String name) {\n    return null;\n  }\n}\n",
                "a/Item.java",
                "package a;\ninterface Item {\n  int price();\n  String label();\n  int weight();\n}\n"));
    Frame frame = new Frame("a.Shop", "price", "Shop.java", 6);
    Failure failure = new Failure("java.lang.NullPointerException", null, List.of(frame));
    CrashSite site = new CrashSite("a/Shop.java", 6, frame, 0);
    CandidateFix fix =
        Proposer.withInstalledRules().propose(failure, List.of(site), tree).fixes().get(0);
    Scan scan =
        new Siblings(failure, site, fix, tree).among(tree, tree.javaPaths(), (done, total) -> {});
    assertEquals(
        List.of("a.Shop#label(String)"),
        scan.findings().stream().map(found -> found.place().member()).toList());
  }
}
