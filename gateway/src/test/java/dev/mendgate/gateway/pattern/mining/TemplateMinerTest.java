package dev.mendgate.gateway.pattern.mining;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mendgate.gateway.pattern.LogPattern;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TemplateMinerTest {
  @Test
  void takesAWordForVariableOnceFourWereSeen() {
    assertTemplates(
        List.of("user alice left now", "user bob left now", "user carol left now"),
        "user alice left now",
        "user bob left now",
        "user carol left now");
    assertTemplates(
        List.of(
            "user alice left now",
            "user bob left now",
            "user carol left now",
            "user dave left now"),
        "user <*> left now");
  }

  @Test
  void takesAWordForVariableWhereAValueWasSeen() {
    assertTemplates(
        List.of("login of admin failed", "login of user4711 failed"), "login of <*> failed");
  }

  @Test
  void tellsEventsApartByTheirParticiples() {
    assertTemplates(
        List.of(
            "VM Started (event)",
            "VM Stopped (event)",
            "VM Paused (event)",
            "VM Resumed (event)",
            "VM Migrated (event)"),
        "VM Started (event)",
        "VM Stopped (event)",
        "VM Paused (event)",
        "VM Resumed (event)",
        "VM Migrated (event)");
  }

  @Test
  void tellsMessagesApartByTheirFirstWord() {
    List<String> lines =
        List.of("cupsd startup ok", "hcid startup ok", "klogd startup ok", "portmap startup ok");
    assertTemplates(lines, lines.toArray(String[]::new));
  }

  @Test
  void leavesAFewStatesApart() {
    assertTemplates(
        List.of("force=true, wide=false", "force=false, wide=false", "force=true, wide=true"),
        "force=true, wide=false",
        "force=false, wide=false",
        "force=true, wide=true");
  }

  @Test
  void takesQualifiedNamesForVariableSooner() {
    assertTemplates(
        List.of("start a.b.C now", "start a.b.D now", "start x.y.E now"), "start <*> now");
  }

  @Test
  void takesSeveralTokensForOneValueInBracketsAndQuotes() {
    List<String> lines = new ArrayList<>();
    for (String name : List.of("a b", "c d e", "f g h i", "j: k", "l, m")) {
      lines.add("open window '" + name + "' again");
    }
    assertTemplates(lines, "open window '<*>' again");
  }

  @Test
  void takesAnAddressInAnyShapeForOneValue() {
    assertTemplates(
        List.of("synchronized to 10.1.2.3, stratum 3", "synchronized to LOCAL(0), stratum 10"),
        "synchronized to <*>, stratum <*>");
  }

  @Test
  void takesUnitsForPartOfTheValueWhereTheyVary() {
    assertTemplates(List.of("used 3 KB of it", "used 5 KB of it"), "used <*> KB of it");
    assertTemplates(List.of("used 3 KB of it", "used 5 MB of it"), "used <*> of it");
  }

  @Test
  void knowsValuesFromOtherMessages() {
    assertTemplates(
        List.of(
            "closed session for user ann today",
            "closed session for user ben today",
            "closed session for user cyd today",
            "closed session for user dee today",
            "opened session for user ann",
            "opened session for user ben"),
        "closed session for user <*> today",
        "opened session for user <*>");
  }

  @Test
  void needsWordsThatStay() {
    assertTemplates(
        List.of("active", "closing", "starting", "running", "blocked"),
        "active",
        "closing",
        "starting",
        "running",
        "blocked");
  }

  @Test
  void learnsFromATemplateWhatItsPlaceholdersAre() {
    assertTemplates(List.of("flag is true", "flag is <*>"), "flag is <*>");
  }

  @Test
  void keepsAnOldHashAsAnAlias() {
    TemplateMiner miner = TemplateMiner.inMemory();
    Map<String, String> replaced = new HashMap<>();
    miner.onReplaced(replaced::put);
    LogPattern first = miner.learn("user alice left now");
    assertEquals(first, miner.current(first.hash()).orElseThrow());
    for (String user : List.of("bob", "carol", "dave")) {
      miner.learn("user " + user + " left now");
    }
    LogPattern last = miner.learn("user erin left now");
    assertNotEquals(first.hash(), last.hash());
    assertEquals(last, miner.current(first.hash()).orElseThrow());
    assertEquals(last, miner.current(last.hash()).orElseThrow());
    assertTrue(miner.current("0123456789abcdef").isEmpty());
    assertEquals(last.hash(), replaced.get(first.hash()));
    assertEquals(4, replaced.size());
  }

  @Test
  void learnsTheSameInWhateverOrderAndHoweverOftenLinesCome() {
    for (int seed = 0; seed < 40; seed++) {
      List<String> lines = lines(new Random(seed));
      List<String> expected = patterns(lines, lines);
      Random random = new Random(seed + 1_000);
      for (int i = 0; i < 5; i++) {
        List<String> shuffled = new ArrayList<>(lines);
        shuffled.addAll(lines.subList(0, random.nextInt(lines.size())));
        Collections.shuffle(shuffled, random);
        assertEquals(expected, patterns(shuffled, lines), "seed " + seed);
      }
    }
  }

  @Test
  void onlyEverMergesWhatItTookForOneTemplate() {
    for (int seed = 0; seed < 40; seed++) {
      List<String> lines = lines(new Random(seed));
      TemplateMiner miner = TemplateMiner.inMemory();
      List<String> given = lines.stream().map(line -> miner.learn(line).hash()).toList();
      for (int i = 0; i < lines.size(); i++) {
        LogPattern now = miner.learn(lines.get(i));
        assertEquals(now, miner.current(given.get(i)).orElseThrow(), lines.get(i));
      }
    }
  }

  @Test
  void holdsNoMoreTemplatesThanItMayAndKeepsWhatIsVariable() {
    TemplateMiner miner = TemplateMiner.inMemory(100);
    for (String user : List.of("alice", "bob", "carol", "dave")) {
      miner.learn("user " + user + " left now");
    }
    String hash = miner.learn("user erin left now").hash();
    for (int i = 0; i < 1_000; i++) {
      miner.learn("word" + letters(i) + " of " + letters(7 * i) + " by " + letters(31 * i));
    }
    assertEquals(hash, miner.learn("user frank left now").hash());
  }

  private static String letters(int number) {
    return Integer.toString(number, 36).replaceAll("\\d", "z");
  }

  /** Returns lines of a few statements whose arguments come from small and large sets. */
  private static List<String> lines(Random random) {
    List<String> lines = new ArrayList<>();
    for (int statement = 0; statement < 8; statement++) {
      List<String> shape = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        shape.add("text" + letters(37 * statement + 5 * i + 400));
        shape.add(List.of("", "MANY", "(MANY x)", "on=FEW,", "NUMBER").get(random.nextInt(5)));
      }
      for (int i = 0; i < 12; i++) {
        lines.add(String.join(" ", shape.stream().map(part -> fill(part, random)).toList()));
      }
    }
    Collections.shuffle(lines, random);
    return lines;
  }

  private static String fill(String part, Random random) {
    String many = "name" + (char) ('a' + random.nextInt(12));
    return part.replace("MANY", many)
        .replace("FEW", List.of("on", "off", "true", "null").get(random.nextInt(4)))
        .replace("NUMBER", random.nextInt(3) == 0 ? "17" : many);
  }

  private static List<String> patterns(List<String> learned, List<String> asked) {
    TemplateMiner miner = TemplateMiner.inMemory();
    learned.forEach(miner::learn);
    return asked.stream().map(line -> miner.learn(line).normalForm()).toList();
  }

  private static void assertTemplates(List<String> lines, String... templates) {
    Set<String> found = new LinkedHashSet<>(patterns(lines, lines));
    assertEquals(new LinkedHashSet<>(List.of(templates)), found);
  }
}
