import dev.mendgate.gateway.pattern.LogPattern;
import dev.mendgate.gateway.pattern.Masker;
import dev.mendgate.gateway.pattern.mining.TemplateMiner;
import dev.mendgate.gateway.pattern.secret.SecretMask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;

/** Prints how many lines a second one thread takes, a row for each step; see speed.py. */
public final class PatternBench {
  private static final int ROUNDS = 4;

  private PatternBench() {}

  /** Takes the file of the messages, one a line. */
  public static void main(String[] args) throws IOException {
    List<String> lines = Files.readAllLines(Path.of(args[0]));
    steps().forEach((name, step) -> System.out.printf("%s\t%.0f%n", name, best(lines, step)));
  }

  /** What is measured; each round begins with a new one. */
  private static Map<String, Supplier<ToLongFunction<String>>> steps() {
    Map<String, Supplier<ToLongFunction<String>>> steps = new LinkedHashMap<>();
    steps.put("normal form", PatternBench::normalForm);
    steps.put(
        "normal form and hash", () -> line -> LogPattern.ofMessage(line).hash().charAt(0));
    steps.put("secrets", () -> line -> SecretMask.DEFAULT.mask(line).length());
    steps.put("template mining and hash", () -> mining(line -> line));
    steps.put("secrets, template mining and hash", () -> mining(SecretMask.DEFAULT::mask));
    return steps;
  }

  private static ToLongFunction<String> normalForm() {
    Masker masker = new Masker();
    return line -> {
      masker.mask(line);
      return masker.length();
    };
  }

  private static ToLongFunction<String> mining(UnaryOperator<String> mask) {
    TemplateMiner miner = TemplateMiner.inMemory();
    return line -> miner.learn(mask.apply(line)).hash().charAt(0);
  }

  /** The first round warms up. */
  private static double best(List<String> lines, Supplier<ToLongFunction<String>> steps) {
    double best = 0;
    long sum = 0;
    for (int round = 0; round < ROUNDS; round++) {
      ToLongFunction<String> step = steps.get();
      long start = System.nanoTime();
      for (String line : lines) {
        sum += step.applyAsLong(line);
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      best = round == 0 ? 0 : Math.max(best, lines.size() / seconds);
    }
    if (sum == 0) {
      throw new IllegalStateException("nothing was done");
    }
    return best;
  }
}
