package dev.mendgate.gateway.source.statement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mendgate.fixer.SourceTree;
import dev.mendgate.gateway.pattern.LogPattern;
import dev.mendgate.gateway.source.IndexProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Whatever a statement writes leads back to it: formats every statement of this repository's own
 * source, and made-up ones that are easily confused, with arguments of many kinds.
 */
final class MatchingPropertyTest {
  private static final int MESSAGES = 6;
  private static final List<String> ARGUMENTS =
      List.of(
          "42",
          "-1.5e3",
          "",
          " ",
          "null",
          "Bob Miller",
          "/var/lib/a b.txt",
          "[x, y]",
          "a: b",
          "\"quoted 'text'\"",
          "it's",
          "7f3c2a90-1b2c-4d5e-8f90-0123456789ab",
          "\u00e4\n\t\u6f22\ud83d\ude00",
          "{}",
          "%s",
          "java.io.IOException: Connection reset by peer");

  @Test
  void whatTheStatementsOfThisRepositoryWriteLeadsBackToThem() throws IOException {
    Map<String, String> texts = new TreeMap<>();
    for (String root : List.of("src", "../fixer/src", "../sandbox-runner")) {
      try (Stream<Path> paths = Files.walk(Path.of(root))) {
        for (Path path : paths.filter(p -> p.toString().endsWith(".java")).toList()) {
          texts.put(path.toString().replace('\\', '/'), Files.readString(path));
        }
      }
    }
    SourceTree tree = new StatementsOf.TextFiles(texts);
    StatementIndex index = StatementIndex.build(tree, IndexProgress.SILENT);

    assertTrue(index.statements().size() > 150, "only " + index.statements().size());
    int alone = checked(index, new Random(21));
    int messages = index.statements().size() * MESSAGES;
    assertTrue(alone > messages / 2, "only " + alone + " of " + messages + " led to one statement");
  }

  @Test
  void whatStatementsWriteThatAreEasilyConfusedLeadsBackToThem() {
    Random random = new Random(22);
    for (int round = 0; round < 12; round++) {
      List<Statement> statements = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        String template = template(random);
        statements.add(
            random.nextBoolean()
                ? Statements.log("a.A" + i % 7, template)
                : Statements.thrown("b.B" + i % 7, template, "b.B" + i % 7 + "Exception"));
      }
      checked(Statements.index(statements), random);
    }
  }

  /** Returns a text of few words, so that many are alike; with a letter outside arguments. */
  private static String template(Random random) {
    List<String> parts =
        List.of("{}", "{}", "order", "the order", " ", ": ", "failed", " of ", "x");
    StringBuilder template = new StringBuilder();
    for (int i = random.nextInt(8); i >= 0; i--) {
      template.append(parts.get(random.nextInt(parts.size())));
    }
    return random.nextBoolean()
        ? template.append('s').toString()
        : template.insert(0, 's').toString();
  }

  /** Returns for how many messages there was one likeliest statement, the one that wrote it. */
  private static int checked(StatementIndex index, Random random) {
    int alone = 0;
    for (Statement statement : index.statements()) {
      for (int i = 0; i < MESSAGES; i++) {
        String message = formatted(statement, index.statements(), random);
        StatementMatch match = index.match(message, clues(statement));
        check(index, statement, message, match);
        alone += match.statements().equals(List.of(statement)) ? 1 : 0;
        if (i == 0) {
          checkAgainstNaiveMatching(index, message, index.match(message, Clues.NONE));
        }
      }
    }
    return alone;
  }

  private static Clues clues(Statement statement) {
    if (statement.kind() == StatementKind.LOG) {
      return Clues.ofLog(statement.className(), statement.level());
    }
    String type = statement.exceptionType();
    return Clues.ofException(type == null ? Clues.ANY_EXCEPTION : type);
  }

  private static String formatted(Statement statement, List<Statement> all, Random random) {
    List<String> literals = statement.literals();
    StringBuilder message = new StringBuilder(literals.get(0));
    for (String literal : literals.subList(1, literals.size())) {
      List<String> other = all.get(random.nextInt(all.size())).literals();
      boolean quotes = random.nextInt(ARGUMENTS.size() + 2) == 0;
      message.append(quotes ? other.get(0) : ARGUMENTS.get(random.nextInt(ARGUMENTS.size())));
      message.append(literal);
    }
    return message.toString();
  }

  /**
   * The statement is among the likeliest, so that the hash of all of them is its own or it is
   * reported with them; or the message is also one of a more specific statement's.
   */
  private static void check(
      StatementIndex index, Statement statement, String message, StatementMatch match) {
    String told = statement + " from " + message + " gives " + match;
    assertEquals(statement.hash(), LogPattern.ofTemplate(statement.template()).hash(), told);
    assertTrue(index.byHash(statement.hash()).contains(statement), told);
    if (match.statements().contains(statement)) {
      return;
    }
    assertTrue(match.others().contains(statement), told);
    for (Statement winner : match.statements()) {
      assertTrue(NaiveMatching.fits(winner.literals(), message), told);
      boolean moreTelling = isTelling(winner) && !isTelling(statement);
      assertTrue(moreTelling || characters(winner) >= characters(statement), told);
    }
  }

  /** Nothing that fits is missed, nothing else is told, and nothing beats what fixes more of it. */
  private static void checkAgainstNaiveMatching(
      StatementIndex index, String message, StatementMatch match) {
    Set<Statement> told = new HashSet<>(match.statements());
    told.addAll(match.others());
    Set<Statement> naive = Set.copyOf(NaiveMatching.matching(index.statements(), message));
    if (!naive.isEmpty() || !message.matches("(?s)\\s*[\\[(].*")) {
      assertEquals(naive, told, message);
    }
    for (Statement winner : match.statements()) {
      for (Statement other : match.others()) {
        assertTrue(!isTelling(other) || characters(winner) >= characters(other), message);
      }
    }
  }

  private static boolean isTelling(Statement statement) {
    return Specificity.of(statement.literals().toArray(String[]::new)).isTelling();
  }

  private static long characters(Statement statement) {
    return String.join("", statement.literals()).chars().filter(c -> c != ' ').count();
  }
}
