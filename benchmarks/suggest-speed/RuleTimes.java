import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.Proposer;
import dev.mendgate.fixer.Rule;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.gateway.source.IndexProgress;
import dev.mendgate.gateway.source.IndexedRepository;
import dev.mendgate.gateway.source.ownership.OwnerRules;
import dev.mendgate.gateway.suggest.LocateOutcome;
import dev.mendgate.gateway.suggest.Locators;
import dev.mendgate.v1.FailureEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;

/** Prints how long each rule takes in a warm process, and all of proposing. */
public final class RuleTimes {
  private static final Map<String, Long> NANOS = new HashMap<>();

  private RuleTimes() {}

  private record Timed(Rule rule) implements Rule {
    @Override
    public String name() {
      return rule.name();
    }

    @Override
    public List<CandidateFix> propose(RuleContext context) {
      long start = System.nanoTime();
      try {
        return rule.propose(context);
      } finally {
        NANOS.merge(rule.name(), System.nanoTime() - start, Long::sum);
      }
    }
  }

  /** Arguments: repository, data folder, rounds, files with a stack trace. */
  public static void main(String[] arguments) throws Exception {
    IndexedRepository repository =
        IndexedRepository.unnamed(Path.of(arguments[0]), Path.of(arguments[1]));
    Locators locators = new Locators(IndexProgress.SILENT, OwnerRules.DEFAULT, List.of());
    List<LocateOutcome.Located> located = new ArrayList<>();
    for (int i = 3; i < arguments.length; i++) {
      String trace = Files.readString(Path.of(arguments[i]));
      if (locators
              .of(repository, repository.git().head())
              .locate(FailureEvent.newBuilder().setStackTrace(trace).build())
          instanceof LocateOutcome.Located found) {
        located.add(found);
      }
    }
    List<Rule> rules = new ArrayList<>();
    ServiceLoader.load(Rule.class).forEach(rule -> rules.add(new Timed(rule)));
    Proposer proposer = new Proposer(rules);
    int rounds = Integer.parseInt(arguments[2]);
    long start = 0;
    for (int round = 0; round < 2 * rounds; round++) {
      if (round == rounds) {
        NANOS.clear();
        start = System.nanoTime();
      }
      for (LocateOutcome.Located at : located) {
        proposer.propose(at.failure(), at.sites(), at.tree());
      }
    }
    double calls = (double) rounds * located.size();
    print("all of proposing", (System.nanoTime() - start) / calls);
    print("all rules", NANOS.values().stream().mapToLong(n -> n).sum() / calls);
    NANOS.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .forEach(rule -> print(rule.getKey(), rule.getValue() / calls));
  }

  private static void print(String name, double nanos) {
    System.out.printf(Locale.ROOT, "%-40s %9.3f ms a failure%n", name, nanos / 1e6);
  }
}
