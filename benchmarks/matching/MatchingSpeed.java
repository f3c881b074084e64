package dev.mendgate.gateway.source.statement;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Locale;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Prints lines a second, build time and memory of the matcher; arguments: TEMPLATES REPOSITORY... */
final class MatchingSpeed {
  private static final int LINES = 100_000;
  private static final int SLOW_LINES = 10_000;
  private static final int ROUNDS = 11;
  private static final int WARM_UP = 4;

  /** A line of a log: what it says, and what the layout told beside. */
  private record Line(String message, Clues clues) {}

  public static void main(String[] args) {
    int wanted = Integer.parseInt(args[0]);
    List<Statement> statements = Repositories.statements(List.of(args).subList(1, args.length), wanted);
    long templates = statements.stream().map(Statement::literals).distinct().count();
    print("%d statements, %d templates%s", statements.size(), templates,
        templates < wanted ? " (fewer than asked for: give more repositories)" : "");
    StatementIndex index = new StatementIndex(statements, List.of(), List.of(), Map.of());
    List<Line> lines = lines(statements, index);
    print("%d lines of %.0f characters on average, of which %.1f %% fit no statement", lines.size(),
        lines.stream().mapToInt(line -> line.message.length()).average().orElse(0),
        100.0 * lines.stream().filter(l -> fitsNone(index, l.message)).count() / lines.size());
    speed(index, new RarestWords(statements), lines);
    regexes(statements, lines);
    build(statements);
    hostile(index);
  }

  /** Seven of ten lines are written by a statement; the others have the words of such a line, shuffled. */
  private static List<Line> lines(List<Statement> statements, StatementIndex index) {
    Arguments arguments = new Arguments(7);
    List<Line> lines = new ArrayList<>();
    while (lines.size() < LINES) {
      Statement statement = statements.get(arguments.below(statements.size()));
      String message = arguments.format(statement);
      if (lines.size() % 10 >= 7) {
        List<String> words = Arrays.asList(message.split(" "));
        Collections.shuffle(words, new java.util.Random(lines.size()));
        message = String.join(" ", words);
        if (!fitsNone(index, message)) {
          continue;
        }
      }
      lines.add(new Line(message, Clues.ofLog(statement.className(), statement.level())));
    }
    Collections.shuffle(lines, new java.util.Random(8));
    // A reader hands over lines in the order in which it made them.
    lines.replaceAll(line -> new Line(String.valueOf(line.message.toCharArray()), line.clues));
    return lines;
  }

  private static boolean fitsNone(StatementIndex index, String message) {
    StatementMatch match = index.match(message, Clues.NONE);
    return match.isEmpty() && match.others().isEmpty();
  }

  private static void speed(StatementIndex index, RarestWords before, List<Line> lines) {
    List<ToIntFunction<Line>> ways =
        List.of(
            line -> index.match(line.message, Clues.NONE).statements().size(),
            line -> index.match(line.message, line.clues).statements().size(),
            line -> before.matching(line.message).size());
    double[][] rates = new double[ways.size()][ROUNDS];
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      for (int way = 0; way < ways.size(); way++) {
        double rate = rate(ways.get(way), way == 2 ? lines.subList(0, SLOW_LINES) : lines);
        if (round >= 0) {
          rates[way][round] = rate;
        }
      }
    }
    double base = median(rates[2]);
    print("message alone:             %9.0f lines/s, %5.1f x the hash table by rarest word", median(rates[0]), median(rates[0]) / base);
    print("with logger and level:     %9.0f lines/s, %5.1f x", median(rates[1]), median(rates[1]) / base);
    print("hash table by rarest word: %9.0f lines/s", base);
  }

  /** Returns lines a second of processor time, which others on the machine change less. */
  private static double rate(ToIntFunction<Line> way, List<Line> lines) {
    long sum = 0;
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    for (Line line : lines) {
      sum += way.applyAsInt(line);
    }
    long taken = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
    if (sum < 0) {
      throw new IllegalStateException("no sum");
    }
    return lines.size() / (taken / 1e9);
  }

  private static void regexes(List<Statement> statements, List<Line> lines) {
    List<Pattern> patterns =
        statements.stream().map(Statement::literals).distinct()
            .map(l -> Pattern.compile(l.stream().map(Pattern::quote).collect(Collectors.joining(".*")), Pattern.DOTALL))
            .toList();
    ToIntFunction<Line> way = line -> (int) patterns.stream().filter(p -> p.matcher(line.message).matches()).count();
    rate(way, lines.subList(0, 50));
    print("a regular expression each: %9.0f lines/s", rate(way, lines.subList(50, 250)));
  }

  private static void build(List<Statement> statements) {
    double[] millis = new double[ROUNDS];
    for (int i = -WARM_UP; i < ROUNDS; i++) {
      long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      new MessageMatcher(statements);
      if (i >= 0) {
        millis[i] = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e6;
      }
    }
    long before = usedBytes();
    MessageMatcher matcher = new MessageMatcher(statements);
    long after = usedBytes();
    print("built in %.0f ms (warm); %.1f MB beside the statements", median(millis), (after - before) / 1e6);
    java.lang.ref.Reference.reachabilityFence(matcher);
  }

  private static long usedBytes() {
    for (int i = 0; i < 4; i++) {
      System.gc();
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  /** Messages that repeat what many templates begin with. */
  private static void hostile(StatementIndex index) {
    for (int size : new int[] {1_024, 4_096, 16_384}) {
      double worst = 0;
      for (String part : List.of("a", "Failed to ", " to ", "[", "Error: ", "the ", "{}: ", "= ")) {
        String message = part.repeat(size / part.length());
        double best = Double.MAX_VALUE;
        for (int i = 0; i < 20; i++) {
          long start = System.nanoTime();
          index.match(message, Clues.NONE);
          best = Math.min(best, (System.nanoTime() - start) / 1e3);
        }
        worst = Math.max(worst, best);
      }
      print("a message of %d characters that repeats itself: at most %.0f us", size, worst);
    }
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static void print(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
