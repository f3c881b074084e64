package dev.mendgate.fixer;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** One rule, one class, one test, one page, all of the same name. */
final class InstalledRulesTest {
  private static final Path PAGES = Path.of("..", "docs", "rules");

  @Test
  void everyRuleHasItsTestAndItsPage() throws Exception {
    assertFalse(rules().isEmpty());
    for (Rule rule : rules()) {
      String type = rule.getClass().getSimpleName();
      assertEquals(kebab(type), rule.name(), "the name is the class's, in kebab case");
      assertDoesNotThrow(
          () -> Class.forName(rule.getClass().getName() + "Test"), type + " has no test");
      Path page = PAGES.resolve(rule.name() + ".md");
      assertTrue(Files.exists(page), page + " is missing");
      assertTrue(
          Files.readString(page).startsWith("# " + rule.name()), page + " has another title");
    }
  }

  @Test
  void everyPageHasItsRule() throws Exception {
    Set<String> names = new TreeSet<>(rules().stream().map(Rule::name).toList());
    try (var pages = Files.list(PAGES)) {
      Set<String> described = new TreeSet<>();
      pages.forEach(page -> described.add(page.getFileName().toString().replace(".md", "")));
      assertEquals(names, described);
    }
  }

  private static List<Rule> rules() {
    return ServiceLoader.load(Rule.class).stream().map(ServiceLoader.Provider::get).toList();
  }

  private static String kebab(String type) {
    return type.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }
}
