package dev.mendgate.sandbox.judge;

import dev.mendgate.sandbox.run.TestResult;
import dev.mendgate.sandbox.run.TestResult.Status;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes the results of two runs comparable. */
final class RunResults {
  private static final Pattern IDENTITY_HASH = Pattern.compile("@[0-9a-f]{4,}");

  private RunResults() {}

  /** Returns the name of a test that is the same in every run. */
  static String id(TestResult result) {
    return IDENTITY_HASH.matcher(result.id()).replaceAll("@");
  }

  /** Returns the worst status of each test. */
  static Map<String, Status> statuses(List<TestResult> results) {
    Map<String, Status> statuses = new HashMap<>();
    for (TestResult result : results) {
      statuses.merge(id(result), result.status(), RunResults::worse);
    }
    return statuses;
  }

  static Set<String> failing(List<TestResult> results) {
    Set<String> failing = new HashSet<>();
    results.stream().filter(r -> r.status() == Status.FAILED).forEach(r -> failing.add(id(r)));
    return failing;
  }

  /** Sorts results by the class that was asked for; inherited and nested tests go with it. */
  static Map<String, List<TestResult>> byClass(List<TestResult> results, List<String> asked) {
    Map<String, List<TestResult>> sorted = new LinkedHashMap<>();
    String current = asked.isEmpty() ? "" : asked.get(0);
    for (TestResult result : results) {
      String named = classOf(result.className(), asked);
      current = asked.contains(named) ? named : current;
      sorted.computeIfAbsent(current, k -> new ArrayList<>()).add(result);
    }
    return sorted;
  }

  /**
   * Returns the class of those asked for that a test id or class name belongs to, or its own
   * top-level class where none does.
   */
  static String classOf(String id, List<String> asked) {
    String type = id.replaceFirst("#.*", "");
    if (asked.contains(type)) {
      return type;
    }
    int nested = type.indexOf('$');
    return nested < 0 ? type : type.substring(0, nested);
  }

  private static Status worse(Status one, Status other) {
    if (one == Status.FAILED || other == Status.FAILED) {
      return Status.FAILED;
    }
    return one == Status.PASSED || other == Status.PASSED ? Status.PASSED : Status.SKIPPED;
  }
}
