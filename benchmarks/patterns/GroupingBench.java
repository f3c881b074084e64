import dev.mendgate.gateway.pattern.mining.TemplateMiner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Reads lines of "event<TAB>message" and prints, in one row: lines, events, templates, lines grouped
 * as the events are, lines whose hash is the same in five other orders, after restarts, after
 * growth, and lines whose first hash was their last.
 */
public final class GroupingBench {
  private static final int SHUFFLES = 5;
  private static final int RESTARTS = 4;

  private final List<String> messages = new ArrayList<>();
  private final List<String> events = new ArrayList<>();

  private GroupingBench(Path file) throws IOException {
    for (String line : Files.readAllLines(file)) {
      int tab = line.indexOf('\t');
      events.add(line.substring(0, tab));
      messages.add(line.substring(tab + 1));
    }
  }

  public static void main(String[] args) throws IOException {
    for (String file : args) {
      new GroupingBench(Path.of(file)).run();
    }
  }

  private void run() throws IOException {
    TemplateMiner miner = TemplateMiner.inMemory();
    List<String> first = hashes(miner);
    List<String> last = hashes(miner);
    System.out.printf(
        "%d %d %d %d %d %d %d %d%n",
        messages.size(),
        new HashSet<>(events).size(),
        new HashSet<>(last).size(),
        grouped(last),
        same(last, shuffled(last)),
        same(last, restarted()),
        same(last, grown()),
        same(last, first));
  }

  private List<String> hashes(TemplateMiner miner) {
    return messages.stream().map(message -> miner.learn(message).hash()).toList();
  }

  /** Returns the lines whose group is exactly that of their event: grouping accuracy. */
  private int grouped(List<String> hashes) {
    Set<BitSet> truth = new HashSet<>(groups(events).values());
    return groups(hashes).values().stream()
        .filter(truth::contains)
        .mapToInt(BitSet::cardinality)
        .sum();
  }

  private static Map<String, BitSet> groups(List<String> names) {
    Map<String, BitSet> groups = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      groups.computeIfAbsent(names.get(i), name -> new BitSet()).set(i);
    }
    return groups;
  }

  /** Returns the hash of each line where all orders agree, else nothing. */
  private List<String> shuffled(List<String> expected) {
    List<String> agreed = new ArrayList<>(expected);
    for (int seed = 1; seed <= SHUFFLES; seed++) {
      List<Integer> order = new ArrayList<>(IntStream.range(0, messages.size()).boxed().toList());
      Collections.shuffle(order, new Random(seed));
      TemplateMiner miner = TemplateMiner.inMemory();
      order.forEach(i -> miner.learn(messages.get(i)));
      List<String> found = hashes(miner);
      for (int i = 0; i < agreed.size(); i++) {
        agreed.set(i, found.get(i).equals(agreed.get(i)) ? agreed.get(i) : "");
      }
    }
    return agreed;
  }

  /** Returns the hashes given by a miner that was closed and opened again several times. */
  private List<String> restarted() throws IOException {
    Path file = Files.createTempFile("templates", "");
    Files.delete(file);
    int part = messages.size() / RESTARTS + 1;
    for (int from = 0; from < messages.size(); from += part) {
      try (TemplateMiner miner = TemplateMiner.open(file)) {
        messages.subList(from, Math.min(messages.size(), from + part)).forEach(miner::learn);
      }
    }
    try (TemplateMiner miner = TemplateMiner.open(file)) {
      return hashes(miner);
    } finally {
      Files.delete(file);
    }
  }

  /** Returns what the hashes given at the first sight of each line are by the end. */
  private List<String> grown() {
    TemplateMiner miner = TemplateMiner.inMemory();
    return hashes(miner).stream().map(hash -> miner.current(hash).orElseThrow().hash()).toList();
  }

  private static int same(List<String> one, List<String> other) {
    return (int) IntStream.range(0, one.size()).filter(i -> one.get(i).equals(other.get(i))).count();
  }
}
