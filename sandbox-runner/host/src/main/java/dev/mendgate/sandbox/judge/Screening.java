package dev.mendgate.sandbox.judge;

import dev.mendgate.sandbox.ReproducerTest;
import dev.mendgate.sandbox.compile.OverlayCompiler;
import dev.mendgate.sandbox.run.TestResult;
import dev.mendgate.sandbox.run.TestResult.Thrown;
import dev.mendgate.sandbox.run.TestSelector;
import dev.mendgate.sandbox.run.WorkerResult;
import dev.mendgate.sandbox.run.WorkerResult.Ending;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Runs many generated tests in one JVM, which costs about as much as one of them alone; a test that
 * takes the JVM down is left out, and the rest go on in another.
 */
final class Screening {
  private static final int MOST_RESTARTS = 4;
  private static final Duration TIME = Duration.ofSeconds(20);

  private final TestBed bed;
  private final OverlayCompiler compiler;
  private final Path classes;

  Screening(TestBed bed, OverlayCompiler compiler, Path classes) {
    this.bed = bed;
    this.compiler = compiler;
    this.classes = classes;
  }

  /** One that crashed where and as the event did. */
  private record Likeness(ReproducerTest test, boolean sameMessage, int framesShared) {}

  /** Returns those that fail as the event did: its own message first, then the longest way. */
  List<ReproducerTest> likest(List<ReproducerTest> tests) {
    Map<String, ReproducerTest> byClass = compiled(tests);
    List<Likeness> like = new ArrayList<>();
    List<String> left = new ArrayList<>(byClass.keySet());
    for (int start = 0; start <= MOST_RESTARTS && !left.isEmpty(); start++) {
      WorkerResult ran = bed.run(List.of(classes), selectors(left, byClass), TIME);
      ran.results().forEach(result -> add(result, byClass, like));
      if (ran.ending() == Ending.COMPLETED || !Endings.blamesTest(ran)) {
        break;
      }
      int culprit = left.indexOf(RunResults.classOf(String.valueOf(ran.culprit()), left));
      left = new ArrayList<>(left.subList(culprit + 1, left.size()));
    }
    return like.stream()
        .sorted(
            Comparator.comparing((Likeness one) -> !one.sameMessage())
                .thenComparingInt(one -> -one.framesShared()))
        .map(Likeness::test)
        .toList();
  }

  /** Gives each test a class name of its own, since attempts at one target share theirs. */
  private Map<String, ReproducerTest> compiled(List<ReproducerTest> tests) {
    Map<String, String> texts = new LinkedHashMap<>();
    Map<String, ReproducerTest> byClass = new LinkedHashMap<>();
    Map<String, String> classOf = new LinkedHashMap<>();
    for (int i = 0; i < tests.size(); i++) {
      ReproducerTest test = tests.get(i);
      String simple = test.className().substring(test.className().lastIndexOf('.') + 1);
      String own = simple + i;
      String path = test.path().replace(simple + ".java", own + ".java");
      texts.put(path, test.source().replaceAll("\\b" + Pattern.quote(simple) + "\\b", own));
      classOf.put(path, test.className() + i);
      byClass.put(test.className() + i, test);
    }
    Set<String> compiled = compiler.compilable(bed.module(), texts, classes);
    classOf.forEach(
        (path, name) -> {
          if (!compiled.contains(path)) {
            byClass.remove(name);
          }
        });
    return byClass;
  }

  private static List<TestSelector> selectors(
      List<String> names, Map<String, ReproducerTest> byClass) {
    return names.stream()
        .flatMap(name -> java.util.stream.Stream.ofNullable(selector(name, byClass.get(name))))
        .toList();
  }

  private static @Nullable TestSelector selector(String name, @Nullable ReproducerTest test) {
    return test == null ? null : new TestSelector(name, test.method());
  }

  private static void add(
      TestResult result, Map<String, ReproducerTest> byClass, List<Likeness> like) {
    ReproducerTest test = byClass.get(result.className());
    Thrown thrown = result.failure();
    if (test == null || thrown == null) {
      return;
    }
    CrashMatch match = new CrashMatch(test);
    if (match.crashed(thrown)) {
      like.add(new Likeness(test, match.sameMessage(thrown), match.framesShared(thrown)));
    }
  }
}
