package dev.mendgate.gateway.source.statement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class MessageMatcherTest {
  @Test
  void anArgumentMayBeEmptyAndHoldAnything() {
    assertFits("order {} failed", "order failed");
    assertFits("order {} failed", "order\t7\n and more  failed ");
    assertFits("order {} failed", "order order failed failed");
    assertFits("order {}", "order");
    assertFits("{} order", " order");
    assertFits("a{}b", "ab");
    assertFits("a{} b", "a b");
    assertFits("user{}x{}", "user12x");
    assertFits("{} {} of {} {}", "of");
    assertFits("{}", "");
    assertFits("a {} b {} c", "a b c");
  }

  @Test
  void whatTheTemplateSaysHasToBeThere() {
    assertMisses("order {} failed", "orders failed");
    assertMisses("order {} failed", "order failed twice");
    assertMisses("order {}", "orders");
    assertMisses("{} order", "reorder");
    assertMisses("a{} b", "ab");
    assertMisses("ab{}bc", "abc");
    assertMisses("a {} b {} c", "a bc");
    assertMisses("a{} {}b", "ab");
    assertMisses("it failed", "it failed twice");
  }

  private static void assertFits(String template, String message) {
    assertEquals(1, found(index(template), message).size(), message);
  }

  private static void assertMisses(String template, String message) {
    assertEquals(Set.of(), found(index(template), message), message);
  }

  @Test
  void findsWhatNaiveMatchingFinds() {
    Random random = new Random(4);
    int fits = 0;
    for (int round = 0; round < 400; round++) {
      StatementIndex index =
          index(Stream.generate(() -> text(random, "ab. {{")).limit(40).toArray(String[]::new));
      List<Statement> statements = index.statements();
      for (int i = 0; i < 25; i++) {
        String message = i % 2 == 0 ? text(random, "ab. ") : formatted(statements, random);
        List<Statement> expected = NaiveMatching.matching(statements, message);
        fits += expected.size();
        assertEquals(Set.copyOf(expected), found(index, message), message);
      }
    }
    assertTrue(fits > 10_000, "only " + fits);
  }

  private static String formatted(List<Statement> statements, Random random) {
    List<String> literals = statements.get(random.nextInt(statements.size())).literals();
    StringBuilder message = new StringBuilder(literals.get(0));
    literals.stream().skip(1).forEach(l -> message.append(text(random, "ab. ")).append(l));
    return message.toString();
  }

  private static String text(Random random, String alphabet) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(9); i > 0; i--) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString().replace("{", "{}");
  }

  @Test
  void longTextsAreSearchedAsShortOnesAre() {
    Random random = new Random(5);
    for (int round = 0; round < 300; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(300); i >= 0; i--) {
        text.append(random.nextInt(40) == 0 ? "b" : "aaaa a".substring(random.nextInt(6)));
      }
      text.append("ab".repeat(1_000));
      int at = random.nextInt(100);
      String part = text.substring(at, at + 1 + random.nextInt(60));
      String wanted = round % 3 == 0 ? part + "b" : part;
      for (int from = 0; from < 300; from += 7) {
        int expected = text.indexOf(wanted, from);
        assertEquals(expected, TextSearch.indexOf(wanted, text.toString(), from), wanted);
      }
    }
  }

  @Test
  void aHoleMayCoverThousandsOfCharacters() {
    StatementIndex index = index("configuration {} was read", "configuration {} was lost");
    String values = "key=value, ".repeat(10_000);

    assertEquals(
        1, index.match("configuration " + values + " was read", Clues.NONE).statements().size());
    assertTrue(index.match("configuration " + values + " was kept", Clues.NONE).isEmpty());
  }

  @Test
  void oneIndexServesManyThreads() throws Exception {
    List<String> templates = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      templates.add("{} part" + i + " of {}");
    }
    StatementIndex index = index(templates.toArray(String[]::new));
    Callable<Boolean> task =
        () -> {
          boolean right = true;
          for (int i = 0; i < 500; i++) {
            List<Statement> found = index.match("x part" + i + " of y", Clues.NONE).statements();
            right &= found.equals(List.of(index.statements().get(i)));
          }
          return right;
        };
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      for (Future<Boolean> done : threads.invokeAll(List.of(task, task, task, task))) {
        assertTrue(done.get());
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void aMatchKeepsNothingOfTheMessageBefore() {
    StatementIndex index = index("{} one {}", "{} two {}", "{} one {} two {}");

    assertEquals(1, found(index, "x one y").size());
    assertEquals(3, found(index, "x one y two z").size());
    assertEquals(1, found(index, "x two y").size());
    assertFalse(index.match("none", Clues.NONE).isAmbiguous());
  }

  private static Set<Statement> found(StatementIndex index, String message) {
    StatementMatch match = index.match(message, Clues.NONE);
    Set<Statement> found = new HashSet<>(match.statements());
    found.addAll(match.others());
    return found;
  }

  private static StatementIndex index(String... templates) {
    return Statements.index(
        Stream.of(templates).map(template -> Statements.log("a.A", template)).toList());
  }
}
