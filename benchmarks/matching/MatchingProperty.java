package dev.mendgate.gateway.source.statement;

import dev.mendgate.gateway.pattern.LogPattern;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Formats every statement of repositories with random arguments and looks for what wrote the
 * messages; arguments: MESSAGES REPOSITORY... Prints one row of a table for each repository.
 */
final class MatchingProperty {
  private static final int NAIVE = 250;

  private int messages;
  private int unique;
  private int ambiguous;
  private int otherHash;
  private int moreSpecific;
  private int unlikely;
  private int lost;
  private int wrong;
  private int naive;
  private int naiveWrong;

  public static void main(String[] args) {
    System.out.println("| repository | clues | statements | messages | unique | ambiguous, one hash | ambiguous, several | fits a more specific one too | found, but unlikely | lost | false | against naive matching |");
    System.out.println("|---|---|---|---|---|---|---|---|---|---|---|---|");
    for (String path : List.of(args).subList(1, args.length)) {
      StatementIndex index = Repositories.index(path);
      for (boolean clues : new boolean[] {true, false}) {
        MatchingProperty run = new MatchingProperty();
        run.run(index, Integer.parseInt(args[0]), clues);
        run.print(path, clues ? "logger or exception, level" : "none", index.statements().size());
      }
    }
  }

  private void run(StatementIndex index, int each, boolean withClues) {
    Arguments arguments = new Arguments(17);
    List<Statement> all = index.statements();
    int step = Math.max(1, all.size() * each / NAIVE);
    for (Statement statement : all) {
      for (int i = 0; i < each; i++) {
        String message = arguments.format(statement, all.get(arguments.below(all.size())));
        StatementMatch match = index.match(message, withClues ? clues(statement) : kindOnly(statement));
        count(statement, message, match);
        if (messages++ % step == 0) {
          compareNaively(all, message, match);
        }
      }
    }
  }

  private static Clues clues(Statement statement) {
    return statement.kind() == StatementKind.LOG
        ? Clues.ofLog(statement.className(), statement.level())
        : kindOnly(statement, statement.exceptionType());
  }

  private static Clues kindOnly(Statement statement) {
    return statement.kind() == StatementKind.LOG ? Clues.NONE : kindOnly(statement, null);
  }

  private static Clues kindOnly(Statement statement, String type) {
    return Clues.ofException(type == null ? Clues.ANY_EXCEPTION : type);
  }

  private void count(Statement statement, String message, StatementMatch match) {
    List<Statement> told = match.statements();
    for (Statement each : told) {
      if (!each.equals(statement) && !naivelyFits(each, message)) {
        wrong++;
        return;
      }
    }
    boolean oneHash = told.stream().map(Statement::hash).distinct().count() == 1;
    boolean hashAgain = LogPattern.ofTemplate(statement.template()).hash().equals(statement.hash());
    if (told.contains(statement) && hashAgain) {
      unique += told.size() == 1 ? 1 : 0;
      ambiguous += told.size() > 1 && oneHash ? 1 : 0;
      otherHash += told.size() > 1 && !oneHash ? 1 : 0;
    } else if (!match.others().contains(statement)) {
      lost++;
    } else if (told.isEmpty()) {
      unlikely++;
    } else {
      moreSpecific++;
    }
  }

  private void compareNaively(List<Statement> all, String message, StatementMatch match) {
    Set<Statement> told = new HashSet<>(match.statements());
    told.addAll(match.others());
    Set<Statement> fitting = new HashSet<>();
    for (Statement statement : all) {
      if (naivelyFits(statement, message)) {
        fitting.add(statement);
      }
    }
    naive++;
    naiveWrong += told.equals(fitting) ? 0 : 1;
  }

  private static boolean naivelyFits(Statement statement, String message) {
    return NaiveMatching.fits(statement.literals(), message);
  }

  private void print(String path, String clues, int statements) {
    String[] parts = path.replaceAll("/(repo|\\.git)?/?$", "").split("/");
    System.out.println(
        "| " + parts[parts.length - 1] + " | " + clues + " | " + statements + " | " + messages + " | "
            + share(unique) + " | " + share(ambiguous) + " | " + share(otherHash) + " | " + share(moreSpecific) + " | " + share(unlikely)
            + " | " + lost + " | " + wrong + " | " + naiveWrong + " of " + naive + " differ |");
  }

  private String share(int count) {
    return String.format(Locale.ROOT, "%.2f %%", 100.0 * count / messages);
  }
}
