package dev.mendgate.sandbox.select;

import dev.mendgate.sandbox.build.PreparedProject.Module;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Orders the tests of a module by how close they are to a changed class. Immutable. */
public final class TestSelection {
  /** Uses between a test and a changed class beyond which the test says little about it. */
  private static final int FURTHEST = 3;

  /** Surefire's own notion of a test class, so that what is run is what the project runs. */
  private static final Pattern TEST_NAME = Pattern.compile("Test.*|.*(Test|Tests|TestCase)");

  private static final Pattern INTEGRATION = Pattern.compile("IT[A-Z].*|.*(IT|ITCase)");

  private final ClassGraph graph;
  private final List<String> tests;

  private TestSelection(ClassGraph graph) {
    this.graph = graph;
    this.tests =
        graph.runnableTests().stream()
            .filter(t -> TEST_NAME.matcher(simple(t)).matches())
            .filter(t -> !INTEGRATION.matcher(simple(t)).matches())
            .toList();
  }

  /** Reads the compiled classes of a module. */
  public static TestSelection of(Module module) throws IOException {
    return new TestSelection(ClassGraph.read(module));
  }

  /**
   * Returns the test classes that reach the changed classes, closest first: by name, then by how
   * many uses lie between, then alphabetically.
   *
   * @param changed binary names
   * @param most largest number of classes to return
   */
  public List<String> closestTo(Set<String> changed, int most) {
    Set<String> targets = new HashSet<>();
    changed.forEach(c -> targets.add(CompiledClass.topLevel(c)));
    Map<String, Integer> distances = graph.distancesTo(targets, FURTHEST);
    Comparator<String> order =
        Comparator.comparingInt((String t) -> namedAfter(t, targets) ? 0 : 1)
            .thenComparingInt(t -> distances.getOrDefault(t, FURTHEST + 1))
            .thenComparing(Comparator.naturalOrder());
    return tests.stream()
        .filter(t -> distances.containsKey(t) || namedAfter(t, targets))
        .sorted(order)
        .limit(most)
        .toList();
  }

  private static boolean namedAfter(String test, Set<String> targets) {
    return targets.stream()
        .anyMatch(t -> packageOf(t).equals(packageOf(test)) && namedAfter(simple(test), simple(t)));
  }

  private static boolean namedAfter(String test, String target) {
    return test.equals("Test" + target)
        || test.matches(Pattern.quote(target) + "(Test|Tests|TestCase)");
  }

  private static String packageOf(String name) {
    return name.substring(0, Math.max(0, name.lastIndexOf('.')));
  }

  private static String simple(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
